"""Refusing where the corpus does not say, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from eval.measures.abstention import abstention_of_set
from eval.measures.roc import roc_auc

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


def test_precision_recall_and_auc_of_a_set(exam: Exam):
    questions = exam.questions(
        exam.asked("q1", "36次"),
        exam.asked("q2", "8人"),
        exam.asked("q3"),
        exam.asked("q4", type="unanswerable"),
    )
    replies = [
        exam.reply("q1", exam.shown("36次"), passages=[exam.passage("36次", score=9.0)]),
        exam.reply("q2", passages=[exam.passage("36次", score=2.0)]),
        exam.reply("q3", passages=[exam.passage("36次", score=3.0)]),
        exam.reply("q4", exam.shown("每旬"), passages=[exam.passage("每旬", score=1.0)]),
    ]
    run = exam.run(questions, *replies)
    found = abstention_of_set(zip(questions.questions, run.replies, strict=True))
    assert (found["caught"], found["refused"], found["precision"], found["recall"]) == (1, 1, 0.5, 0.5)
    assert found["auc_passage_score"] == 0.75
    assert found["auc_confidence"] is None


def test_a_reply_without_a_confidence_is_left_out_of_its_area(exam: Exam):
    questions = exam.questions(exam.asked("q1", "36次"), exam.asked("q2"), exam.asked("q3"))
    run = exam.run(
        questions, exam.reply("q1", confidence=0.9), exam.reply("q2", confidence=0.2), exam.reply("q3")
    )
    assert abstention_of_set(zip(questions.questions, run.replies, strict=True))["auc_confidence"] == 1.0


@pytest.mark.parametrize(
    ("positives", "negatives", "auc"), [([1.0], [1.0], 0.5), ([0.0], [1.0], 0.0), ([], [1.0], None)]
)
def test_ties_count_half_and_nothing_is_not_measured(
    positives: list[float], negatives: list[float], auc: float | None
):
    assert roc_auc(positives, negatives) == auc
