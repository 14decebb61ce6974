"""How much does each sign say that the corpus does not answer? Logistic regression for ``rag.answering.doubt``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eval.fitting.dev_sets import Found
from rag.answering.doubt import Signs, signs

Floats = NDArray[np.float64]

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
    features = np.array([[*signs(one.asked), 1.0] for one, _ in kept])
    absent = np.array([not one.question.answers for one, _ in kept])
    counts = np.array([count for _, count in kept])
    weights = _minimum(features, absent, counts)
    above = 1 / (1 + np.exp(-features @ weights)) > threshold
    real = counts == 1.0
    return Fitted(
        Signs(*map(float, weights[:-1])),
        float(weights[-1]),
        float(above[absent & real].mean()),
        float(above[~absent & real].mean()),
    )


def _minimum(features: Floats, absent: NDArray[np.bool_], counts: Floats) -> Floats:
    """The weights of the least loss, none of them negative but the last, the bias."""
    from scipy.optimize import minimize

    def loss(weights: Floats) -> tuple[float, Floats]:
        total = features @ weights
        value = counts @ (np.logaddexp(0, total) - absent * total) / counts.sum()
        slope = features.T @ (counts * (1 / (1 + np.exp(-total)) - absent)) / counts.sum()
        slope[:-1] += 2 * RIDGE * weights[:-1]
        return float(value + RIDGE * weights[:-1] @ weights[:-1]), slope

    n = features.shape[1]
    bounds = [(0.0, None)] * (n - 1) + [(None, None)]
    found = minimize(loss, np.zeros(n), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x, dtype=np.float64)
