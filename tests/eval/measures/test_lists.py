"""Items are matched one to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from eval.measures.lists import matched

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


def test_a_sentence_that_holds_the_whole_list_is_one_item(exam: Exam):
    question = exam.asked("q1", "建立测风制度", "配齐测风人员", type="list")
    measures = exam.record(question, exam.reply("q1", exam.shown("一、建立测风制度"))).measures
    assert (measures["item_P"], measures["item_R"]) == (1.0, 0.5)
    assert measures["item_F1"] == pytest.approx(2 / 3)
    assert measures["all_items"] == 0.0


def test_all_items_and_nothing_else(exam: Exam):
    question = exam.asked("q1", "建立测风制度", "配齐测风人员", type="list")
    reply = exam.reply("q1", exam.shown("二、配齐测风人员"), exam.shown("一、建立测风制度"))
    assert exam.record(question, reply).measures["all_items"] == 1.0


def test_a_pairing_that_blocks_another_is_undone():
    assert matched(["抓培训强考核", "抓培训"], ["抓培训", "强考核"]) == 2


def test_an_abstention_matches_nothing(exam: Exam):
    measures = exam.record(exam.asked("q1", "建立测风制度", type="list"), exam.reply("q1")).measures
    assert measures["item_F1"] == 0.0


def test_other_questions_have_no_item_measures(exam: Exam):
    assert "item_F1" not in exam.record(exam.asked("q1", "36次"), exam.reply("q1")).measures
