from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rag.answering.lists.candidate import (
    ListCandidate,
    ListFeatures,
    ListMarks,
    ListPlace,
    ListQuestion,
    ListTexts,
    best_lists,
    words_above,
)
from rag.answering.lists.list_weights import WEIGHTS
from rag.answering.overlap import QuestionTerms
from rag.answering.question import analyse
from rag.text.spans import Span

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle

QUESTION = "渡口要备哪两种设备?"


def wanted(question: str = QUESTION) -> ListQuestion:
    return ListQuestion.of(analyse(question), QuestionTerms.of(question, lambda *_: 1.0))


def described(*items: str, lead: str = "", after: str = "", marks: ListMarks = ListMarks()) -> ListFeatures:
    return wanted().describe(ListTexts(lead, "", "", items, after), ListPlace(0.5, 0.25), marks)


def test_there_is_a_weight_for_every_feature():
    assert len(WEIGHTS) == len(ListFeatures._fields)


def test_every_mark_is_a_feature():
    assert set(ListMarks._fields) <= set(ListFeatures._fields)


@pytest.mark.parametrize("mark", ListMarks._fields)
def test_a_mark_of_the_finder_is_the_feature_of_its_name(mark: str):
    marked = described("救生圈", "救生衣", marks=ListMarks(**{mark: True}))
    plain = described("救生圈", "救生衣")
    changed = [name for name, a, b in zip(marked._fields, marked, plain, strict=True) if a != b]
    assert (changed, getattr(marked, mark)) == ([mark], 1.0)


def test_the_number_asked_for_is_compared_with_the_number_of_items():
    two, three = described("救生圈", "救生衣"), described("救生圈", "救生衣", "抛绳器")
    assert (two.count_fits, two.count_differs, two.pair) == (1.0, 0.0, 1.0)
    assert (three.count_fits, three.count_differs, three.pair) == (0.0, 1.0, 0.0)


def test_the_noun_asked_for_is_seen_in_the_items_and_close_beside_them():
    found = described("救生设备", "救生衣", after="等设备")
    assert (found.head_in_items, found.head_beside) == (0.5, 1.0)
    assert described("救生圈", "救生衣", after="等都已经更换完毕并且登记了设备").head_beside == 0.0


def test_long_items_count_by_their_mean_length():
    assert described("一" * 15, "二" * 15).long_items == 0.5
    assert described("一" * 90, "二" * 90).long_items == 1.0


def test_the_place_of_a_list_is_taken_over():
    found = described("救生圈", "救生衣")
    assert (found.article, found.passage) == (0.5, 0.25)


def test_the_subject_has_neither_fillers_nor_aspects_unless_nothing_is_left():
    assert "短板" not in wanted("渡口存在哪些短板?").words
    assert "渡口" in wanted("渡口存在哪些短板?").words
    assert set(wanted("哪些短板?").words) == {"短板"}


def test_the_best_list_comes_first_and_ties_stand_by_article_and_place(make_article: MakeArticle):
    first, second = make_article("渡口。", article_id="甲"), make_article("渡口。", article_id="乙")
    weak, strong = described("救生圈", "救生衣"), described("救生圈", "救生衣", lead="渡口设备有")
    lists = [
        ListCandidate(second, (Span(0, 1),), None, weak),
        ListCandidate(first, (Span(1, 2),), None, weak),
        ListCandidate(first, (Span(0, 1),), None, weak),
        ListCandidate(second, (Span(1, 2),), None, strong),
    ]
    assert best_lists(lists) == (lists[3], lists[0], lists[2], lists[1])


def test_title_and_headings_stand_above_a_place(make_article: MakeArticle):
    article = make_article("一、渡口平安", "（一）办好夜校", "每周开课。", title="江岸 纪事")
    assert words_above(article, len(article.text) - 2) == "江岸纪事\n一、渡口平安(一)办好夜校"
