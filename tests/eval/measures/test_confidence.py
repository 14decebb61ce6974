"""What the confidence of replies is worth."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from eval.measures.confidence import Confidences, Told
from eval.scoring import score

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


def test_both_ways_of_being_right_are_measured_apart():
    found = Confidences.of(
        [Told(0.9, True, True), Told(0.8, True, False), Told(0.6, True, None), Told(0.3, False, False)]
    ).to_object()
    assert found is not None
    assert (found["answerable"]["n"], found["answerable"]["true"]) == (4, 0.75)
    assert (found["right"]["n"], found["right"]["true"]) == (3, pytest.approx(1 / 3))
    assert found["area"] == 1.0
    assert found["caught_at"]["0.05"] == {"confidence": 0.3, "refused": 0.0, "caught": 1.0}


def test_without_unanswerable_questions_there_is_no_curve():
    found = Confidences.of([Told(0.9, True, True)]).to_object()
    assert found is not None
    assert (found["area"], found["roc"], found["caught_at"]) == (None, [], None)


def test_replies_that_tell_none_are_not_measured(exam: Exam):
    questions = exam.questions(exam.asked("q1", "36次"))
    assert score(questions, exam.run(questions, exam.reply("q1"))).to_object()["confidence"] is None


def test_a_score_tells_it_of_every_reply(exam: Exam):
    questions = exam.questions(exam.asked("q1", "36次"), exam.asked("q2", "8人"), exam.asked("q3"))
    wrong = exam.shown("均持证上岗")
    run = exam.run(
        questions,
        exam.reply("q1", exam.shown("36次"), confidence=0.9),
        exam.reply("q2", wrong, confidence=0.7),
        exam.reply("q3", confidence=0.1),
    )
    told = score(questions, run).confidences.told
    assert told == (Told(0.9, True, True), Told(0.7, True, False), Told(0.1, False, None))
    made = score(questions, run).to_object()
    assert json.loads(json.dumps(made, allow_nan=False)) == made
