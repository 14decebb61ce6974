"""Which passages hold an answer, and which article is the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from eval.scoring import score

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


def test_the_rank_of_the_first_passage_that_holds_the_answer_counts(exam: Exam):
    passages = [exam.passage("配齐测风人员"), exam.passage("均持证上岗", "乙"), exam.passage("全年测风36次")]
    measures = exam.record(exam.asked("q1", "36次"), exam.reply("q1", passages=passages)).measures
    assert [measures[f"passage@{k}"] for k in (1, 3, 5, 10)] == [0.0, 1.0, 1.0, 1.0]


def test_half_of_the_answer_is_enough_and_less_is_not(exam: Exam):
    question = exam.asked("q1", "当班停产整改")
    half = exam.reply("q1", passages=[exam.passage("风量不足的当班停")])
    less = exam.reply("q1", passages=[exam.passage("风量不足的当班")])
    assert exam.record(question, half).measures["passage@1"] == 1.0
    assert exam.record(question, less).measures["passage@1"] == 0.0


def test_the_same_offsets_in_another_file_do_not_count(exam: Exam):
    reply = exam.reply("q1", passages=[exam.passage("全年测风36次", file="别的.txt")])
    assert exam.record(exam.asked("q1", "36次"), reply).measures["passage@10"] == 0.0


def test_a_passage_under_a_heading_leads_to_the_heading(exam: Exam):
    question = exam.asked("q1", "建立测风制度")
    question["answers"][0]["where"] = "heading"
    under = exam.passage("每旬由通风区测风一次", section=["一、建立测风制度"])
    assert exam.record(question, exam.reply("q1", passages=[under])).measures["passage@1"] == 1.0


def test_recall_is_the_share_of_answers_held(exam: Exam):
    passages = [exam.passage("测风员8人"), exam.passage("均持证上岗")]
    question = exam.asked("q1", "测风员8人", "36次")
    measures = exam.record(question, exam.reply("q1", passages=passages)).measures
    assert (measures["passage@1"], measures["passage_recall@10"]) == (1.0, 0.5)


def test_the_right_article_is_the_one_whose_passages_are_nearest_to_the_answer(exam: Exam):
    questions = exam.questions(exam.asked("q1", "测风员8人"), exam.asked("q2", "36次"))
    first = exam.reply("q1", passages=[exam.passage("均持证上岗", "乙"), exam.passage("每旬", "甲")])
    second = exam.reply("q2", passages=[exam.passage("均持证上岗", "乙"), exam.passage("停产整改", "甲")])
    records = score(questions, exam.run(questions, first, second)).records
    assert [record.measures["article@1"] for record in records] == [1.0, 0.0]


def test_an_answer_in_a_title_is_in_no_passage(exam: Exam):
    question = exam.asked("q1", "井下通风管理的三点做法", type="metadata")
    question["answers"][0]["where"] = "title"
    measures = exam.record(question, exam.reply("q1", passages=[exam.passage("每旬")])).measures
    assert "passage@1" not in measures
    assert measures["article@1"] == 1.0


def test_records_rank_where_their_first_passage_does(exam: Exam):
    question = {"qid": "q1", "question": "测风", "records": ["丙"]}
    passages = [exam.passage("每旬", record=record) for record in ("甲", "甲", "丙")]
    measures = exam.record(question, exam.reply("q1", exam.shown("每旬"), passages=passages)).measures
    assert measures["MRR@10"] == 0.5
    assert measures["nDCG@10"] == pytest.approx(0.63093, abs=1e-5)
    assert "answer_found" not in measures
