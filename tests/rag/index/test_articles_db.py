from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rag.corpus.page import Landmark, LandmarkKind
from rag.errors import IndexDamaged
from rag.index.articles_db import ArticlesDb, write_articles
from rag.index.contents import CutArticle, CutPage
from rag.index.manifest import Counts


@pytest.fixture
def pages(make_page: Callable[..., CutPage]) -> list[CutPage]:
    return [
        make_page("一月.txt", "每班开工之前必须检查瓦斯浓度。", "食堂每日供应三餐。", title="旧闻"),
        make_page("空.txt"),
        make_page("二月/集.jsonl", "技工学校培训新工人三百名。", record="甲"),
        make_page("二月/集.jsonl", "工会每月公布账目，\x00带零字符，孤代理 \ud800 也不丢。", record="乙"),
    ]


@pytest.fixture
def db(tmp_path: Path, pages: list[CutPage]) -> ArticlesDb:
    assert write_articles(tmp_path / "a.sqlite", pages) == Counts(4, 4)
    return ArticlesDb(tmp_path / "a.sqlite")


def test_articles_and_chunks_come_back_as_they_went_in(db: ArticlesDb, pages: list[CutPage]):
    cuts = [cut for page in pages for cut in page.articles]
    assert list(db.articles()) == [cut.article for cut in cuts]
    assert list(db.chunks()) == [chunk for cut in cuts for chunk in cut.chunks]
    for row, cut in enumerate(cuts):
        assert db.article(cut.article.article_id) == cut.article
        assert db.chunks_of(cut.article.article_id) == cut.chunks
        assert db.chunk(row) == cut.chunks[0]


def test_pages_come_back_by_file_with_all_their_records(db: ArticlesDb, pages: list[CutPage]):
    assert list(db.pages_of("一月.txt")) == pages[:1]
    assert list(db.pages_of("空.txt")) == pages[1:2]
    assert list(db.pages_of("二月/集.jsonl")) == pages[2:]
    assert list(db.pages_of("没有.txt")) == []


def test_every_article_is_slices_of_its_source(db: ArticlesDb):
    for article in db.articles():
        source = db.source(article.article_id)
        assert all(
            source[article.source_map.place(at)] == character for at, character in enumerate(article.text)
        )


def test_chunks_are_counted_by_article_in_reading_order(db: ArticlesDb, pages: list[CutPage]):
    ids = [cut.article.article_id for page in pages for cut in page.articles]
    assert list(db.chunk_counts().items()) == [(article_id, 1) for article_id in ids]


def test_what_is_not_there_is_a_key_or_index_error(db: ArticlesDb):
    for read in (db.article, db.chunks_of, db.source):
        with pytest.raises(KeyError):
            read("没有")
    with pytest.raises(IndexError):
        db.chunk(4)


def test_many_threads_read_the_same_at_once(db: ArticlesDb, pages: list[CutPage]):
    expected = [chunk for page in pages for cut in page.articles for chunk in cut.chunks]
    faults: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(50):
                assert [db.chunk(row) for row in range(4)] == expected
        except BaseException as fault:  # a thread's fault must reach the test
            faults.append(fault)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_it_cannot_be_written_to(db: ArticlesDb):
    with pytest.raises(sqlite3.OperationalError):
        db._db.execute("DELETE FROM chunk")


def test_reading_goes_on_after_the_file_is_deleted(db: ArticlesDb, tmp_path: Path, pages: list[CutPage]):
    (tmp_path / "a.sqlite").unlink()
    assert db.chunk(0) == pages[0].articles[0].chunks[0]


@pytest.mark.parametrize("harm", [b"", b"no database at all" * 100])
def test_a_file_that_is_no_database_is_damaged(tmp_path: Path, harm: bytes):
    (tmp_path / "a.sqlite").write_bytes(harm)
    with pytest.raises(IndexDamaged):
        ArticlesDb(tmp_path / "a.sqlite")


def test_a_missing_file_is_damaged(tmp_path: Path):
    with pytest.raises(IndexDamaged):
        ArticlesDb(tmp_path / "a.sqlite")


def test_landmarks_come_back_with_the_page_and_its_articles(tmp_path: Path, pages: list[CutPage]):
    marks = (Landmark(0, LandmarkKind.PAGE, 1), Landmark(5, LandmarkKind.PAGE, 3))
    marked = tuple(CutArticle(replace(cut.article, landmarks=marks), cut.chunks) for cut in pages[0].articles)
    page = replace(pages[0], landmarks=marks, articles=marked)
    write_articles(tmp_path / "a.sqlite", [page])
    db = ArticlesDb(tmp_path / "a.sqlite")
    assert list(db.pages_of(page.file)) == [page]
    assert [article.landmarks for article in db.articles()] == [marks, marks]


def test_signatures_are_those_of_the_articles_each_once(db: ArticlesDb, pages: list[CutPage]):
    articles = [cut.article for page in pages for cut in page.articles]
    signed = [
        tuple(label.text if label else "" for label in (one.author, one.affiliation, one.imprint.newspaper))
        for one in articles
    ]
    assert list(db.signatures()) == list(dict.fromkeys(signed))
