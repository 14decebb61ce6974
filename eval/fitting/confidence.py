"""How much does each sign say for the answer that is shown? Logistic regression for ``rag.answering.confidence``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from eval.fitting.dev_sets import Found
from eval.fitting.logistic import Floats, chance, logistic
from eval.measures.answers import found_share
from eval.measures.calibration import Said, expected_calibration_error, reliability
from eval.measures.roc import roc_auc
from eval.places import Place
from eval.replies import ShownAnswer
from rag.answering.answer import Abstention, Answer
from rag.answering.compose import compose
from rag.answering.confidence import Assurance, assurance

RIDGE = 1e-3
FOLDS = 8


class Answered(NamedTuple):
    """One answer that was given."""

    assurance: Assurance
    right: bool
    cluster: str


class Fitted(NamedTuple):
    """What was found."""

    weights: Assurance
    bias: float
    n: int
    right: float
    """The share of the answers that were right."""
    error: float
    """The expected calibration error, each answer judged by weights fitted without its article."""
    area: float | None
    """The chance that a right answer was told a higher confidence than a wrong one, likewise."""


def fit(found: Sequence[Found]) -> Fitted:
    """The weights over all answers that were given, to answerable and unanswerable questions alike."""
    rows = list(answered(found))
    signs = np.array([row.assurance for row in rows], dtype=np.float64)
    right = np.array([row.right for row in rows])
    weights = logistic(signs, right, np.ones(len(rows)), RIDGE, rising=False)
    told = _told_by_others(rows, signs)
    said = [Said(float(p), bool(true)) for p, true in zip(told, right, strict=True)]
    area = roc_auc(told[right].tolist(), told[~right].tolist())
    error = expected_calibration_error(reliability(said))
    return Fitted(
        Assurance(*map(float, weights[:-1])), float(weights[-1]), len(rows), float(right.mean()), error, area
    )


def answered(found: Sequence[Found]) -> Iterator[Answered]:
    """The answers that were not refused, with whether every gold answer is among what they show."""
    for question, asked in found:
        answer = compose(asked)
        if not isinstance(answer, Abstention) and not asked.terms.empty:
            right = bool(question.answers) and found_share(question, shown_by(answer)) == 1.0
            yield Answered(assurance(asked, answer), right, question.cluster)


def shown_by(answer: Answer) -> tuple[ShownAnswer, ...]:
    """What an answer shows, as the measures see it."""
    return tuple(
        ShownAnswer(item.quote.text, Place(item.quote.file, item.quote.record, item.quote.pieces), item.lit)
        for item in answer.items
    )


def _told_by_others(rows: Sequence[Answered], signs: Floats) -> Floats:
    """(rows,) the confidence that weights fitted on other articles tell."""
    clusters = sorted({row.cluster for row in rows})
    order = np.random.default_rng(0).permutation(len(clusters))
    fold_of = {clusters[at]: place % FOLDS for place, at in enumerate(order)}
    folds = np.array([fold_of[row.cluster] for row in rows])
    right = np.array([row.right for row in rows])
    told = np.zeros(len(rows))
    for fold in set(folds.tolist()):
        inside, others = folds == fold, folds != fold
        if others.any():
            weights = logistic(signs[others], right[others], np.ones(int(others.sum())), RIDGE, rising=False)
            told[inside] = chance(signs[inside] @ weights[:-1] + weights[-1])
    return told
