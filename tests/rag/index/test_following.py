from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import pytest

from rag.errors import IndexNotFound
from rag.index.following import LatestSnapshot
from rag.index.generations import generations_folder, published
from rag.index.settings import IndexSettings
from rag.index.status import rollback
from rag.retrieval.query import analyse

if TYPE_CHECKING:
    from tests.rag.index.conftest import Library


def test_the_next_question_is_answered_from_the_new_generation(indexed: Library):
    latest = LatestSnapshot(indexed.index)
    before = latest.get()
    assert latest.get() is before
    indexed.put("食堂")
    report = indexed.refresh()
    assert latest.get().generation == report.generation
    assert latest.get().n_articles == 4
    assert before.n_articles == 3


def test_it_follows_a_rollback_too(indexed: Library):
    first = published(indexed.index)
    indexed.put("食堂")
    indexed.refresh()
    latest = LatestSnapshot(indexed.index)
    assert latest.get().n_articles == 4
    rollback(indexed.index)
    assert latest.get().generation == first


def test_there_must_be_something_to_begin_with(library: Library):
    latest = LatestSnapshot(library.index)
    with pytest.raises(IndexNotFound):
        latest.get()
    library.refresh()
    assert latest.get().n_articles == 3


def test_a_new_generation_that_cannot_be_opened_keeps_the_old_one(
    indexed: Library, caplog: pytest.LogCaptureFixture
):
    latest = LatestSnapshot(indexed.index)
    before = latest.get()
    indexed.put("食堂")
    report = indexed.refresh()
    assert report.generation is not None
    (generations_folder(indexed.index) / report.generation / "articles.sqlite").unlink()
    with caplog.at_level(logging.ERROR):
        assert [latest.get() for _ in range(3)] == [before] * 3
    assert len(caplog.records) == 1
    assert report.generation in caplog.text


def test_a_current_that_vanished_keeps_the_old_one(indexed: Library):
    latest = LatestSnapshot(indexed.index)
    before = latest.get()
    (indexed.index / "CURRENT").unlink()
    assert latest.get() is before


def test_questions_go_on_while_generations_come_and_go(indexed: Library):
    """Readers in threads, a writer that publishes and prunes: no answer fails, all move on at the end."""
    latest = LatestSnapshot(indexed.index)
    done = threading.Event()
    faults: list[BaseException] = []
    seen: set[str] = set()

    def ask() -> None:
        try:
            while not done.is_set():
                snapshot = latest.get()
                (first, *_) = snapshot.retriever.search(analyse("瓦斯浓度"))
                assert snapshot.article(first.chunk.article_id).file == "瓦斯.jsonl"
                assert len(snapshot.articles()) == snapshot.n_articles
                seen.add(snapshot.generation)
        except BaseException as fault:  # a thread's fault must reach the test
            faults.append(fault)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(3):
        indexed.put("食堂", text=f"食堂第{number}次公布伙食账目。")
        last = indexed.refresh(settings=IndexSettings(generations_kept=1))
    done.set()
    for thread in threads:
        thread.join()
    assert faults == []
    assert latest.get().generation == last.generation
