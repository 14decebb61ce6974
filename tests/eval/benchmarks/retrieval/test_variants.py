from __future__ import annotations

from collections import Counter

from eval.benchmarks.retrieval.variants import (
    VARIANTS,
    as_it_is,
    no_field,
    no_other_words,
    no_words,
    whole_question,
)
from rag.retrieval.query import analyse
from rag.text.tokens import FIELDS
from rag.wording.alternative import Alternative

QUESTION = "工会是什么?"
QUERY = analyse(QUESTION, alternatives=[Alternative("工会", "职工之家", 0.8)])


def test_nothing_is_left_to_look_up_by_meaning_alone():
    changed = no_words(QUERY, QUESTION)
    assert (changed.text, changed.terms, changed.other_words) == (QUESTION, (), ())


def test_a_field_is_taken_out_of_the_question_and_of_its_other_words():
    changed = no_field("words")(QUERY, QUESTION)
    assert set(Counter(one.field for one in changed.terms)) == {"bigrams", "unigrams"}
    (other,) = changed.other_words
    assert other.said == {"words": {}, "bigrams": {"工会": 1.0}, "unigrams": {"工": 1.0, "会": 1.0}}
    assert [(form["words"], counts) for form, counts in other.forms] == [({}, 0.8)]
    assert other.forms[0][0]["bigrams"] == QUERY.other_words[0].forms[0][0]["bigrams"]


def test_other_words_are_left_out_alone():
    changed = no_other_words(QUERY, QUESTION)
    assert (changed.terms, changed.other_words) == (QUERY.terms, ())


def test_question_words_are_searched_for_as_often_as_they_are_said():
    assert [one.term for one in QUERY.terms if one.field == "words"] == ["工会"]
    changed = whole_question(QUERY, QUESTION)
    assert {one.term: one.weight for one in changed.terms if one.field == "words"} == {
        "工会": 1.0,
        "是": 1.0,
        "什么": 1.0,
    }
    assert {one.field for one in changed.terms} == set(FIELDS)
    assert {one.term: one.weight for one in whole_question(QUERY, "谁问谁").terms}["谁"] == 2.0


def test_each_variant_leaves_out_one_thing():
    left_out = [(one.query is not as_it_is) + (one.settings != VARIANTS[0].settings) for one in VARIANTS]
    assert [left + (not one.meaning) for left, one in zip(left_out, VARIANTS, strict=True)] == [1] * len(
        VARIANTS
    )
    assert len({one.name.en for one in VARIANTS}) == len(VARIANTS)
