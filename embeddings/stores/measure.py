"""How much does a store miss, and how long does a question take? ``python -m embeddings.stores.measure``.

The rows lie as texts do: about many topics, and in far fewer directions than they have numbers. Recall is
the share of the exact ten nearest that the store finds, for rows of the same kind that it does not hold.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from embeddings.encoders.protocol import Vectors, unit_rows
from embeddings.stores.exact import ExactStore
from embeddings.stores.faiss_store import FaissStore, StoreSettings, write
from embeddings.stores.protocol import VectorStore

DIRECTIONS = 64
ROWS_A_TOPIC = 200
QUERIES = 200
NEIGHBOURS = 10


@dataclass(frozen=True)
class StoreMeasure:
    """What one kind of store costs and finds."""

    recall: float
    build_s: float
    query_ms: float
    file_bytes: int


def clustered_rows(number: int, dim: int, seed: int = 0) -> Vectors:
    """(number, dim) unit rows about ``number / ROWS_A_TOPIC`` topics."""
    random = np.random.default_rng(seed)
    directions = random.normal(size=(DIRECTIONS, dim)).astype(np.float32)
    topics = random.normal(size=(max(1, number // ROWS_A_TOPIC), DIRECTIONS))
    places = topics[random.integers(0, len(topics), number)] + 0.5 * random.normal(size=(number, DIRECTIONS))
    return unit_rows(places.astype(np.float32) @ directions)


def recall(store: VectorStore, oracle: VectorStore, queries: Vectors, k: int = NEIGHBOURS) -> float:
    """The share of the oracle's ``k`` nearest rows that ``store`` finds among its own ``k``."""
    shared = sum(
        len(set(store.search(query, k).rows) & set(oracle.search(query, k).rows)) for query in queries
    )
    return shared / (k * len(queries))


def measure(rows: Vectors, queries: Vectors, settings: StoreSettings) -> StoreMeasure:
    """Write ``rows`` as ``settings`` say, ask ``queries`` one at a time, and compare with the exact store."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vectors.faiss"
        began = time.perf_counter()
        write(rows, path, settings)
        build_s = time.perf_counter() - began
        store = FaissStore.open(path)
        began = time.perf_counter()
        for query in queries:
            store.search(query, NEIGHBOURS)
        query_ms = (time.perf_counter() - began) * 1000 / len(queries)
        return StoreMeasure(recall(store, ExactStore(rows), queries), build_s, query_ms, path.stat().st_size)


def main() -> None:
    """Write a line for the exact kind and for several widths of the approximate one."""
    parser = argparse.ArgumentParser(prog="python -m embeddings.stores.measure", description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--dim", type=int, default=512)
    wanted = parser.parse_args()
    rows = clustered_rows(wanted.rows + QUERIES, wanted.dim)
    kinds = {"all rows": StoreSettings(exact_rows=wanted.rows)}
    for width in (8, 16):
        kinds[f"{width} cells"] = StoreSettings(exact_rows=0, cells_looked_into=width)
    for name, settings in kinds.items():
        found = measure(rows[QUERIES:], rows[:QUERIES], settings)
        sys.stdout.write(
            f"{name}: recall@{NEIGHBOURS} {found.recall:.3f}, build {found.build_s:.1f} s, "
            f"query {found.query_ms:.2f} ms, {found.file_bytes / 1e6:.1f} MB\n"
        )


if __name__ == "__main__":
    main()
