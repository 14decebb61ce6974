"""What counts as found, and how much else is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.eval.conftest import Exam

SENTENCE = "每旬由通风区测风一次,全年测风36次,风量不足的当班停产整改。"


def test_an_answer_inside_a_shown_sentence_is_found(exam: Exam):
    record = exam.record(exam.asked("q1", "36次"), exam.reply("q1", exam.shown(SENTENCE)))
    assert record.measures["answer_found"] == record.measures["answer@1"] == 1.0
    assert record.measures["precision"] == pytest.approx(3 / len(SENTENCE))
    assert record.measures["shown_chars"] == len(SENTENCE)
    assert record.measures["EM"] == 0.0


def test_width_white_space_and_markdown_do_not_matter(exam: Exam):
    shown = exam.shown("36次") | {"text": "**３６ 次**"}
    assert exam.record(exam.asked("q1", "36次"), exam.reply("q1", shown)).measures["answer_found"] == 1.0


def test_every_answer_is_needed_in_mode_all_and_one_in_mode_any(exam: Exam):
    reply = exam.reply("q1", exam.shown("测风一次"))
    both = exam.record(exam.asked("q1", "测风一次", "测风员8人"), reply).measures
    assert (both["answer_found"], both["answer_share"]) == (0.0, 0.5)
    either = exam.record(exam.asked("q1", "测风一次", "测风员8人", mode="any"), reply).measures
    assert (either["answer_found"], either["answer_share"]) == (1.0, 1.0)


def test_half_an_answer_is_not_found_but_is_covered_by_half(exam: Exam):
    record = exam.record(exam.asked("q1", "当班停产整改"), exam.reply("q1", exam.shown("当班停")))
    assert record.measures["answer_found"] == 0.0
    assert record.measures["answer_coverage"] == 0.5


def test_an_answer_cut_over_two_shown_pieces_is_found(exam: Exam):
    answers = (exam.shown("全年测风"), exam.shown("36次"))
    assert (
        exam.record(exam.asked("q1", "测风36次"), exam.reply("q1", *answers)).measures["answer_found"] == 1.0
    )


def test_words_shown_from_another_of_their_places_count(exam: Exam):
    question = exam.asked("q1", "通风区现有测风员")
    question["answers"][0]["also_at"] = [{"file": "通风.txt", "start": 30, "end": 34}]
    shown = {"text": "通 风 区", "file": "通风.txt", "pieces": [[30, 34]]}
    assert exam.record(question, exam.reply("q1", shown)).measures["answer_found"] == 1.0


def test_an_alt_alone_is_enough_for_one_answer(exam: Exam):
    question = exam.asked("q1", "36次", alt=["每旬由通风区测风一次"])
    assert (
        exam.record(question, exam.reply("q1", exam.shown("每旬由通风区测风一次"))).measures["answer_found"]
        == 1.0
    )


def test_an_alt_stands_for_one_of_several_answers_and_only_for_a_missing_one(exam: Exam):
    question = exam.asked("q1", "测风一次", "36次", "测风员8人", alt=["持证上岗", "全年测风36次"])
    found = exam.reply("q1", exam.shown("全年测风36次"), exam.shown("均持证上岗"))
    assert exam.record(question, found).measures["answer_share"] == pytest.approx(2 / 3)


def test_nothing_shown_is_measured_as_nothing_and_has_no_precision(exam: Exam):
    measures = exam.record(exam.asked("q1", "36次"), exam.reply("q1")).measures
    assert (measures["answer_found"], measures["F1"], measures["shown_chars"]) == (0.0, 0.0, 0.0)
    assert measures["refused"] == 1.0
    assert "precision" not in measures


def test_the_best_item_decides_em_and_f1(exam: Exam):
    reply = exam.reply("q1", exam.shown("测风员8人"), exam.shown("全年测风36次"))
    measures = exam.record(exam.asked("q1", "测风36次"), reply).measures
    assert measures["EM"] == 0.0
    assert measures["F1"] == pytest.approx(2 * (4 / 6) * 1 / (4 / 6 + 1))
