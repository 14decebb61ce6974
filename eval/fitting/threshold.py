"""From which doubt on should nothing be claimed? ``python -m eval.fitting.threshold --set QUESTIONS.jsonl INDEX …``

Draws the line of ``AnswerSettings.refusal_threshold`` so that at most the wanted share of the answerable questions
is refused (``--refused``), and says what it would catch: on all questions, and cross-validated, each question
judged by a line drawn without its article. ``--withheld`` adds every answerable question once more with its articles
left out (``eval.fitting.withheld``). The reliability curve is that of what doubt leaves (1 − doubt); it depends on how
many questions are unanswerable, and so is given without the withheld ones too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from eval.fitting.dev_sets import Found, found_for
from eval.fitting.withheld import KIND, withheld_for
from eval.measures.calibration import Said, brier, expected_calibration_error, reliability
from eval.measures.means import Mean, clustered_mean
from eval.measures.roc import roc_auc
from rag.answering.answer import AboutAnswer, Abstention, OutlineAnswer
from rag.answering.compose import compose
from rag.answering.doubt import probability, signs

FOLDS = 8
"""Enough that seven eighths of the questions draw nearly the line that all would."""

ABOVE_ALL = 2.0
"""A threshold that no probability reaches: nothing is refused for doubt alone."""


class Judged(NamedTuple):
    """One question as the line sees it."""

    confidence: float
    """What doubt leaves; 0 where nothing is answered whatever the line, 1 where the line is not asked."""
    answerable: bool
    cluster: str
    kind: str
    """``answerable``, or the ``unans_kind``."""


class Price(NamedTuple):
    """What a line refuses and catches."""

    refused: Mean
    caught: Mean


def judged(found: Iterable[Found]) -> Iterator[Judged]:
    """Each question with what the line would be held against."""
    for question, asked in found:
        willing = replace(asked, settings=replace(asked.settings, refusal_threshold=ABOVE_ALL))
        answer = compose(willing)
        sure = 0.0 if asked.terms.empty else 1 - probability(signs(asked))
        if isinstance(answer, Abstention):
            sure = 0.0
        elif isinstance(answer, AboutAnswer | OutlineAnswer):
            sure = 1.0
        kind = (
            "answerable" if question.answerable else str(question.further.get("unans_kind", "unanswerable"))
        )
        yield Judged(sure, question.answerable, question.cluster, kind)


def line_of(questions: Sequence[Judged], refused: float) -> float:
    """The highest confidence such that at most this share of the answerable questions lies below it.

    >>> line_of([Judged(c, True, "", "answerable") for c in (0.2, 0.6, 0.7, 0.9)], refused=0.25)
    0.6
    """
    kept = sorted(one.confidence for one in questions if one.answerable)
    return kept[min(int(refused * len(kept)), len(kept) - 1)] if kept else 0.0


def price(questions: Sequence[Judged], lines: Sequence[float]) -> Price:
    """What is refused and caught where each question is held against its own line."""
    pairs = list(zip(questions, lines, strict=True))
    refused, caught = (
        clustered_mean(
            [float(one.confidence < line) for one, line in pairs if one.answerable is answerable],
            [one.cluster for one, _ in pairs if one.answerable is answerable],
        )
        for answerable in (True, False)
    )
    return Price(refused, caught)


def cross_validated(questions: Sequence[Judged], refused: float, folds: int = FOLDS) -> list[float]:
    """For each question the line drawn without the articles of its fold."""
    clusters = sorted({one.cluster for one in questions})
    fold = {cluster: at % folds for at, cluster in enumerate(clusters)}
    lines = [line_of([q for q in questions if fold[q.cluster] != at], refused) for at in range(folds)]
    return [lines[fold[one.cluster]] for one in questions]


def told(questions: Sequence[Judged], refused: float) -> Iterator[str]:
    """The lines that are printed."""
    line = line_of(questions, refused)
    yield f"refusal_threshold {1 - line:.3f}: nothing is claimed where doubt leaves less than {line:.3f}"
    held = cross_validated(questions, refused)
    for name, lines in (("all questions", [line] * len(questions)), ("cross-validated", held)):
        found = price(questions, lines)
        yield f"{name:16} refused {_shown(found.refused)}   caught {_shown(found.caught)}"
    for kind in sorted({one.kind for one in questions if not one.answerable}):
        caught = [one.confidence < at for one, at in zip(questions, held, strict=True) if one.kind == kind]
        yield f"    {kind:12} caught {sum(caught) / len(caught):.3f} of {len(caught)}"
    kept, gone = ([q.confidence for q in questions if q.answerable is side] for side in (True, False))
    yield f"area under the ROC {roc_auc(kept, gone) or 0.0:.3f}"
    yield from _curve("reliability", questions)
    as_asked = [one for one in questions if one.kind != KIND]
    if len(as_asked) < len(questions):
        yield from _curve("reliability without the withheld", as_asked)


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line, looks every question up, draws the line, prints."""
    parser = argparse.ArgumentParser(prog="python -m eval.fitting.threshold", description=__doc__)
    parser.add_argument("--set", nargs=2, action="append", required=True, metavar=("QUESTIONS", "INDEX"))
    parser.add_argument(
        "--refused", type=float, default=0.05, help="wanted share of answerable questions refused"
    )
    parser.add_argument("--withheld", action="store_true", help="add the questions without their articles")
    given = parser.parse_args(arguments)
    sets = [(Path(questions), Path(index)) for questions, index in given.set]
    questions = [one for pair in sets for one in judged(found_for(*pair))]
    if given.withheld:
        questions += [one for pair in sets for one in judged(withheld_for(*pair))]
    if len({one.answerable for one in questions}) < 2:
        parser.error("the sets must hold questions of both kinds; --withheld makes unanswerable ones")
    sys.stdout.writelines(f"{line}\n" for line in told(questions, given.refused))


def _curve(name: str, questions: Sequence[Judged]) -> Iterator[str]:
    said = [Said(one.confidence, one.answerable) for one in questions]
    bins = reliability(said)
    yield f"{name}: Brier {brier(said):.3f}, expected calibration error {expected_calibration_error(bins):.3f}"
    yield from (f"    said {one.said:.3f}  true {one.true:.3f}  n {one.n}" for one in bins)


def _shown(mean: Mean) -> str:
    return f"{mean.value:.3f} ({mean.low:.3f}–{mean.high:.3f}, n {mean.n})"


if __name__ == "__main__":
    main()
