"""How much does each sign say that the corpus does not answer? Logistic regression for ``rag.answering.doubt``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eval.fitting.dev_sets import Found
from rag.answering.doubt import Signs, signs

Floats = NDArray[np.float64]

RIDGE = 1e-3


class Fitted(NamedTuple):
    """What was found."""

    weights: Signs
    bias: float
    caught: float
    """Share of the unanswerable questions above the threshold."""
    refused: float
    """Share of the answerable ones above it."""


def fit(found: Sequence[Found], threshold: float) -> Fitted:
    """The weights on all questions but those about articles, which are not answered from sentences."""
    rows = [(signs(asked), not question.answers) for question, asked in found if question.type != "metadata"]
    features = np.array([[*row, 1.0] for row, _ in rows])
    absent = np.array([label for _, label in rows])
    weights = _minimum(features, absent)
    above = 1 / (1 + np.exp(-features @ weights)) > threshold
    return Fitted(
        Signs(*map(float, weights[:-1])),
        float(weights[-1]),
        float(above[absent].mean()),
        float(above[~absent].mean()),
    )


def _minimum(features: Floats, absent: NDArray[np.bool_]) -> Floats:
    from scipy.optimize import minimize

    def loss(weights: Floats) -> float:
        total = features @ weights
        return float(np.mean(np.logaddexp(0, total) - absent * total) + RIDGE * weights[:-1] @ weights[:-1])

    return np.asarray(minimize(loss, np.zeros(features.shape[1]), method="L-BFGS-B").x, dtype=np.float64)
