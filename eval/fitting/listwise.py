"""Which weights put a right candidate first most surely?

Listwise logistic regression: for one question with candidates i and features x_i, the probability of a candidate
is p_i = exp(w·x_i) / Σ_j exp(w·x_j); the weights w maximise the mean of log Σ_{i right} p_i over the questions,
less a ridge penalty.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Example(NamedTuple):
    """The candidates of one question."""

    features: Floats
    """(candidates, features)."""
    holds: NDArray[np.bool_]
    """(candidates,) which are right; at least one is."""


def fit(data: Sequence[Example], ridge: float) -> Floats:
    """The weights, one a feature; ``ridge`` is the factor of their squared length in the mean loss."""
    from scipy.optimize import minimize

    stacked = np.concatenate([example.features for example in data])
    holds = np.concatenate([example.holds for example in data])
    starts = np.cumsum([0, *(len(example.holds) for example in data[:-1])])
    sizes = np.array([len(example.holds) for example in data])

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = stacked @ weights
        scores = scores - np.repeat(np.maximum.reduceat(scores, starts), sizes)
        all_p = np.exp(scores)
        good_p = all_p * holds
        total, good = np.add.reduceat(all_p, starts), np.maximum(np.add.reduceat(good_p, starts), 1e-300)
        pull = all_p / np.repeat(total, sizes) - good_p / np.repeat(good, sizes)
        value = float(np.log(total / good).mean() + ridge * weights @ weights)
        return value, (stacked.T @ pull) / len(starts) + 2 * ridge * weights

    found = minimize(loss, np.zeros(stacked.shape[1]), jac=True, method="L-BFGS-B")
    return np.asarray(found.x, dtype=np.float64)


def accuracy(data: Sequence[Example], weights: Floats) -> float:
    """The share of examples whose first candidate is right."""
    return float(np.mean([example.holds[np.argmax(example.features @ weights)] for example in data]))
