from __future__ import annotations

import numpy as np
import pytest

from eval.fitting.logistic import chance, logistic

SIGN = np.array([[0.0], [0.0], [1.0], [1.0]])


def test_the_bias_alone_tells_the_share_of_true_labels():
    labels = np.array([True, False, False, False])
    (bias,) = logistic(np.zeros((4, 0)), labels, np.ones(4), 0.0, rising=False)
    assert chance(np.array([bias]))[0] == pytest.approx(0.25, abs=1e-3)


def test_a_weight_may_fall_unless_it_must_rise():
    labels = np.array([True, True, True, False])
    free = logistic(SIGN, labels, np.ones(4), 1e-2, rising=False)
    held = logistic(SIGN, labels, np.ones(4), 1e-2, rising=True)
    assert free[0] < 0
    assert held[0] == 0.0


def test_what_counts_twice_is_as_if_it_stood_twice():
    labels = np.array([True, False, False, True])
    twice = logistic(SIGN, labels, np.array([1.0, 1.0, 2.0, 1.0]), 1e-2, rising=False)
    rows = [0, 1, 2, 2, 3]
    assert twice == pytest.approx(
        logistic(SIGN[rows], labels[rows], np.ones(5), 1e-2, rising=False), abs=1e-4
    )
