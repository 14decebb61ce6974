from __future__ import annotations

from math import log2

import pytest

from eval.benchmarks.retrieval.measures import Row, Table, measured
from eval.benchmarks.retrieval.questions import Judged
from rag.errors import Words

FIRST, SECOND, MISSED = (measured(ranking, {"甲"}) for ranking in (["甲"], ["乙", "甲"], ["乙"]))


def judged(*clusters: str) -> tuple[Judged, ...]:
    return tuple(Judged("问", frozenset("甲"), cluster) for cluster in clusters)


def row(name: str, *found: dict[str, float]) -> Row:
    return Row(Words(name, name), dict(enumerate(found)), tuple(0.01 for _ in found))


def test_the_first_right_article_counts_by_its_place():
    assert {"R@1": 0.0, "R@5": 1.0, "R@10": 1.0, "MRR@10": 0.5, "nDCG@10": 1 / log2(3)} == SECOND
    assert measured(list("乙丙丁戊己甲"), {"甲"})["R@5"] == 0.0
    assert set(measured([], {"甲"}).values()) == {0.0}


def test_one_of_several_right_articles_is_enough_for_the_share_but_not_for_the_gain():
    found = measured(["甲", "丙"], {"甲", "乙"})
    assert (found["R@1"], found["MRR@10"]) == (1.0, 1.0)
    assert found["nDCG@10"] == pytest.approx(1 / (1 + 1 / log2(3)))


def test_means_are_clustered_by_passage():
    means = row("甲", FIRST, FIRST, MISSED, MISSED).means(judged("一", "一", "二", "二"))
    assert (means["R@1"].value, means["R@1"].n, means["R@1"].clusters) == (0.5, 4, 2)
    assert (means["R@1"].low, means["R@1"].high) == (0.0, 1.0)


def test_a_difference_is_paired_and_over_the_questions_that_both_were_asked():
    whole = row("问据", FIRST, FIRST, SECOND, FIRST)
    other = Row(Words("别的", "other"), {0: FIRST, 1: MISSED, 2: SECOND})
    behind = other.behind(whole, judged(*"一二三四"))
    assert behind is not None
    assert (behind.value, behind.n) == (pytest.approx(1 / 3), 3)


def test_the_object_tells_measures_differences_and_times():
    missing = Row(Words("缺", "missing"), {}, missing=Words("没有安装", "not installed"))
    told = Table(
        judged(*"一二"), (row("wenju", FIRST, FIRST), row("part", SECOND, FIRST), missing)
    ).to_object()
    assert list(told) == ["wenju", "part", "missing"]
    assert told["missing"] == {"missing": "not installed"}
    assert "wenju_minus_this" not in told["wenju"]
    assert told["part"]["wenju_minus_this"]["R@1"]["mean"] == 0.5
    assert told["part"]["R@1"]["mean"] == 0.5
    assert told["part"]["latency"]["p50_seconds"] == 0.01
