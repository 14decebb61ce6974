"""The articles of files and of an index are the same, and a gold finds its file by the end of its path."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.errors import GoldError
from eval.found_articles import FoundArticles, articles_in, articles_indexed, matched
from eval.gold_articles import gold_article
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest
from rag.index.snapshot import open_snapshot

PAGE = "# 测风三问\n\n□ 王一鸣\n\n一、谁来测\n\n由通风区测,每旬一次。\n\n(作者单位:红岭矿业公司)\n"


def found(*files: str) -> FoundArticles:
    return FoundArticles((), dict.fromkeys([(file, None) for file in files], PAGE))


def matched_file(name: str, *files: str) -> str:
    (article,) = matched([gold_article({"id": "甲-1", "file": name, "spans": [[0, 9]]})], found(*files))
    return article.file


def test_files_and_the_index_made_of_them_give_the_same_articles(tmp_path: Path):
    pages = tmp_path / "版面"
    pages.mkdir()
    (pages / "甲.txt").write_bytes(PAGE.encode("gb18030"))
    (pages / "乙.md").write_text(PAGE, encoding="utf-8")
    (pages / "丙.exe").write_bytes(b"MZ")
    refresh(RefreshRequest((pages,), tmp_path / "索引"))
    read, indexed = articles_in([pages]), articles_indexed(open_snapshot(tmp_path / "索引"))
    assert read.articles == indexed.articles
    assert read.texts == indexed.texts == {("甲.txt", None): PAGE, ("乙.md", None): PAGE}
    assert [one.file for one in read.skipped] == ["丙.exe"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("一月/甲.txt", "一月/甲.txt"),
        ("数据/一月/甲.txt", "一月/甲.txt"),
        ("乙.txt", "二月/乙.txt"),
        ("003", "003_晚报.txt"),
    ],
)
def test_a_gold_means_the_file_whose_path_ends_alike(name: str, meant: str):
    assert matched_file(name, "一月/甲.txt", "二月/甲.txt", "二月/乙.txt", "003_晚报.txt") == meant


@pytest.mark.parametrize(
    ("name", "told"),
    [("丙.txt", "第 1 行：没有读到 丙.txt"), ("甲.txt", "第 1 行：甲.txt 可指 一月/甲.txt、二月/甲.txt")],
)
def test_a_file_that_is_not_there_or_not_the_only_one_is_told_with_the_line(name: str, told: str):
    with pytest.raises(GoldError) as caught:
        matched_file(name, "一月/甲.txt", "二月/甲.txt")
    assert told in caught.value.say("zh")


def test_places_beyond_the_end_of_the_file_are_told():
    gold = gold_article({"id": "甲-1", "file": "甲.txt", "spans": [[0, 900]]})
    with pytest.raises(GoldError, match=f"甲-1 goes to 900, but 甲.txt has {len(PAGE)} characters"):
        matched([gold], found("甲.txt"))
