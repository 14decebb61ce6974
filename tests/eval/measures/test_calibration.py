"""What was said against what came true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measures.calibration import (
    Bin,
    Said,
    brier,
    calibration,
    expected_calibration_error,
    reliability,
)

TOLD = st.lists(
    st.builds(Said, st.floats(0, 1, allow_subnormal=False), st.booleans()), min_size=1, max_size=40
)


def test_nine_in_ten_that_is_right_nine_times_in_ten_errs_by_nothing():
    told = [Said(0.9, at > 0) for at in range(10)]
    assert reliability(told) == (Bin(10, pytest.approx(0.9), 0.9),)
    assert expected_calibration_error(reliability(told)) == pytest.approx(0.0)
    assert brier(told) == pytest.approx(0.09)


def test_the_error_is_weighted_by_the_questions_of_a_bin():
    assert expected_calibration_error([Bin(3, 0.5, 0.5), Bin(1, 0.9, 0.5)]) == pytest.approx(0.1)


def test_what_was_said_in_one_breath_stands_in_one_bin():
    told = [Said(0.2, False), Said(0.6, True), Said(0.6, False), Said(0.6, True), Said(0.9, True)]
    assert [one.n for one in reliability(told, bins=2)] == [4, 1]


def test_nothing_said_is_not_measured():
    assert calibration([]) is None
    with pytest.raises(ValueError, match="nothing was said"):
        brier([])
    with pytest.raises(ValueError, match="nothing was said"):
        expected_calibration_error([])


@given(TOLD, st.integers(1, 10))
def test_the_bins_hold_every_question_once_in_order(told: list[Said], bins: int):
    found = reliability(told, bins)
    assert sum(one.n for one in found) == len(told)
    assert len(found) <= bins
    assert [one.said for one in found] == sorted(one.said for one in found)
    assert sum(one.n * one.true for one in found) == pytest.approx(sum(one.true for one in told))
