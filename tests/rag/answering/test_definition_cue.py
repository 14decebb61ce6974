from __future__ import annotations

import pytest

from rag.answering.definition_cue import DEFINING, DefiningRow, definition_cue
from rag.answering.overlap import QuestionTerms
from rag.answering.question import analyse
from rag.text.normalise import fold


def cue(question: str, text: str, heading: str = "") -> float:
    terms = QuestionTerms.of(question, lambda *_: 1.0)
    return definition_cue(analyse(question), terms, fold(text), fold(heading))


@pytest.mark.parametrize("row", DEFINING, ids=lambda row: row.example)
def test_the_example_of_a_defining_row_holds_its_words(row: DefiningRow):
    """Behind a space the example goes on under the heading that is the term."""
    assert any(row.pattern.search(fold(part)) for part in row.example.split())


def test_the_defining_rows_stand_strongest_first():
    strengths = [row.strength for row in DEFINING]
    assert strengths == sorted(strengths, reverse=True)


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("红旗渡是指连续三年无险情的渡口。", 1.0),  # 是指, and the kind of thing at the end
        ("红旗渡是指三年里没有发生险情,人人平安。", 0.8),  # without the kind
        ("所谓“红旗渡”,三年没有险情。", 1.0),
        ("红旗渡是无险情的渡口。", 0.6),
        ("红旗渡:三年没有险情。", 0.4 * 0.8),
        ("红旗渡评了三年。", 0.1),
        ("梁守江是指挥航道的船长。", 0.0),
    ],
)
def test_the_strongest_words_behind_the_term_count(text: str, strength: float):
    assert cue("什么是红旗渡?", text) == pytest.approx(strength)


def test_a_term_in_the_heading_is_defined_by_the_sentence_below_it():
    assert cue("什么是红旗渡?", "指连续三年无险情的渡口。", "一、红旗渡") == 1.0
    assert cue("什么是红旗渡?", "指连续三年无险情的渡口。", "二、码头夜校") == 0.0


def test_only_a_question_for_a_definition_sees_one():
    assert cue("红旗渡由谁负责?", "红旗渡是指连续三年无险情的渡口。") == 0.0


def test_a_quoted_term_that_sums_up_its_parts_is_defined_by_them():
    assert cue("“三访”指什么?", "要求各班访一线、访家庭、访伤员的“三访”。") == 0.8
    assert cue("“三访”指什么?", "各班都做了“三访”,效果很好。") == 0.1
