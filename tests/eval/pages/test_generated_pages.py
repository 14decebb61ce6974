"""How well the pages made by ``eval.pages`` are cut: no measure may fall below what was reached.

The floors are today's figures, a little rounded down. Raise them when the parser gets better; a lower figure is a
page that is read worse than before.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from eval.article_scores import ArticleScores
from eval.articles import score_articles
from eval.found_articles import articles_in, matched
from eval.gold_articles import read_gold_articles
from eval.pages.__main__ import write_pages
from eval.pages.page import Page, pages, single_pages

MIXED, SINGLE = 2025, 2025
"""The seeds."""

MIXED_FLOORS: dict[str, float] = {
    "text_P": 0.98,
    "text_R": 0.98,
    "text_F1": 0.98,
    "whole": 0.94,
    "in_order": 0.985,
    "paragraph_F1": 0.97,
    "title": 0.975,
    "author": 0.975,
    "affiliation": 0.975,
    "kind": 0.985,
    "heading_F1": 0.99,
    "leveled_F1": 0.99,
}
"""Means over 60 pages with several kinds of mess each."""
MIXED_FALSE = 2
"""False articles on them, at most."""

SINGLE_FLOORS: dict[str, float] = {
    "text_P": 0.9995,
    "text_R": 0.9995,
    "text_F1": 0.9995,
    "whole": 0.996,
    "in_order": 1.0,
    "paragraph_F1": 0.999,
    "title": 0.996,
    "author": 1.0,
    "affiliation": 1.0,
    "kind": 1.0,
    "heading_F1": 0.9995,
    "leveled_F1": 0.9995,
}
"""Means over a page of each kind of mess alone."""
SINGLE_RIGHT = 100
"""Kinds whose page is read without any fault, at least."""


def scored(made: Iterable[Page], folder: Path) -> ArticleScores:
    write_pages(made, folder)
    found = articles_in([folder])
    return score_articles(matched(read_gold_articles(folder / "articles.json"), found), found)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> ArticleScores:
    return scored(pages(MIXED, 60), tmp_path_factory.mktemp("混排"))


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> ArticleScores:
    return scored(single_pages(SINGLE), tmp_path_factory.mktemp("单项"))


@pytest.mark.parametrize("measure", MIXED_FLOORS)
def test_pages_with_several_kinds_of_mess_are_read_as_well_as_before(mixed: ArticleScores, measure: str):
    assert mixed.mean[measure] >= MIXED_FLOORS[measure], mixed.to_object()


def test_few_false_articles_are_found_on_them(mixed: ArticleScores):
    assert len(mixed.surplus) <= MIXED_FALSE


@pytest.mark.parametrize("measure", SINGLE_FLOORS)
def test_pages_with_one_kind_of_mess_are_read_as_well_as_before(single: ArticleScores, measure: str):
    assert single.mean[measure] >= SINGLE_FLOORS[measure], single.to_object()


def test_as_many_kinds_of_mess_as_before_are_read_without_any_fault(single: ArticleScores):
    right = {
        kind for kind, part in single.by_mess.items() if set(part.mean.values()) == {1.0} and not part.surplus
    }
    assert len(right) >= SINGLE_RIGHT, sorted(set(single.by_mess) - right)
