"""Where something stands and whose it is, in words."""

import pytest

from rag.errors import Words
from rag.explanation.entries import ForeignFound, Place
from rag.text.spans import Span
from ui.explained import article_said, foreign_said, lines_said, points_said

ONE = (Span(3, 5),)
TWO = (Span(3, 5), Span(40, 44))


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (Place(ONE, 2, 2), "第 2 行", "line 2"),
        (Place(ONE, 2, 4), "第 2–4 行", "lines 2–4"),
        (Place(TWO, 2, 9), "第 2、9 行", "lines 2 and 9"),
        (Place(TWO, 2, 2), "第 2 行", "line 2"),
        (Place(ONE, 2, 4, Words("第 7 页", "page 7")), "第 7 页", "page 7"),
    ],
)
def test_lines_of_one_place_and_of_two_are_told_apart(place: Place, zh: str, en: str):
    assert (lines_said(place, "zh"), lines_said(place, "en")) == (zh, en)


def test_what_belongs_to_no_article_says_so():
    assert [article_said(2, "zh"), article_said(None, "zh")] == ["第 2 篇", "不属于任何一篇"]
    assert points_said(1.25, "en") == "1.2 points"


@pytest.mark.parametrize(
    ("stands_in", "belongs_to", "said"),
    [
        (2, 1, "混在第 2 篇中 · 原属第 1 篇"),
        (None, 1, "自成一段 · 原属第 1 篇"),
        (2, None, "混在第 2 篇中"),
    ],
)
def test_a_foreign_passage_names_its_articles(stands_in: int | None, belongs_to: int | None, said: str):
    assert foreign_said(ForeignFound(Place(ONE, 2, 2), "略", stands_in, belongs_to), "zh") == said
