"""``python -m eval.benchmarks.answers --data FOLDER --out FOLDER``: finding and reading, on public questions.

The folder holds the sets, one a folder, as ``passages*.jsonl.gz`` (``{"pid", "title", "text"}``) and
``questions_dev.jsonl.gz`` (``{"qid", "question", "pid", "answers": [{"text", "start"}]}``). The passages of all sets
are one corpus, refreshed into an index in the output folder and kept there; a sample of the development questions
of each set is asked (``asking``), measured (``scoring``) and timed (``stages``). Writes ``answers.json``,
``answers.md`` and ``index.html``, and each set with its run for ``wenju eval score`` and ``compare``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from eval.benchmarks.answers.asking import asked_of_passage, asked_openly, asked_without_passage
from eval.benchmarks.answers.report import markdown, page
from eval.benchmarks.answers.scoring import Measured, SetScores, measured
from eval.benchmarks.answers.stages import stage_times
from eval.benchmarks.pool import INDEX, Pool, indexed, read_pool
from eval.benchmarks.question_files import SEED, question_set
from eval.fitting.withheld import Library
from eval.questions import Question, QuestionSet
from eval.replies import RunReply
from rag.assistant import Assistant
from rag.errors import UserError

SETS = ("cmrc2018", "antiterror_mrc")
"""Their development questions are trained on by nothing here."""

QUESTIONS = 500
"""Of each set: intervals of about four points, in a few minutes."""


class Wanted(NamedTuple):
    """What the command line asks for."""

    data: Path
    out: Path
    sets: tuple[str, ...] = SETS
    questions: int = QUESTIONS


class Bench(NamedTuple):
    """An index of the pool, open."""

    assistant: Assistant
    library: Library

    def measured(self, question: Question, reply: RunReply) -> Measured:
        """One question against the records of its passage and its reprints."""
        gold = (self.library.said[one].record for one in self.library.holding(question))
        return measured(question, reply, frozenset({*question.article_ids, *(one for one in gold if one)}))

    def scores(self, questions: QuestionSet, run: Path) -> SetScores:
        """A set, asked in every way."""
        said = asked_openly(self.assistant, questions, run)
        openly = zip(questions.questions, said.replies, strict=True)
        given = asked_of_passage(self.assistant, questions, self.library)
        without = asked_without_passage(self.assistant, questions)
        return SetScores(*(tuple(self.measured(*pair) for pair in way) for way in (openly, given, without)))


def benchmark(wanted: Wanted) -> dict[str, Any]:
    """All figures, written to the output folder as well. Raises ``QuestionSetError``."""
    pool = read_pool(wanted.data)
    _say(f"{len(pool.passages)} passages")
    report = indexed(pool, wanted.out)
    _say(f"{report.chunks} chunks indexed in {report.seconds:.0f} s")
    assistant = Assistant(wanted.out / INDEX)
    bench = Bench(assistant, Library.of(assistant.snapshot()))
    sets = {name: question_set(wanted.data, name, pool, wanted.questions, wanted.out) for name in wanted.sets}
    stages = stage_times(assistant, [q.question for one in sets.values() for q in one.questions])
    scores: dict[str, SetScores] = {}
    for name, questions in sets.items():
        _say(f"{name}: {len(questions)} questions")
        scores[name] = bench.scores(questions, wanted.out / f"{name}.run.jsonl")
    figures = {
        "pool": _told(pool, report.chunks),
        "seed": SEED,
        "sets": {name: one.to_object() for name, one in scores.items()},
        "stages": stages,
    }
    text = json.dumps(figures, ensure_ascii=False, indent=1) + "\n"
    for file, content in (
        ("answers.json", text),
        ("answers.md", markdown(scores, stages)),
        ("index.html", page(scores)),
    ):
        (wanted.out / file).write_text(content, encoding="utf-8", newline="\n")
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the command line, measures, prints the table; 1 where the reader can mend what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks.answers", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the public sets")
    parser.add_argument("--out", type=Path, required=True, help="folder for the index and the figures")
    parser.add_argument("--sets", nargs="+", default=SETS, help="sets whose development questions are asked")
    parser.add_argument("--questions", type=int, default=QUESTIONS, help="of each set; 0 for all")
    given = parser.parse_args(arguments)
    try:
        benchmark(Wanted(given.data, given.out, tuple(given.sets), given.questions))
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write((given.out / "answers.md").read_text("utf-8"))
    return 0


def _told(pool: Pool, chunks: int) -> dict[str, int]:
    return {"passages": len(pool.passages), "chunks": chunks}


def _say(what: str) -> None:
    sys.stderr.write(f"{what}\n")


if __name__ == "__main__":
    sys.exit(main())
