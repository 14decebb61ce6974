from __future__ import annotations

from pathlib import Path

import pytest

from eval.benchmarks.pool import indexed, read_pool
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


def test_a_text_of_the_pool_is_known_however_it_is_spaced(data: Path):
    pool = read_pool(data)
    passage = pool.passages[1]["text"]
    assert pool.holds(f"\n{passage[:6]} {passage[6:]}")
    assert not pool.holds(passage[:6])


def test_further_records_stand_behind_and_are_named_by_no_question(data: Path):
    pool = read_pool(data)
    wider = pool.beside([{"id": "d1", "title": "", "text": "江上起雾。"}])
    assert [passage["id"] for passage in wider.passages] == ["p1", "p2", "r1", "d1"]
    assert wider.records == pool.records
