from __future__ import annotations

import numpy as np
import pytest

from eval.fitting.passages import PassageSet
from eval.fitting.sentences import Example, accuracy, candidates, examples, fit
from rag.answering.evidence import Features


def example(*rows: tuple[float, float, bool]) -> Example:
    """Sentences with two features each, and whether they hold the answer."""
    return Example(np.array([row[:2] for row in rows]), np.array([row[2] for row in rows]))


def test_the_candidates_are_the_sentences_of_the_passages(pool: PassageSet):
    found = candidates(pool, pool.questions[0], 1)
    assert {evidence.text for evidence in found} == {
        "渡口开了夜校。",
        "夜校每周二开课,全年培训船员412名。",
        "课程由梁守江安排。",
    }


def test_an_example_has_a_row_a_sentence_and_marks_those_that_hold_the_answer(pool: PassageSet):
    first = next(examples(pool, pool.questions, 3))
    sentences = candidates(pool, pool.questions[0], 3)
    assert first.features.shape == (len(sentences), len(Features._fields))
    assert [e.text for e, holds in zip(sentences, first.holds, strict=True) if holds] == [
        "夜校每周二开课,全年培训船员412名。"
    ]


def test_a_question_whose_passage_is_not_found_is_left_out(pool: PassageSet):
    elsewhere = pool.questions[0]._replace(passage="p3")
    assert list(examples(pool, [elsewhere], 3)) == []


def test_every_question_of_the_set_is_an_example(pool: PassageSet):
    assert len(list(examples(pool, pool.questions, 3))) == len(pool.questions)


TELLING = [
    example((1.0, 0.3, True), (0.0, 0.6, False)),
    example((0.0, 0.1, False), (0.0, 0.8, False), (1.0, 0.5, True)),
    example((1.0, 0.9, True), (0.2, 0.9, False)),
]
"""The first feature tells, the second does not."""


def test_the_feature_that_tells_gets_the_weight():
    weights = fit(TELLING)
    assert weights.shape == (2,)
    assert weights[0] > abs(weights[1])
    assert accuracy(TELLING, weights) == 1.0


def test_the_fit_is_the_minimum_of_its_loss():
    from scipy.optimize import approx_fprime

    def loss(weights: np.ndarray) -> float:
        told = []
        for features, holds in TELLING:
            p = np.exp(features @ weights)
            told.append(np.log(p.sum() / p[holds].sum()))
        return float(np.mean(told) + 1e-4 * weights @ weights)

    weights = fit(TELLING)
    assert approx_fprime(weights, loss, 1e-6) == pytest.approx([0, 0], abs=1e-3)
    assert loss(weights) < loss(np.zeros(2))


def test_either_of_two_sentences_that_hold_the_answer_will_do():
    data = [example((1.0, 0.0, True), (0.0, 0.0, True), (0.5, 0.0, False))]
    assert np.isfinite(fit(data)).all()


def test_the_accuracy_is_the_share_of_questions_whose_best_sentence_holds_the_answer():
    assert accuracy(TELLING, np.array([0.0, 1.0])) == pytest.approx(1 / 3)
    assert accuracy(TELLING, np.array([1.0, 0.0])) == 1.0
