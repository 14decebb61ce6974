"""Replies to public questions, measured by hand."""

from __future__ import annotations

import pytest

from eval.benchmarks.answers.scoring import Measured, SetScores, measured, span_said
from eval.places import Place
from eval.questions import GoldAnswer, Question
from eval.replies import RankedPassage, RunReply, ShownAnswer
from rag.text.spans import Span


def question(*golds: str) -> Question:
    answers = tuple(GoldAnswer(gold, (), "body") for gold in golds)
    return Question(
        "q1",
        "每份多少元?",
        "span" if golds else "unanswerable",
        "any",
        answers,
        (),
        (),
        "plain",
        None,
        ("甲",),
    )


def shown(text: str, record: str = "甲", lit: str = "") -> ShownAnswer:
    at = text.find(lit)
    return ShownAnswer(
        text, Place("池.jsonl", record, (Span(0, len(text)),)), Span(at, at + len(lit)) if lit else None
    )


def reply(*answers: ShownAnswer, ranking: str = "", confidence: float | None = 0.9) -> RunReply:
    passages = tuple(RankedPassage(one, (), Place("池.jsonl", one, (Span(0, 1),)), 1.0) for one in ranking)
    return RunReply("q1", "", "number", not answers, None, answers, (), passages, 0.01, confidence)


def test_the_words_lit_are_the_span_and_else_all_that_is_shown():
    assert span_said(reply(shown("热饭每份8元。", lit="8元"), shown("定价"))) == "8元"
    assert span_said(reply(shown("热饭每份8元。"), shown("定价"))) == "热饭每份8元。定价"
    assert span_said(reply()) == ""


def test_a_right_span_in_the_right_passage_is_right_in_every_way():
    found = measured(
        question("8元", "每份8元"), reply(shown("热饭每份8元。", lit="8元"), ranking="乙甲"), frozenset("甲")
    )
    assert found.measures == {
        "article@1": 0.0, "article@5": 1.0, "article@10": 1.0,
        "sentence": 1.0, "sentence_placed": 1.0, "answer_found": 1.0,
        "EM": 1.0, "F1": 1.0, "lit": 1.0, "EM_lit": 1.0, "F1_lit": 1.0, "refused": 0.0,
    }  # fmt: skip


def test_the_same_words_elsewhere_are_not_in_place():
    found = measured(question("8元"), reply(shown("饮料8元。", record="乙")), frozenset("甲")).measures
    assert (found["sentence"], found["sentence_placed"], found["EM"], found["lit"]) == (1.0, 0.0, 0.0, 0.0)
    assert found["F1"] == pytest.approx(2 * 2 / (4 + 2))
    assert "F1_lit" not in found


def test_an_answer_in_the_second_quotation_is_found_but_not_first():
    found = measured(
        question("8元"), reply(shown("由代表定价。"), shown("每份8元。")), frozenset("甲")
    ).measures
    assert (found["sentence"], found["answer_found"]) == (0.0, 1.0)


def test_a_refusal_is_worth_nothing_unless_the_passage_is_withheld():
    found = measured(question("8元"), reply(), frozenset("甲")).measures
    assert (found["refused"], found["F1"], found["answer_found"]) == (1.0, 0.0, 0.0)
    assert measured(question(), reply(), frozenset()).measures == {"caught": 1.0}


def test_the_confidence_of_both_kinds_makes_the_curve_and_of_answers_shown_the_calibration():
    def one(asked: Question, told: RunReply) -> Measured:
        return measured(asked, told, frozenset("甲"))

    scores = SetScores(
        openly=(
            one(question("8元"), reply(shown("8元。"))),
            one(question("8元"), reply(shown("9元。"), confidence=0.8)),
            one(question("8元"), reply(confidence=None)),
        ),
        given=(),
        withheld=(one(question(), reply(shown("9元。"), confidence=0.3)),),
    )
    made = scores.to_object()["confidence"]
    assert (made["area"], made["area_right"], made["right"]["n"]) == (1.0, 1.0, 2)
    assert scores.to_object()["open"]["refused"]["mean"] == pytest.approx(1 / 3)
