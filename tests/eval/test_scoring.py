"""Questions first, means after: by type, by style, by turn and over all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from eval.scoring import Scores, score
from eval.tables import tables, text_table

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


@pytest.fixture
def scores(exam: Exam):
    turns = [exam.asked("d1-1", "36次", followup="first"), exam.asked("d1-2", "8人", followup="ellipsis")]
    questions = exam.questions(
        exam.asked("q1", "36次", type="factoid-number", article_ids=["甲"]),
        exam.asked("q2", "配齐测风人员", "建立测风制度", type="list", style="colloquial"),
        exam.asked("q3", type="unanswerable", unans_kind="absent", near=["甲"]),
        {"did": "d1", "turns": turns},
    )
    answer = exam.shown("全年测风36次")
    replies = [
        exam.reply("q1", answer, seconds=0.01),
        exam.reply("q3", seconds=0.03),
        exam.reply("d1-1", answer, passages=[exam.passage("每旬")]),
        exam.reply("d1-2"),
    ]
    return score(questions, exam.run(questions, *replies))


def test_a_question_that_the_run_leaves_out_counts_as_not_answered(scores: Scores):
    made = scores.to_object()
    assert made["unanswered"] == ["q2"]
    assert made["by_type"]["list"]["answer_found"]["mean"] == 0.0
    assert made["by_type"]["list"]["refused"]["mean"] == 0.0
    assert made["outcomes"]["list"] == {"not-asked": 1}


def test_unanswerable_questions_have_no_answer_measures_and_count_as_correct_when_refused(scores: Scores):
    made = scores.to_object()
    assert "answer_found" not in made["by_type"]["unanswerable"]
    assert made["by_type"]["unanswerable"]["correct"]["mean"] == 1.0
    assert (made["all"]["answer_found"]["mean"], made["all"]["answer_found"]["n"]) == (0.5, 4)
    assert made["all"]["correct"]["mean"] == 0.6
    assert made["abstention_by_kind"] == {"absent": {"n": 1, "caught": 1}}


def test_follow_ups_stand_apart_from_first_turns_and_single_questions(scores: Scores):
    by_turn = scores.to_object()["by_turn"]
    assert {turn: means["answer_found"]["mean"] for turn, means in by_turn.items()} == {
        "single": 0.5,
        "first": 1.0,
        "follow-up": 0.0,
    }


def test_only_asked_questions_have_a_time(scores: Scores):
    assert scores.to_object()["latency"]["n"] == 4


def test_the_object_is_plain_json(scores: Scores):
    assert json.loads(json.dumps(scores.to_object())) == scores.to_object()


def test_outcomes_say_why(exam: Exam):
    def outcome(question: dict[str, object], reply: dict[str, object]):
        return exam.record(question, reply).outcome

    gold = exam.asked("q1", "当班停产整改")
    other = exam.shown("均持证上岗")
    holding = [exam.passage("风量不足的当班停产整改")]
    assert outcome(gold, exam.reply("q1", exam.shown("当班停产整改"))) == "found"
    assert outcome(gold, exam.reply("q1", exam.shown("停产整改"))) == "partly"
    assert outcome(gold, exam.reply("q1", other, passages=holding)) == "sentence-miss"
    assert outcome(gold, exam.reply("q1", other)) == "retrieval-miss"
    assert outcome(gold, exam.reply("q1")) == "wrong-refusal"
    assert outcome(exam.asked("q1"), exam.reply("q1", other)) == "false-answer"
    gold["answers"][0]["where"] = "byline"
    assert outcome(gold, exam.reply("q1", other)) == "label-miss"


def test_the_table_has_a_row_a_type_and_the_whole_set_last(scores: Scores):
    table = tables(scores)[0]
    assert [row[:3] for row in table.rows] == [
        ("factoid-number", "1", "1.000"),
        ("list", "1", "0.000"),
        ("unanswerable", "1", "1.000"),
        ("how", "2", "0.500"),
        ("总计", "5", "0.600"),
    ]
    assert [table.title for table in tables(scores)] == ["按题型", "按轮次", "按追问方式", "按问法"]


def test_columns_of_the_plain_table_line_up(scores: Scores):
    lines = text_table(scores).split("\n\n")[0].split("\n")[1:]
    assert len({sum(2 if ord(c) > 0x2E7F else 1 for c in line) for line in lines}) == 1


def test_the_main_measure_is_followed_by_its_interval(scores: Scores):
    table = tables(scores, "en")[0]
    assert table.header[:5] == ("", "n", "correct", "found", "95%")
    assert table.rows[2][3:5] == ("–", "–")
    assert table.rows[0][3:5] == ("1.000", "1.00–1.00")
