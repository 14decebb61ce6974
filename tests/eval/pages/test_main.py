"""The tool writes pages and a gold that the scorer reads."""

from __future__ import annotations

from pathlib import Path

from eval.found_articles import articles_in, matched
from eval.gold_articles import read_gold_articles
from eval.pages.__main__ import main


def test_the_pages_written_are_those_that_the_gold_names(tmp_path: Path):
    main(["--seed", "3", "--count", "4", "--out", str(tmp_path)])
    gold = read_gold_articles(tmp_path / "articles.json")
    assert {one.file for one in gold} == {"p001.txt", "p002.txt", "p003.txt", "p004.txt"}
    assert len(matched(gold, articles_in([tmp_path]))) == len(gold)


def test_single_pages_are_named_after_their_kind(tmp_path: Path):
    main(["--single", "--out", str(tmp_path)])
    gold = read_gold_articles(tmp_path / "articles.json")
    assert all(one.mess == (one.file.removesuffix(".txt"),) for one in gold)
