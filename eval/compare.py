"""Is one run better than another, or was it luck? The same questions, paired.

``Comparison.to_object()`` is what ``wenju eval compare`` prints::

    {"a": name, "b": name, "questions": n, "main": "answer_found",
     "measures": {measure: {"a", "b", "difference", "win", "tie", "loss", "n", "p_sign", "p_permutation"}},
     "changed": [{"qid", "type", "question", "a", "b", "outcome_a", "outcome_b", "change": "win" | "loss"}]}

Differences are B minus A; a win is a question that B does better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import comb
from typing import Any

import numpy as np

from eval.questions import QuestionSet
from eval.runs import Run
from eval.scoring import Record, score

MAIN = "answer_found"
COMPARED = (
    MAIN,
    "correct",
    "answer_share",
    "answer_coverage",
    "answer@1",
    "item_F1",
    "precision",
    "F1",
    "article@1",
    "passage@1",
    "passage@10",
    "MRR@10",
    "nDCG@10",
    "caught",
    "refused",
)
"""Measures of which more, or less, is better; ``shown_chars`` is neither."""
LESS_IS_BETTER = frozenset({"refused"})
PERMUTATIONS = 9_999
"""Enough to tell p = .05 from .045 apart; with the observed assignment, 10 000 in all."""
SAME = 1e-9
"""Differences below it are rounding."""


@dataclass(frozen=True)
class Contest:
    """One measure over the questions that both runs have it for."""

    a: float
    b: float
    difference: float
    """B minus A."""
    win: int
    """Questions that B does better."""
    tie: int
    loss: int
    n: int
    p_sign: float
    p_permutation: float


@dataclass(frozen=True)
class Change:
    """A question on which the two runs differ in the main measure."""

    a: Record
    b: Record

    def to_object(self, measure: str) -> dict[str, Any]:
        """Which question, how it stood and how it stands."""
        before, after = self.a.measures[measure], self.b.measures[measure]
        return {
            "qid": self.a.question.qid,
            "type": self.a.question.type,
            "question": self.a.question.question,
            "a": before,
            "b": after,
            "outcome_a": self.a.outcome.value,
            "outcome_b": self.b.outcome.value,
            "change": "win" if better(measure, after - before) else "loss",
        }


@dataclass(frozen=True)
class Comparison:
    """Two runs over one question set."""

    a: str
    b: str
    main: str
    questions: int
    contests: dict[str, Contest]
    changed: tuple[Change, ...]

    def to_object(self) -> dict[str, Any]:
        """Plain JSON values; the keys are in the module's docstring."""
        return {
            "a": self.a,
            "b": self.b,
            "questions": self.questions,
            "main": self.main,
            "measures": {name: asdict(contest) for name, contest in self.contests.items()},
            "changed": [change.to_object(self.main) for change in self.changed],
        }


def compare(questions: QuestionSet, run_a: Run, run_b: Run, main: str = MAIN) -> Comparison:
    """Every measure in which the two runs can be compared, and the questions that changed in ``main``."""
    pairs = list(zip(score(questions, run_a).records, score(questions, run_b).records, strict=True))
    contests = {}
    for measure in COMPARED:
        both = [(a, b) for a, b in pairs if measure in a.measures and measure in b.measures]
        if both:
            contests[measure] = contest(measure, both)
    changed = tuple(
        Change(a, b)
        for a, b in pairs
        if main in a.measures and main in b.measures and abs(b.measures[main] - a.measures[main]) > SAME
    )
    return Comparison(run_a.name, run_b.name, main, len(pairs), contests, changed)


def contest(measure: str, pairs: Sequence[tuple[Record, Record]]) -> Contest:
    """One measure, question by question."""
    differences = [b.measures[measure] - a.measures[measure] for a, b in pairs]
    win = sum(better(measure, difference) for difference in differences)
    tie = sum(abs(difference) <= SAME for difference in differences)
    loss = len(pairs) - win - tie
    return Contest(
        a=sum(a.measures[measure] for a, _ in pairs) / len(pairs),
        b=sum(b.measures[measure] for _, b in pairs) / len(pairs),
        difference=sum(differences) / len(differences),
        win=win,
        tie=tie,
        loss=loss,
        n=len(pairs),
        p_sign=sign_test(win, loss),
        p_permutation=permutation_test(differences),
    )


def better(measure: str, difference: float) -> bool:
    """Whether a difference B minus A speaks for B."""
    return (-difference if measure in LESS_IS_BETTER else difference) > SAME


def sign_test(win: int, loss: int) -> float:
    """The two-sided exact p of as lopsided a split under a fair coin; ties left out (Dixon & Mood 1946).

    On yes/no measures it is McNemar's exact test.

    >>> sign_test(5, 0), sign_test(3, 3)
    (0.0625, 1.0)
    """
    n = win + loss
    tail = sum(comb(n, k) for k in range(min(win, loss) + 1)) / (1 << n)
    return min(1.0, 2 * tail)


def permutation_test(differences: Sequence[float], seed: int = 0) -> float:
    """The two-sided p of the mean difference when each pair's order is a coin's toss (Fisher 1935; sampled).

    1.0 where no question differs.
    """
    changed = np.asarray([difference for difference in differences if abs(difference) > SAME])
    if not changed.size:
        return 1.0
    observed = float(abs(changed.sum()))
    signs = np.random.default_rng(seed).integers(0, 2, size=(PERMUTATIONS, changed.size)) * 2 - 1
    as_large = int(np.count_nonzero(np.abs(signs @ changed) >= observed - SAME))
    return (as_large + 1) / (PERMUTATIONS + 1)
