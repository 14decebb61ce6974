"""What every store promises, asked of each of them; the exact store is the oracle."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from embeddings.encoders.protocol import Vectors, unit_rows
from embeddings.stores import ExactStore, FaissStore, StoreSettings, VectorStore, faiss_store, write

Make = Callable[[Vectors], VectorStore]

APPROXIMATE = StoreSettings(exact_rows=0, cells_looked_into=10_000)
"""Cells and eight bits from the first row on, all cells looked into."""


@pytest.fixture(params=["exact", "faiss", "faiss approximate"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    def through_a_file(vectors: Vectors) -> VectorStore:
        chosen = APPROXIMATE if request.param == "faiss approximate" and len(vectors) else StoreSettings()
        write(vectors, tmp_path / "vectors.faiss", chosen)
        return FaissStore.open(tmp_path / "vectors.faiss")

    return ExactStore if request.param == "exact" else through_a_file


def rows_of(*rows: list[float]) -> Vectors:
    return unit_rows(np.array(rows, dtype=np.float32))


def some_rows(seed: int, number: int, dim: int = 16) -> Vectors:
    return unit_rows(np.random.default_rng(seed).normal(size=(number, dim)).astype(np.float32))


def test_the_nearest_row_comes_first(make: Make):
    store = make(rows_of([1, 0], [0, 1], [1, 1]))
    found = store.search(rows_of([1, 0.1])[0], 2)
    assert found.rows.tolist() == [0, 2]
    np.testing.assert_allclose(found.scores, [0.995, 0.774], atol=0.01)
    assert (len(store), store.dim) == (3, 2)


def test_equal_scores_stand_in_the_order_of_their_rows(make: Make):
    copies = np.repeat(some_rows(1, 3), 30, axis=0)
    store = make(copies)
    assert store.search(copies[30], 5).rows.tolist() == [30, 31, 32, 33, 34]
    assert store.search(copies[0], 30).rows.tolist() == list(range(30))


def test_a_row_of_zeros_counts_but_is_never_found(make: Make):
    store = make(rows_of([0, 0], [-1, 0], [0, 0], [0, 0]))
    assert len(store) == 4
    assert store.search(rows_of([1, 0])[0], 4).rows.tolist() == [1]
    assert store.scores_for([0, 1], rows_of([1, 0])[0]).tolist() == pytest.approx([0, -1], abs=0.01)


def test_nothing_but_zeros_finds_nothing(make: Make):
    store = make(np.zeros((3, 4), dtype=np.float32))
    assert store.search(np.ones(4, dtype=np.float32), 2).rows.tolist() == []


def test_a_vector_of_zeros_finds_nothing(make: Make):
    found = make(rows_of([1, 0], [0, 1])).search(np.zeros(2, dtype=np.float32), 2)
    assert (len(found.rows), len(found.scores)) == (0, 0)


@pytest.mark.parametrize("k", [0, -1])
def test_no_rows_asked_for_are_none_found(make: Make, k: int):
    assert make(rows_of([1, 0])).search(rows_of([1, 0])[0], k).rows.tolist() == []


def test_an_empty_store_finds_nothing(make: Make):
    store = make(np.empty((0, 8), dtype=np.float32))
    assert (len(store), store.dim) == (0, 8)
    assert store.search(np.ones(8, dtype=np.float32), 3).rows.tolist() == []
    assert store.scores_for([], np.ones(8, dtype=np.float32)).tolist() == []


def test_scores_for_says_what_search_says(make: Make):
    rows = some_rows(2, 200)
    store = make(rows)
    found = store.search(rows[7], 50)
    np.testing.assert_allclose(store.scores_for(found.rows, rows[7]), found.scores, atol=1e-5)


def test_scores_for_keeps_the_order_asked_for_and_repeats(make: Make):
    store = make(rows_of([1, 0], [0, 1]))
    assert store.scores_for([1, 0, 1], rows_of([0, 1])[0]).tolist() == pytest.approx([1, 0, 1], abs=0.01)


@pytest.mark.parametrize("row", [-1, 2])
def test_a_row_that_is_not_there_is_an_error(make: Make, row: int):
    with pytest.raises(IndexError, match="store of 2"):
        make(rows_of([1, 0], [0, 1])).scores_for([0, row], rows_of([1, 0])[0])


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), number=st.integers(1, 60), k=st.integers(1, 70))
def test_it_finds_what_the_exact_store_finds(make: Make, seed: int, number: int, k: int):
    rows = some_rows(seed, number)
    rows[::7] = 0
    query = some_rows(seed + 1, 1)[0]
    oracle, found = ExactStore(rows).search(query, k), make(rows).search(query, k)
    assert len(found.rows) == len(oracle.rows)
    np.testing.assert_allclose(found.scores, oracle.scores, atol=0.02)
    assert (np.diff(found.scores) <= 0).all()
    np.testing.assert_allclose(found.scores, rows[found.rows] @ query, atol=0.02)


@pytest.fixture(params=[0, 2_000])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways of keeping to some rows: none are few enough to be scored one by one, or all are."""
    monkeypatch.setattr(faiss_store, "_FEW", request.param)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seed=st.integers(0, 10_000), number=st.integers(1, 60), k=st.integers(1, 70), share=st.floats(0.05, 1.0)
)
@pytest.mark.usefixtures("few")
def test_among_some_rows_it_finds_the_best_of_them(make: Make, seed: int, number: int, k: int, share: float):
    rows = some_rows(seed, number)
    rows[::7] = 0
    query = some_rows(seed + 1, 1)[0]
    among = np.flatnonzero(np.random.default_rng(seed).random(number) < share)
    found = make(rows).search(query, k, among)
    real = [row for row in among if rows[row].any()]
    assert set(found.rows.tolist()) <= set(real)
    assert len(found.rows) == min(k, len(real))
    best = sorted((float(rows[row] @ query) for row in real), reverse=True)[:k]
    np.testing.assert_allclose(found.scores, best, atol=0.02)


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 10_000), number=st.integers(1, 60), share=st.floats(0.0, 1.0))
def test_the_exact_store_ranks_some_rows_as_it_ranks_them_among_all(seed: int, number: int, share: float):
    store = ExactStore(some_rows(seed, number))
    query = some_rows(seed + 1, 1)[0]
    among = np.flatnonzero(np.random.default_rng(seed).random(number) < share)
    allowed = set(among.tolist())
    everywhere = [row for row in store.search(query, number).rows.tolist() if row in allowed]
    assert store.search(query, number, among).rows.tolist() == everywhere


def test_among_rows_far_from_the_question_as_many_are_found_as_are_asked_for(tmp_path: Path):
    rows = some_rows(3, 4_000)
    query = rows[0]
    far = np.sort(np.argsort(rows @ query)[:300])
    write(rows, tmp_path / "vectors.faiss", StoreSettings(exact_rows=0, cells_looked_into=1))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(faiss_store, "_FEW", 0)
        found = FaissStore.open(tmp_path / "vectors.faiss").search(query, 50, far)
    assert len(found.rows) == 50
    assert set(found.rows.tolist()) <= set(far.tolist())


def test_among_no_rows_nothing_is_found(make: Make):
    store = make(rows_of([1, 0], [0, 1]))
    assert store.search(rows_of([1, 0])[0], 2, np.empty(0, dtype=np.int64)).rows.tolist() == []
