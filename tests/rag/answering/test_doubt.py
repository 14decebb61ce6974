from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.doubt import WEIGHTS, Signs, absent_words, probability, signs

if TYPE_CHECKING:
    from tests.rag.conftest import AskedOf

SHARE = st.floats(0, 1)


@pytest.mark.parametrize(
    "question", ["掌勺师傅是谁?", "夜校培训了多少名船员?", "火星上有多少座发射场?", "PDF/A是什么?", "什么?"]
)
def test_every_sign_lies_between_0_and_1(asked_of: AskedOf, question: str):
    assert all(0 <= value <= 1 for value in signs(asked_of(question)))


def test_without_hits_everything_is_missing(asked_of: AskedOf):
    found = signs(replace(asked_of("夜校培训了多少名船员?"), hits=()))
    assert (found.words_missing, found.characters_missing, found.weak) == (1.0, 1.0, 1.0)
    assert (found.no_value_near, found.no_value) == (1.0, 1.0)


def test_words_that_all_stand_in_the_best_passage_are_not_missing(asked_of: AskedOf):
    found = signs(asked_of("夜校讲授航道知识"))
    assert (found.words_missing, found.characters_missing) == (0.0, 0.0)


def test_a_name_in_latin_letters_that_the_corpus_does_not_know_is_a_sign(asked_of: AskedOf):
    assert signs(asked_of("PDF/A存档要几年?")).absent_name == 1.0
    assert signs(asked_of("火星归谁管?")).absent_name == 0.0


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("码头夜校全年培训多少名船员?", (0.0, 0.0)),
        ("夜校讲授航道知识、消防技能、急救方法要多少元?", (1.0, 1.0)),
        ("怎样补齐救生设备?", (0.0, 0.0)),
    ],
)
def test_only_a_question_for_a_figure_can_lack_one(
    asked_of: AskedOf, question: str, lacking: tuple[float, float]
):
    found = signs(asked_of(question))
    assert (found.no_value_near, found.no_value) == lacking


def test_words_that_stand_nowhere_are_absent_in_their_order(asked_of: AskedOf):
    absent = absent_words(asked_of("火星和夜校归航天员管吗?"))
    assert absent == ("火星", "航天员")


@settings(deadline=None, max_examples=40)
@given(st.builds(Signs, *(SHARE for _ in Signs._fields)), st.integers(0, len(Signs._fields) - 1))
def test_each_sign_can_only_add_to_the_doubt(found: Signs, at: int):
    worse = Signs(*(1.0 if place == at else value for place, value in enumerate(found)))
    assert 0 <= probability(found) <= probability(worse) <= 1


def test_every_sign_speaks_against_an_answer():
    assert all(weight > 0 for weight in WEIGHTS)
    assert probability(Signs(*[0.0] * len(WEIGHTS))) < 0.5 < probability(Signs(*[1.0] * len(WEIGHTS)))
