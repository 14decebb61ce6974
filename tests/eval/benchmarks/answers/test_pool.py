from __future__ import annotations

from pathlib import Path

import pytest

from eval.benchmarks.answers.pool import indexed, read_pool
from eval.errors import QuestionSetError


def test_a_text_that_two_sets_hold_stands_once_in_the_pool(data: Path):
    pool = read_pool(data)
    assert [passage["id"] for passage in pool.passages] == ["p1", "p2", "r1"]
    assert pool.records == {"p1": "p1", "p2": "p2", "r1": "r1", "r2": "p1"}


def test_a_folder_without_passages_is_told(tmp_path: Path):
    with pytest.raises(QuestionSetError, match="no passages"):
        read_pool(tmp_path)


def test_the_index_is_kept_where_nothing_changed(data: Path, tmp_path: Path):
    pool = read_pool(data)
    first, again = indexed(pool, tmp_path), indexed(pool, tmp_path)
    assert (first.articles, again.encoded) == (3, 0)
    assert first.generation == again.generation
