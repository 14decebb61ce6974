import re

import pytest

from rag.answering.answer import QuestionKind
from rag.answering.question_table import (
    COUNT_ASKED,
    COURTESY_AFTER,
    COURTESY_ALONE,
    COURTESY_BEFORE,
    FALLBACK_KIND,
    KINDS,
    ORDINAL_ASKED,
    TERMS,
    UNIT_ASKED,
    Courtesy,
    KindRow,
    TermRow,
)
from rag.text.normalise import fold


@pytest.mark.parametrize("row", KINDS, ids=lambda row: row.example)
def test_the_example_of_a_row_is_matched_by_it(row: KindRow):
    assert row.pattern.search(fold(row.example))


@pytest.mark.parametrize("row", KINDS, ids=lambda row: row.example)
def test_no_row_of_another_kind_takes_the_example_first(row: KindRow):
    first = next(other for other in KINDS if other.pattern.search(fold(row.example)))
    assert first.kind is row.kind


def test_every_kind_has_a_row():
    assert {row.kind for row in KINDS} == set(QuestionKind)


def test_no_example_stands_twice():
    examples = [row.example for row in KINDS]
    assert len(set(examples)) == len(examples)


def test_words_without_a_question_word_match_no_row():
    assert [row for row in KINDS if row.pattern.search(fold("码头夜校"))] == []
    assert FALLBACK_KIND is QuestionKind.HOW


@pytest.mark.parametrize(
    "words", [COURTESY_BEFORE, COURTESY_AFTER, COURTESY_ALONE], ids=lambda words: words.example
)
def test_of_the_example_of_courtesy_what_asks_is_left(words: Courtesy):
    assert words.pattern.sub("", words.example) == words.left


def groups(pattern: re.Pattern[str], text: str) -> list[str | None]:
    match = pattern.search(text)
    return list(match.groups()) if match else []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("要弘扬哪三种精神", ["三", None]),
        ("夜校讲的五个方面", [None, "五"]),
        ("这三条渡船归谁管", []),
        ("第三条路径是什么", []),
    ],
)
def test_a_count_is_asked_for_but_not_pointed_at(question: str, found: list[str | None]):
    assert groups(COUNT_ASKED, question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("加强安全的第二条路径是什么", ["二", None]),
        ("头一个痛点是啥", [None, "头"]),
        ("最后一步做什么", [None, None]),
        ("第二季度培训多少人", []),
    ],
)
def test_one_item_is_asked_for_by_its_number(question: str, found: list[str | None]):
    assert groups(ORDINAL_ASKED, question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("培养了多少名技师", ["名技"]),
        ("查出几处隐患", ["处隐"]),
        ("有多少个班组", ["个班组"]),
        ("渡船多少?", [""]),
    ],
)
def test_the_unit_stands_behind_the_words_for_how_many(question: str, found: list[str | None]):
    assert groups(UNIT_ASKED, question) == found


@pytest.mark.parametrize("row", TERMS, ids=lambda row: row.example)
def test_the_example_of_a_term_row_is_taken_by_it_first(row: TermRow):
    folded = fold(row.example)
    first = next(other for other in TERMS if other.pattern.search(folded))
    assert first is row
    assert groups(row.pattern, folded) == [row.term]
