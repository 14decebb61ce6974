"""Logistic regression with a ridge, its bias left free: which weights make the labels likeliest?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Labels = NDArray[np.bool_]


def logistic(features: Floats, labels: Labels, counts: Floats, ridge: float, *, rising: bool) -> Floats:
    """(features + 1,) the weights and, last, the bias.

    ``features`` is (rows, features), ``counts`` (rows,) what each row counts, ``ridge`` the factor of the weights'
    squared length in the mean loss. With ``rising`` no weight is negative: each feature can only add.
    """
    from scipy.optimize import minimize

    with_one = np.column_stack([features, np.ones(len(features))])

    def loss(weights: Floats) -> tuple[float, Floats]:
        total = with_one @ weights
        value = counts @ (np.logaddexp(0, total) - labels * total) / counts.sum()
        slope = with_one.T @ (counts * (chance(total) - labels)) / counts.sum()
        slope[:-1] += 2 * ridge * weights[:-1]
        return float(value + ridge * weights[:-1] @ weights[:-1]), slope

    n = with_one.shape[1]
    bounds = [(0.0 if rising else None, None)] * (n - 1) + [(None, None)]
    found = minimize(loss, np.zeros(n), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x, dtype=np.float64)


def chance(log_odds: Floats) -> Floats:
    """The probabilities of some log-odds."""
    return np.asarray(1 / (1 + np.exp(-log_odds)), dtype=np.float64)
