"""Curves stand where their figures say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from eval.measures.confidence import Confidences, Told
from eval.report import report_page
from eval.report.curves import ROC_CAPTION, confidence_plots, square
from eval.scoring import score

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


def test_the_corners_of_the_square_are_nought_and_one():
    drawn = square("图", {"roc": [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0)]})
    assert '<polyline points="52.0,312.0 52.0,12.0 352.0,12.0" class="roc">' in drawn


def test_every_bin_is_a_dot():
    told = [Told(0.1 * at, True, at > 4) for at in range(10)]
    plots = confidence_plots(Confidences.of(told))
    assert [len(re.findall("<circle", plot)) for plot in plots] == [10, 10]


def test_a_report_of_replies_without_confidence_draws_none(exam: Exam):
    questions = exam.questions(exam.asked("q1", "36次"), exam.asked("q2"))
    bare = exam.run(questions, exam.reply("q1"), exam.reply("q2"))
    told = exam.run(questions, exam.reply("q1", confidence=0.9), exam.reply("q2", confidence=0.2))
    assert ROC_CAPTION not in report_page(score(questions, bare))
    assert f"{ROC_CAPTION}，曲线下面积 1.000" in report_page(score(questions, told))
