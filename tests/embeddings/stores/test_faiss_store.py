from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from embeddings.stores import ExactStore, FaissStore, StoreSettings, write
from embeddings.stores.faiss_store import CAN_MAP
from embeddings.stores.measure import clustered_rows, recall


@pytest.mark.parametrize(
    ("settings", "least"), [(StoreSettings(), 0.995), (StoreSettings(exact_rows=0), 0.95)]
)
def test_it_finds_nearly_all_that_the_exact_search_finds(
    tmp_path: Path, settings: StoreSettings, least: float
):
    rows = clustered_rows(6_100, 64)
    write(rows[100:], tmp_path / "vectors.faiss", settings)
    store = FaissStore.open(tmp_path / "vectors.faiss")
    assert recall(store, ExactStore(rows[100:]), rows[:100]) >= least


@pytest.mark.parametrize("settings", [StoreSettings(), StoreSettings(exact_rows=0)])
def test_the_same_rows_make_the_same_file(tmp_path: Path, settings: StoreSettings):
    rows = clustered_rows(500, 16)
    write(rows, tmp_path / "a.faiss", settings)
    write(rows, tmp_path / "b.faiss", settings)
    assert (tmp_path / "a.faiss").read_bytes() == (tmp_path / "b.faiss").read_bytes()


@pytest.mark.parametrize("settings", [StoreSettings(), StoreSettings(exact_rows=0)])
def test_a_file_that_is_read_finds_what_a_mapped_one_finds(tmp_path: Path, settings: StoreSettings):
    rows = clustered_rows(500, 16)
    write(rows, tmp_path / "向量.faiss", settings)
    mapped, read = (FaissStore.open(tmp_path / "向量.faiss", mapped=way) for way in (CAN_MAP, False))
    for row in rows[:5]:
        assert mapped.search(row, 7).rows.tolist() == read.search(row, 7).rows.tolist()


def test_nothing_is_left_beside_the_file(tmp_path: Path):
    write(clustered_rows(20, 8), tmp_path / "vectors.faiss")
    assert [path.name for path in tmp_path.iterdir()] == ["vectors.faiss"]


def test_a_number_takes_two_bytes_below_the_border(tmp_path: Path):
    write(clustered_rows(1_000, 64), tmp_path / "vectors.faiss")
    assert (tmp_path / "vectors.faiss").stat().st_size < 1_000 * (64 * 2 + 8) + 500


def test_many_threads_find_what_one_finds(tmp_path: Path):
    rows = clustered_rows(2_000, 32)
    write(rows, tmp_path / "vectors.faiss")
    store = FaissStore.open(tmp_path / "vectors.faiss")
    alone = [store.search(row, 5).rows.tolist() for row in rows[:64]]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda row: store.search(row, 5).rows.tolist(), rows[:64])) == alone
