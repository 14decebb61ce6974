from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rag.answering.lists.candidate import (
    ListCandidate,
    ListQuestion,
    best_lists,
    promised,
    words_above,
)
from rag.answering.lists.features import ListFeatures, ListMarks, ListPlace, ListTexts
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
    return wanted().describe(ListTexts(lead, "", "", items, after), ListPlace(0.5, 0.25, 0.75), marks)


def test_there_is_a_weight_for_every_feature():
    assert len(WEIGHTS) == len(ListFeatures._fields)


def test_every_mark_is_a_feature():
    assert set(ListMarks._fields) <= set(ListFeatures._fields)


@pytest.mark.parametrize("mark", [mark for mark in ListMarks._fields if mark != "opens"])
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
    assert (found.article, found.passage, found.sentence, found.sentence_below) == (0.5, 0.25, 0.75, 0.0)


def test_under_a_bare_heading_the_sentences_are_judged_apart():
    found = described("救生圈", "救生衣", marks=ListMarks(opens=True))
    assert (found.sentence, found.sentence_below) == (0.0, 0.75)


def test_an_item_that_is_itself_the_subject_speaks_against_its_brothers():
    among = described("渡口设备", "夜校", "食堂")
    assert (among.asked_among, described("渡口", "渡口", "渡口").asked_among) == (1.0, 0.0)


@pytest.mark.parametrize(("lead", "denied"), [("渡口不得备", 1.0), ("渡口要备", 0.0), ("不良渡口要备", 0.0)])
def test_a_lead_that_forbids_what_is_asked_for_is_seen(lead: str, denied: float):
    assert described("救生圈", "救生衣", lead=lead).denied == denied


def test_only_the_last_clause_of_the_lead_is_near():
    far, near = described("救生圈", lead="渡口设备旧,更换"), described("救生圈", lead="今年,渡口设备有")
    assert (far.lead == near.lead, far.clause < near.clause) == (True, True)


def test_etc_behind_the_last_item_sums_the_list_up():
    assert (described("救生圈", after="等设备").summed_up, described("救生圈", after="设备").summed_up) == (
        1.0,
        0.0,
    )


@pytest.mark.parametrize(
    ("words", "number"), [("主要有以下四种情况:", 4), ("包括", None), ("两类人分三步", 3), ("三人", None)]
)
def test_a_lead_may_say_how_many_items_follow(words: str, number: int | None):
    assert promised(words) == number


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


def test_items_that_say_the_same_again_and_again_are_no_list(make_article: MakeArticle):
    article = make_article("电话电话电话甲班甲班乙班")
    phones, shifts = (tuple(Span(at, at + 2) for at in range(start, start + 6, 2)) for start in (0, 6))
    features = described("电话", "电话")
    lists = [ListCandidate(article, items, None, features) for items in (phones, shifts)]
    assert [found.items for found in best_lists(lists)] == [shifts]
