"""How much does each sign say that the corpus does not answer? Logistic regression for ``rag.answering.doubt``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from eval.fitting.dev_sets import Found
from eval.fitting.logistic import chance, logistic
from rag.answering.doubt import Signs, signs

RIDGE = 3e-4

WITHHELD_WEIGHT = 0.1
"""What a question counts whose articles were left out: there are many, and they are easier than real ones."""


class Fitted(NamedTuple):
    """What was found."""

    weights: Signs
    bias: float
    caught: float
    """Share of the unanswerable questions above the threshold."""
    refused: float
    """Share of the answerable ones above it."""


def fit(found: Sequence[Found], withheld: Sequence[Found], threshold: float) -> Fitted:
    """The weights on all questions but those about articles, which are not answered from sentences.

    ``withheld`` are questions whose answers were left out; what is said of the threshold is said of the others.
    """
    kept = [(one, 1.0) for one in found] + [(one, WITHHELD_WEIGHT) for one in withheld]
    kept = [(one, counts) for one, counts in kept if one.question.type != "metadata"]
    features = np.array([signs(one.asked) for one, _ in kept], dtype=np.float64)
    absent = np.array([not one.question.answers for one, _ in kept])
    counts = np.array([count for _, count in kept])
    weights = logistic(features, absent, counts, RIDGE, rising=True)
    above = chance(features @ weights[:-1] + weights[-1]) > threshold
    real = counts == 1.0
    return Fitted(
        Signs(*map(float, weights[:-1])),
        float(weights[-1]),
        float(above[absent & real].mean()),
        float(above[~absent & real].mean()),
    )
