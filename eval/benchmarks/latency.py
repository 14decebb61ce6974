"""How long does a reader wait? ``python -m eval.benchmarks.latency --index DIR --questions FILE``.

Times a question in a running program after the first one (p50, p95), a question from a cold start
(``wenju ask`` as a new process), and with ``--corpus`` a refresh from nothing and one where nothing changed.
The table goes to standard error, one JSON object to standard output.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eval.measures.latency import latency, percentile
from eval.questions import QuestionSet, read_questions, turns_of
from rag.assistant import Assistant
from rag.dialogue.conversation import Conversation
from rag.errors import UserError

COLD_STARTS = 5
"""Enough for a median that one slow start does not move."""

Figures = dict[str, float | int]


@dataclass(frozen=True)
class Work:
    """What is timed."""

    index: Path
    questions: QuestionSet
    corpus: tuple[Path, ...] = ()
    cold_starts: int = COLD_STARTS


def measure(work: Work) -> dict[str, Figures]:
    """Everything that can be timed, by name."""
    figures = {"running": running(work), "cold_ask": cold_ask(work)}
    if work.corpus:
        figures["refresh"] = refreshing(work.corpus)
    return figures


def running(work: Work) -> Figures:
    """A question in a running program; the first one, which loads everything, is given apart."""
    assistant = Assistant(work.index)
    first = _timed(lambda: assistant.ask(work.questions.questions[0].question))
    seconds: list[float] = []
    for entry in work.questions.entries:
        conversation = Conversation()
        for question in turns_of(entry):
            started = time.perf_counter()
            reply = assistant.ask(question.question, conversation)
            seconds.append(time.perf_counter() - started)
            conversation = conversation.after(reply)
    return {"first_seconds": first, **latency(seconds)}


def cold_ask(work: Work) -> Figures:
    """``wenju ask`` as a new process, start and end of the interpreter counted.

    ``cpu_seconds`` is the processor time of one such process: what a busy machine does not blow up. 0 on Windows.
    """
    questions = [question.question for question in work.questions.questions[: work.cold_starts]]
    before = os.times()
    seconds = [_timed(partial(_wenju, "ask", one, "--index", str(work.index))) for one in questions]
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return {**latency(seconds), "cpu_seconds": cpu / len(seconds)}


def refreshing(corpus: Sequence[Path]) -> Figures:
    """``wenju refresh`` of an index that is not there yet, and again where nothing changed."""
    with tempfile.TemporaryDirectory() as folder:
        command = ("refresh", *map(str, corpus), "--index", str(Path(folder, "index")))
        return {
            "cold_seconds": _timed(partial(_wenju, *command)),
            "unchanged_seconds": percentile([_timed(partial(_wenju, *command)) for _ in range(3)], 0.5),
        }


def table(figures: dict[str, Figures]) -> str:
    """One line a figure, times in milliseconds."""
    lines = []
    for name, values in figures.items():
        for label, value in values.items():
            shown = f"{value * 1000:10.1f} ms" if label.endswith("seconds") else f"{value:10d}"
            lines.append(f"{name:10} {label.removesuffix('_seconds'):10} {shown}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, measure, print; 1 where the reader can mend what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks.latency", description=__doc__)
    parser.add_argument("--index", type=Path, required=True, help="an index that is ready")
    parser.add_argument("--questions", type=Path, required=True, help="a question set over it")
    parser.add_argument(
        "--corpus", type=Path, nargs="*", default=[], help="time a refresh of these files too"
    )
    parser.add_argument("--cold-starts", type=int, default=COLD_STARTS, help="how often to start anew")
    given = parser.parse_args(arguments)
    try:
        questions = read_questions(given.questions)
        figures = measure(Work(given.index, questions, tuple(given.corpus), given.cold_starts))
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stderr.write(table(figures) + "\n")
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _wenju(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "ui", *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
