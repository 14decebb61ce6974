from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from embeddings.encoders.protocol import Vectors, unit_rows
from embeddings.stores import ExactStore, FaissStore, StoreSettings, write


def clustered(number: int, dim: int, seed: int = 0) -> Vectors:
    """Rows that lie as texts do: about many topics, in fewer directions than they have numbers."""
    random = np.random.default_rng(seed)
    directions = random.normal(size=(32, dim))
    topics = random.normal(size=(max(1, number // 100), 32))
    places = topics[random.integers(0, len(topics), number)] + 0.5 * random.normal(size=(number, 32))
    return unit_rows((places @ directions).astype(np.float32))


def recall_at_10(found: FaissStore, rows: Vectors, queries: Vectors) -> float:
    oracle = ExactStore(rows)
    shared = [
        len(set(found.search(query, 10).rows) & set(oracle.search(query, 10).rows)) for query in queries
    ]
    return sum(shared) / (10 * len(queries))


@pytest.mark.parametrize(
    ("settings", "least"), [(StoreSettings(), 0.995), (StoreSettings(exact_rows=0), 0.95)]
)
def test_it_finds_nearly_all_that_the_exact_search_finds(
    tmp_path: Path, settings: StoreSettings, least: float
):
    rows = clustered(6_100, 64)
    write(rows[100:], tmp_path / "vectors.faiss", settings)
    assert recall_at_10(FaissStore.open(tmp_path / "vectors.faiss"), rows[100:], rows[:100]) >= least


@pytest.mark.parametrize("settings", [StoreSettings(), StoreSettings(exact_rows=0)])
def test_the_same_rows_make_the_same_file(tmp_path: Path, settings: StoreSettings):
    rows = clustered(500, 16)
    write(rows, tmp_path / "a.faiss", settings)
    write(rows, tmp_path / "b.faiss", settings)
    assert (tmp_path / "a.faiss").read_bytes() == (tmp_path / "b.faiss").read_bytes()


def test_nothing_is_left_beside_the_file(tmp_path: Path):
    write(clustered(20, 8), tmp_path / "vectors.faiss")
    assert [path.name for path in tmp_path.iterdir()] == ["vectors.faiss"]


def test_a_number_takes_two_bytes_below_the_border(tmp_path: Path):
    write(clustered(1_000, 64), tmp_path / "vectors.faiss")
    assert (tmp_path / "vectors.faiss").stat().st_size < 1_000 * (64 * 2 + 8) + 500


def test_many_threads_find_what_one_finds(tmp_path: Path):
    rows = clustered(2_000, 32)
    write(rows, tmp_path / "vectors.faiss")
    store = FaissStore.open(tmp_path / "vectors.faiss")
    alone = [store.search(row, 5).rows.tolist() for row in rows[:64]]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda row: store.search(row, 5).rows.tolist(), rows[:64])) == alone
