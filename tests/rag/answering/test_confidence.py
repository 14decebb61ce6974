from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.answering.about import about
from rag.answering.abstain import nothing_found
from rag.answering.compose import compose
from rag.answering.confidence import BIAS, WEIGHTS, Assurance, assurance, confidence

if TYPE_CHECKING:
    from tests.rag.conftest import AskedOf


def test_an_answer_that_says_it_is_surer_than_one_to_a_question_that_no_text_answers(asked_of: AskedOf):
    said, unsaid = asked_of("码头夜校全年培训多少名船员?"), asked_of("码头夜校的校长每月挣多少元?")
    sure, unsure = confidence(said, compose(said)), confidence(unsaid, nothing_found(unsaid))
    assert sure is not None
    assert unsure is not None
    assert unsure < 0.7 < sure


def test_question_words_alone_are_no_question_to_be_sure_of(asked_of: AskedOf):
    asked = asked_of("什么?")
    assert confidence(asked, compose(asked)) is None


def test_a_list_is_as_sure_as_it_scores(asked_of: AskedOf):
    asked = asked_of("渡口安全存在哪些短板?")
    answer = compose(asked)
    found = assurance(asked, answer)
    assert (found.listed, found.likeliest, found.second) == (1.0, 0.0, 0.0)
    assert found.list_score == pytest.approx((answer.items[0].score - 10) / 5)


def test_an_answer_from_names_does_not_depend_on_sentences(asked_of: AskedOf):
    asked = asked_of("讲渡口那篇文章的作者是谁?")
    answer = about(asked)
    assert answer is not None
    assert assurance(asked, answer) == Assurance(0.0, 0.0, 0.0, 0.0, 1.0, 0.0)
    assert confidence(asked, answer) == pytest.approx(1 / (1 + 2.718281828 ** -(BIAS + WEIGHTS.labels)))


def test_without_hits_little_is_sure(asked_of: AskedOf):
    asked = replace(asked_of("码头夜校全年培训多少名船员?"), hits=())
    sure = confidence(asked, nothing_found(asked))
    assert sure is not None
    assert sure < 0.3
