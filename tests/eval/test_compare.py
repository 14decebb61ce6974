"""Two runs on the same questions."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

import pytest

from eval.compare import compare, permutation_test, sign_test

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


def test_wins_ties_and_losses_are_counted_from_b_and_the_changed_questions_listed(exam: Exam):
    questions = exam.questions(*(exam.asked(f"q{n}", "36次") for n in range(3)), exam.asked("q3"))
    good = exam.shown("全年测风36次")
    a = exam.run(questions, exam.reply("q0", good), exam.reply("q1"), exam.reply("q2"), exam.reply("q3"))
    b = exam.run(
        questions,
        exam.reply("q0", good),
        exam.reply("q1", good),
        exam.reply("q2", good),
        exam.reply("q3", good),
    )
    made = compare(questions, a, b).to_object()
    found = made["measures"]["answer_found"]
    assert (found["win"], found["tie"], found["loss"], found["n"]) == (2, 1, 0, 3)
    assert found["difference"] == pytest.approx(2 / 3)
    assert made["measures"]["caught"]["loss"] == 1
    assert [(change["qid"], change["change"]) for change in made["changed"]] == [("q1", "win"), ("q2", "win")]


def test_fewer_refusals_are_a_win(exam: Exam):
    questions = exam.questions(exam.asked("q1", "36次"))
    a, b = exam.run(questions, exam.reply("q1")), exam.run(questions, exam.reply("q1", exam.shown("36次")))
    assert compare(questions, a, b).contests["refused"].win == 1


def test_the_sign_test_is_the_binomial_tail():
    assert sign_test(8, 2) == pytest.approx(2 * sum(comb(10, k) for k in range(3)) / 1024)
    assert sign_test(0, 0) == 1.0
    assert sign_test(900, 700) < 0.001


def test_the_permutation_test_agrees_with_trying_all_orders():
    assert permutation_test([1.0] * 6) == pytest.approx(2 / 64, abs=0.005)
    assert permutation_test([1.0, -1.0, 0.0]) == 1.0
    assert permutation_test([]) == 1.0
