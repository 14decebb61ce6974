"""What is answered from all passages, from the right one alone, and from all but the right one?

* ``open``: ``Assistant.ask`` over the whole pool, as a reader asks.
* ``given``: the same search and the same answering with the passage that answers alone: what is left of the errors
  is reading, not finding.
* ``withheld``: with all passages but that one, so that nothing answers (``eval.fitting.withheld``).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from eval.fitting.confidence import shown_by
from eval.fitting.withheld import Library, withheld
from eval.questions import Question, QuestionSet
from eval.replies import RunReply
from eval.runs import Run, read_run, run_questions, write_run
from rag.answering.answer import Abstention
from rag.answering.asked import Asked
from rag.answering.compose import compose
from rag.answering.confidence import confidence
from rag.assistant import Assistant
from rag.dialogue.understood import Understood


def asked_openly(assistant: Assistant, questions: QuestionSet, path: Path) -> Run:
    """The run over the whole pool, kept in a file as ``wenju eval run`` writes it."""
    write_run(run_questions(assistant, questions), path)
    return read_run(path, questions)


def asked_of_passage(
    assistant: Assistant, questions: QuestionSet, library: Library
) -> Iterator[tuple[Question, RunReply]]:
    """Each question with the reply from the passage that answers; without a known place it is left out."""
    for question in questions.questions:
        gold = library.holding(question)
        if gold:
            started = time.perf_counter()
            asked = assistant.look_up(Understood(question.question), within=gold)
            yield question, _reply(question, asked, started)


def asked_without_passage(
    assistant: Assistant, questions: QuestionSet
) -> Iterator[tuple[Question, RunReply]]:
    """Each question, now unanswerable, with the reply from all passages that do not answer."""
    for question, asked in withheld(assistant, questions.questions):
        yield question, _reply(question, asked, time.perf_counter())


def _reply(question: Question, asked: Asked, started: float) -> RunReply:
    answer = compose(asked)
    shown = shown_by(answer)
    refused = answer if isinstance(answer, Abstention) else None
    return RunReply(
        qid=question.qid,
        understood_as=question.question,
        kind=asked.question.kind.value,
        abstained=refused is not None,
        reason=refused.reason.zh if refused else None,
        answers=shown,
        citations=(),
        passages=(),
        seconds=time.perf_counter() - started,
        confidence=confidence(asked, answer),
    )
