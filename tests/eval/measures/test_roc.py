"""Every line below which could be refused, with its price."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measures.roc import NOTHING_REFUSED, Line, corners, line_for, roc, roc_auc

SCORES = st.lists(st.sampled_from([0.1, 0.2, 0.4, 0.7, 0.9]), min_size=1, max_size=12)


def test_equal_confidences_are_refused_together():
    assert roc([0.8, 0.5, 0.5, 0.2], [0.5, 0.1]) == (
        NOTHING_REFUSED,
        Line(0.1, 0.0, 0.5),
        Line(0.2, 0.25, 0.5),
        Line(0.5, 0.75, 1.0),
        Line(0.8, 1.0, 1.0),
    )


def test_without_questions_of_both_kinds_there_is_no_curve():
    assert roc([0.5], []) == roc([], [0.5]) == ()


@pytest.mark.parametrize(
    ("share", "line"), [(0.0, (0.1, 0.0, 0.5)), (0.3, (0.2, 0.25, 0.5)), (1.0, (0.8, 1.0, 1.0))]
)
def test_the_highest_line_within_the_share_is_chosen(share: float, line: tuple[float, float, float]):
    assert line_for(roc([0.8, 0.5, 0.5, 0.2], [0.5, 0.1]), share) == line


def test_where_the_least_sure_question_is_answerable_the_strictest_line_refuses_nothing():
    assert line_for(roc([0.1], [0.5]), 0.0) == NOTHING_REFUSED


def test_no_lines_to_choose_from_are_a_fault():
    with pytest.raises(ValueError, match="no lines"):
        line_for((), 0.5)


def test_only_the_lines_where_the_curve_turns_are_kept():
    lines = roc([0.7, 0.8, 0.9], [0.1, 0.2])
    assert [(line.refused, line.caught) for line in corners(lines)] == [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0)]


@given(SCORES, SCORES)
def test_the_area_under_the_line_is_the_chance_of_a_right_order(kept: list[float], gone: list[float]):
    lines = roc(kept, gone)
    for drawn in (lines, corners(lines)):
        steps = pairwise(drawn)
        area = sum((b.refused - a.refused) * (a.caught + b.caught) / 2 for a, b in steps)
        assert area == pytest.approx(roc_auc(kept, gone))
