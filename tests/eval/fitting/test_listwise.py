from __future__ import annotations

import numpy as np
import pytest

from eval.fitting.listwise import Example, accuracy, fit

RIDGE = 1e-4


def example(*rows: tuple[float, float, bool]) -> Example:
    """Candidates with two features each, and whether they are right."""
    return Example(np.array([row[:2] for row in rows]), np.array([row[2] for row in rows]))


TELLING = [
    example((1.0, 0.3, True), (0.0, 0.6, False)),
    example((0.0, 0.1, False), (0.0, 0.8, False), (1.0, 0.5, True)),
    example((1.0, 0.9, True), (0.2, 0.9, False)),
]
"""The first feature tells, the second does not."""


def test_the_feature_that_tells_gets_the_weight():
    weights = fit(TELLING, RIDGE)
    assert weights.shape == (2,)
    assert weights[0] > abs(weights[1])
    assert accuracy(TELLING, weights) == 1.0


def test_the_fit_is_the_minimum_of_its_loss():
    from scipy.optimize import approx_fprime

    def loss(weights: np.ndarray) -> float:
        told = []
        for features, holds in TELLING:
            p = np.exp(features @ weights)
            told.append(np.log(p.sum() / p[holds].sum()))
        return float(np.mean(told) + RIDGE * weights @ weights)

    weights = fit(TELLING, RIDGE)
    assert approx_fprime(weights, loss, 1e-6) == pytest.approx([0, 0], abs=1e-3)
    assert loss(weights) < loss(np.zeros(2))


def test_a_stronger_ridge_keeps_the_weights_smaller():
    loose, tight = fit(TELLING, 1e-4), fit(TELLING, 1.0)
    assert np.linalg.norm(tight) < np.linalg.norm(loose)


def test_either_of_two_right_candidates_will_do():
    data = [example((1.0, 0.0, True), (0.0, 0.0, True), (0.5, 0.0, False))]
    assert np.isfinite(fit(data, RIDGE)).all()


def test_the_accuracy_is_the_share_of_examples_whose_first_candidate_is_right():
    assert accuracy(TELLING, np.array([0.0, 1.0])) == pytest.approx(1 / 3)
    assert accuracy(TELLING, np.array([1.0, 0.0])) == 1.0
