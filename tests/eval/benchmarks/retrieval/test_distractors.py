from __future__ import annotations

from pathlib import Path

from eval.benchmarks.pool import read_pool
from eval.benchmarks.retrieval.distractors import Mixed, with_distractors


def ids(data: Path, mixed: Mixed) -> list[str]:
    return [passage["id"] for passage in with_distractors(read_pool(data), data, mixed).passages]


def test_laws_and_news_stand_behind_the_passages_but_none_that_says_the_same(mixed_data: Path):
    assert ids(mixed_data, Mixed(9, 9)) == ["p1", "p2", "r1", "l0", "n0", "n2", "n3"]


def test_a_sample_is_the_same_every_time_and_in_order(mixed_data: Path):
    drawn = ids(mixed_data, Mixed(0, 2))
    assert drawn == ids(mixed_data, Mixed(0, 2))
    assert len(drawn) == 5
    assert drawn[3:] == sorted(drawn[3:])


def test_where_there_are_no_documents_the_passages_stand_alone(data: Path):
    assert ids(data, Mixed()) == ["p1", "p2", "r1"]
