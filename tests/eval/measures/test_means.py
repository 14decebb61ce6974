"""Means and how sure they are."""

import pytest

from eval.measures.latency import latency
from eval.measures.means import clustered_mean


def test_questions_of_one_article_count_less_than_questions_of_many():
    values = [1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0]
    together = clustered_mean(values, ["甲", "甲", "乙", "乙", "丙", "丙", "丁", "丁"])
    apart = clustered_mean(values, list("12345678"))
    assert together.value == apart.value == 0.5
    assert together.high - together.low > apart.high - apart.low


def test_the_clustered_interval_worked_out_by_hand():
    mean = clustered_mean([1.0, 0.0, 1.0, 0.0], ["甲", "甲", "乙", "丙"])
    half = 1.96 * (3 / 2 * (0.5**2 + 0.5**2)) ** 0.5 / 4
    assert (mean.low, mean.high) == pytest.approx((0.5 - half, 0.5 + half))


def test_one_article_alone_says_only_what_was_seen():
    mean = clustered_mean([1.0, 0.0], ["甲", "甲"])
    assert (mean.low, mean.high) == (0.0, 1.0)


def test_percentiles_are_those_of_the_replies():
    found = latency([0.01, 0.02, 0.03, 0.04, 1.0])
    assert found["p50_seconds"] == 0.03
    assert found["p95_seconds"] == pytest.approx(0.808)
    assert latency([]) == {}
