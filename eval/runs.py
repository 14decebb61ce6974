"""How is a question set asked, and how is a finished run read back?

A run is JSON Lines: one reply object a question or turn, in the order in which they were asked.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import LineFault, RunError, gathered, no_such_file
from eval.questions import QuestionSet, turns_of
from eval.replies import RunReply, never_asked, reply_of
from rag.assistant import Assistant
from rag.dialogue.conversation import Conversation
from rag.errors import Words
from rag.reply_json import reply_object

Progress = Callable[[int, int], None]
"""Told after every question: how many are done, of how many."""


def silent(_done: int, _total: int) -> None:
    """The progress of a run that nobody watches."""


@dataclass(frozen=True)
class Run:
    """The replies of a run, matched with the questions they belong to."""

    name: str
    replies: tuple[RunReply, ...]
    """One for each question of the set, in its order."""
    unanswered: tuple[str, ...]
    """Questions that the run leaves out; each counts as answered with nothing."""
    unknown: tuple[str, ...]
    """Replies to questions that the set does not hold; they are not measured."""


def run_questions(
    assistant: Assistant, questions: QuestionSet, on_progress: Progress = silent, *, passages: int = 10
) -> Iterator[dict[str, Any]]:
    """One reply object a question; the turns of a dialogue are asked in order within one conversation."""
    done = 0
    for entry in questions.entries:
        conversation = Conversation()
        for question in turns_of(entry):
            reply = assistant.ask(question.question, conversation, passages=passages)
            conversation = conversation.after(reply)
            yield reply_object(reply, question.qid)
            done += 1
            on_progress(done, len(questions))


def write_run(replies: Iterable[dict[str, Any]], path: Path) -> int:
    """Write a run and return how many replies it holds.

    Lines go to ``path`` + ``.part`` as they come and the file gets its name at the end, so an interrupted
    run is never taken for a whole one and what was asked is not lost.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    count = 0
    with part.open("w", encoding="utf-8", newline="\n") as file:
        for reply in replies:
            file.write(json.dumps(reply, ensure_ascii=False) + "\n")
            file.flush()
            count += 1
    os.replace(part, path)
    return count


def read_run(path: Path, questions: QuestionSet) -> Run:
    """The run in a file, matched with its questions.

    Raises ``RunError`` with every faulty line at once, and when no line belongs to the question set.
    """
    if not path.is_file():
        raise no_such_file(RunError, path)
    faults: list[tuple[int, Words]] = []
    replies: dict[str, RunReply] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        try:
            reply = reply_of(json.loads(line))
            if reply.qid in replies:
                raise LineFault(f"qid {reply.qid} 出现两次", f"qid {reply.qid} comes twice")
            replies[reply.qid] = reply
        except json.JSONDecodeError as error:
            faults.append(
                (number, Words(f"不是 JSON（第 {error.colno} 列）", f"not JSON (column {error.colno})"))
            )
        except LineFault as fault:
            faults.append((number, fault.words))
    if faults:
        raise RunError(gathered(Words("运行结果有误", "faulty run"), faults), where=str(path))
    return match_run(path.name, replies.values(), questions, where=str(path))


def match_run(name: str, replies: Iterable[RunReply], questions: QuestionSet, *, where: str = "") -> Run:
    """Replies put beside the questions they answer; raises ``RunError`` when they share no question."""
    by_qid = {reply.qid: reply for reply in replies}
    asked = [question.qid for question in questions.questions]
    unanswered = tuple(qid for qid in asked if qid not in by_qid)
    if len(unanswered) == len(asked):
        mend = Words("检查两个文件是否配对", "check that the two files belong together")
        raise RunError(
            Words("运行结果与题集没有共同的问题", "run and set share no question"), where=where, mend=mend
        )
    matched = tuple(by_qid.get(qid) or never_asked(qid) for qid in asked)
    return Run(name, matched, unanswered, tuple(sorted(by_qid.keys() - set(asked))))
