"""``python -m eval.benchmarks.retrieval --data FOLDER --out FOLDER``: how well is the right article found?

The passages of all public sets (``eval.benchmarks.pool``) are one corpus with laws and news beside them
(``distractors``); the laws that questions of our own ask about in everyday words are another (``everyday``). Their
indexes lie in the output folder and are kept. Questions that nothing here was trained on are asked of the search, of the
search without each of its parts, of the search with other encoders (``--encoders``) and of other people's searches,
where they are installed (``outside``). ``--gold CORPUS QUESTIONS`` asks questions of one's own of a corpus of one's own
likewise. Writes ``retrieval.json``, ``retrieval.md`` and ``index.html``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from eval.benchmarks.pool import INDEX, indexed, read_pool
from eval.benchmarks.question_files import question_set
from eval.benchmarks.retrieval.asking import say, tables
from eval.benchmarks.retrieval.costs import encode_speeds, index_sizes
from eval.benchmarks.retrieval.distractors import Mixed, with_distractors
from eval.benchmarks.retrieval.everyday import EVERYDAY, everyday
from eval.benchmarks.retrieval.measures import Table
from eval.benchmarks.retrieval.outside import versions
from eval.benchmarks.retrieval.questions import Collection, collection
from eval.benchmarks.retrieval.report import Costs, markdown, page
from eval.questions import read_questions
from rag.errors import UserError
from rag.index.refresh import refresh
from rag.index.request import RefreshReport, RefreshRequest

SETS = ("cmrc2018", "antiterror_mrc")
"""Their development questions are trained on by nothing here."""

QUESTIONS = 500
"""Of each set: intervals of about three points, in a few minutes."""

SLOW_QUESTIONS = 150
"""Of each set, for baselines that take a fifth of a second a question."""

PUBLIC = "public"
"""The collection of the public sets."""


class Wanted(NamedTuple):
    """What the command line asks for."""

    data: Path
    out: Path
    sets: tuple[str, ...] = SETS
    questions: int = QUESTIONS
    slow_questions: int = SLOW_QUESTIONS
    mixed: Mixed = Mixed()
    gold: tuple[tuple[Path, Path], ...] = ()
    encoders: tuple[str, ...] = ()


def benchmark(wanted: Wanted) -> dict[str, Any]:
    """All figures, written to the output folder as well. Raises ``UserError``s of the files and the encoders."""
    found: dict[str, Table] = {}
    costs: dict[str, Costs] = {}
    counts: dict[str, dict[str, int]] = {}
    for name, one in _collections(wanted):
        counts[name] = {"articles": one.snapshot.n_articles, "chunks": one.snapshot.n_chunks}
        costs[name] = Costs(encode_speeds(one, wanted.encoders), index_sizes(one))
        found |= tables(one, wanted.encoders, wanted.slow_questions)
    figures = {
        "collections": counts,
        "baselines": versions(),
        "sets": {name: table.to_object() for name, table in found.items()},
        "costs": {name: cost._asdict() for name, cost in costs.items()},
    }
    text = json.dumps(figures, ensure_ascii=False, indent=1) + "\n"
    for file, content in (
        ("retrieval.json", text),
        ("retrieval.md", markdown(found, costs)),
        ("index.html", page(found, costs)),
    ):
        (wanted.out / file).write_text(content, encoding="utf-8", newline="\n")
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the command line, measures, prints the tables; 1 where the reader can mend what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks.retrieval", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the public sets")
    parser.add_argument("--out", type=Path, required=True, help="folder for the indexes and the figures")
    parser.add_argument("--sets", nargs="+", default=SETS, help="sets whose development questions are asked")
    parser.add_argument("--questions", type=int, default=QUESTIONS, help="of each set; 0 for all")
    parser.add_argument(
        "--slow-questions",
        type=int,
        default=SLOW_QUESTIONS,
        help="of each set, for slow baselines; 0 for all",
    )
    parser.add_argument("--laws", type=int, default=Mixed().laws, help="laws beside the passages")
    parser.add_argument("--news", type=int, default=Mixed().news, help="news beside the passages")
    parser.add_argument(
        "--gold",
        type=Path,
        nargs=2,
        action="append",
        default=[],
        metavar=("CORPUS", "QUESTIONS"),
        help="questions of your own over a folder of your own; may be repeated",
    )
    parser.add_argument(
        "--encoders", nargs="+", default=(), help="others to try: folders, hub names, or bundled"
    )
    given = parser.parse_args(arguments)
    gold = tuple((corpus, questions) for corpus, questions in given.gold)
    counts = (tuple(given.sets), given.questions, given.slow_questions, Mixed(given.laws, given.news))
    try:
        benchmark(Wanted(given.data, given.out, *counts, gold, tuple(given.encoders)))
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write((given.out / "retrieval.md").read_text("utf-8"))
    return 0


def _collections(wanted: Wanted) -> Iterator[tuple[str, Collection]]:
    """The public sets, the everyday questions on laws, then those of one's own, each when it is its turn."""
    yield PUBLIC, _public(wanted)
    if found := everyday(wanted.data, wanted.questions, wanted.out):
        index = wanted.out / f"{EVERYDAY}-index"
        _tell(EVERYDAY, refresh(RefreshRequest((found.corpus,), index)))
        yield EVERYDAY, collection(index, {EVERYDAY: found.questions}, by_record=True)
    for number, (corpus, questions) in enumerate(wanted.gold, 1):
        name = f"{number} {corpus.resolve().name}/{questions.stem}"
        asked = {name: read_questions(questions)}
        index = wanted.out / f"gold-{number}"
        _tell(name, refresh(RefreshRequest((corpus,), index)))
        yield name, collection(index, asked)


def _public(wanted: Wanted) -> Collection:
    pool = read_pool(wanted.data)
    library = with_distractors(pool, wanted.data, wanted.mixed)
    say(f"{len(pool.passages)} passages, {len(library.passages) - len(pool.passages)} others beside them")
    wanted.out.mkdir(parents=True, exist_ok=True)
    sets = {name: question_set(wanted.data, name, pool, wanted.questions, wanted.out) for name in wanted.sets}
    _tell(PUBLIC, indexed(library, wanted.out))
    return collection(wanted.out / INDEX, sets, by_record=True)


def _tell(name: str, report: RefreshReport) -> None:
    say(f"{name}: {report.articles} articles, {report.chunks} chunks indexed in {report.seconds:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
