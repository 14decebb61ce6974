from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.reader.protocol import LONGEST_ANSWER, UNREAD, Reading
from rag.text.spans import Span

# 渡口 | 去年 | 培训 | 412 | 名 | 。
PLAIN = Reading(
    np.array([(0, 2), (2, 4), (4, 6), (6, 9), (9, 10), (10, 11)]),
    np.array([0.1, 0.05, 0.05, 0.6, 0.1, 0.0], dtype=np.float32),
    np.array([0.1, 0.1, 0.1, 0.2, 0.5, 0.0], dtype=np.float32),
    0.8,
)


def test_the_share_of_a_span_is_that_of_the_tokens_that_begin_in_it():
    assert PLAIN.share(Span(6, 10)) == pytest.approx(0.7)
    assert PLAIN.share(Span(5, 7)) == pytest.approx(0.6)
    assert PLAIN.share(Span(7, 9)) == 0.0


def test_the_total_is_what_the_passage_has_of_all_passages():
    assert PLAIN.total == pytest.approx(0.9)


def test_the_best_span_goes_from_the_likeliest_start_to_the_likeliest_end():
    assert PLAIN.best_span(Span(0, 11)) == Span(6, 10)
    assert PLAIN.best_span(Span(0, 6)) == Span(0, 2)


def test_a_span_without_a_whole_token_has_no_best_span():
    assert PLAIN.best_span(Span(7, 9)) is None
    assert PLAIN.best_span(Span(4, 4)) is None


def test_an_end_before_the_start_is_never_chosen():
    backwards = Reading(
        np.array([(0, 1), (1, 2)]), np.array([0.0, 1.0], np.float32), np.array([0.9, 0.1], np.float32), 1.0
    )
    assert backwards.best_span(Span(0, 2)) == Span(1, 2)


def test_an_answer_has_only_so_many_tokens():
    n = LONGEST_ANSWER + 1
    start, end = np.zeros(n, np.float32), np.zeros(n, np.float32)
    start[0], end[-1], end[-2] = 1.0, 0.7, 0.3
    places = np.array([(at, at + 1) for at in range(n)])
    assert Reading(places, start, end, 1.0).best_span(Span(0, n)) == Span(0, LONGEST_ANSWER)


def test_an_unread_passage_says_nothing():
    assert (UNREAD.total, UNREAD.share(Span(0, 9)), UNREAD.best_span(Span(0, 9))) == (0.0, 0.0, None)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Tokens of one to four characters, some apart, and any probabilities."""
    n = draw(st.integers(1, 12))
    lengths = draw(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 4)), min_size=n, max_size=n))
    places, at = [], 0
    for gap, length in lengths:
        places.append((at + gap, at + gap + length))
        at += gap + length
    chances = st.lists(st.floats(0, 1, width=32), min_size=n, max_size=n)
    start, end = (np.array(draw(chances), dtype=np.float32) for _ in range(2))
    return Reading(np.array(places, dtype=np.int64), start, end, 0.5)


@given(readings(), st.lists(st.integers(0, 70), max_size=6))
def test_the_shares_of_a_partition_sum_to_the_total(reading: Reading, cuts: list[int]):
    edges = [0, *sorted(cuts), 100]
    shares = [reading.share(Span(a, b)) for a, b in pairwise(edges)]
    assert math.isclose(sum(shares), reading.total, abs_tol=1e-5)


@given(readings(), st.integers(0, 60), st.integers(0, 60))
def test_the_best_span_lies_within_and_begins_and_ends_with_tokens(reading: Reading, one: int, other: int):
    within = Span(min(one, other), max(one, other))
    best = reading.best_span(within)
    inside = [(a, b) for a, b in reading.places.tolist() if within.start <= a and b <= within.end]
    assert (best is None) == (not inside)
    if best is not None:
        assert within.start <= best.start < best.end <= within.end
        assert best.start in [a for a, _ in inside]
        assert best.end in [b for _, b in inside]
