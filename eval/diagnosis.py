"""Why was a question not answered as it should be?

One outcome a question, for people who read the wrong ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from eval.questions import Question
from eval.replies import RunReply
from rag.errors import Words


class Outcome(StrEnum):
    """What became of a question; the first that applies, in this order."""

    NOT_ASKED = "not-asked"
    """The run holds no reply."""
    CAUGHT = "caught"
    """Unanswerable, and nothing was claimed."""
    FALSE_ANSWER = "false-answer"
    """Unanswerable, but something was shown as the answer."""
    WRONG_REFUSAL = "wrong-refusal"
    """Answerable, but refused."""
    FOUND = "found"
    """Every answer that is needed is shown."""
    PARTLY = "partly"
    """A part of the answer is shown."""
    SENTENCE_MISS = "sentence-miss"
    """The right passage was retrieved, other words were shown."""
    RETRIEVAL_MISS = "retrieval-miss"
    """No retrieved passage holds the answer."""
    LABEL_MISS = "label-miss"
    """The answer is a title, a name or a unit, which no passage holds, and it was not shown."""
    RETRIEVAL_SET = "ranking"
    """A question that is measured by its ranking alone."""


OUTCOME_WORDS: dict[Outcome, Words] = {
    Outcome.NOT_ASKED: Words("未提问", "not asked"),
    Outcome.CAUGHT: Words("正确拒答", "rightly refused"),
    Outcome.FALSE_ANSWER: Words("该拒未拒", "answered the unanswerable"),
    Outcome.WRONG_REFUSAL: Words("误拒", "wrongly refused"),
    Outcome.FOUND: Words("答对", "found"),
    Outcome.PARTLY: Words("部分答对", "partly found"),
    Outcome.SENTENCE_MISS: Words("检索到、选句错", "sentence miss"),
    Outcome.RETRIEVAL_MISS: Words("未检索到", "retrieval miss"),
    Outcome.LABEL_MISS: Words("题名/作者/单位错", "label miss"),
    Outcome.RETRIEVAL_SET: Words("只测排序", "ranking only"),
}

PARTLY_COVERAGE = 0.5
"""Half of the answer's characters shown is worth calling a part of it."""


def diagnose(question: Question, reply: RunReply, measures: Mapping[str, float]) -> Outcome:
    """The outcome of one question, from its measures."""
    if not reply.asked:
        return Outcome.NOT_ASKED
    if not question.answerable:
        return Outcome.CAUGHT if reply.abstained else Outcome.FALSE_ANSWER
    if reply.abstained:
        return Outcome.WRONG_REFUSAL
    if not question.answers:
        return Outcome.RETRIEVAL_SET
    if measures["answer_found"]:
        return Outcome.FOUND
    if measures["answer_share"] or measures["answer_coverage"] >= PARTLY_COVERAGE:
        return Outcome.PARTLY
    if "passage@10" not in measures:
        return Outcome.LABEL_MISS
    return Outcome.SENTENCE_MISS if measures["passage@10"] else Outcome.RETRIEVAL_MISS
