"""A refresh is killed at random moments: whatever is published is whole, and the next refresh goes on."""

from __future__ import annotations

import multiprocessing
import random
from typing import TYPE_CHECKING

from rag.index.generations import BACK, BUILDING, CURRENT, NEXT, VECTOR_CACHE, generations_folder, kept
from rag.index.lock import HOLDER, LOCK
from rag.index.refresh import refresh
from rag.index.snapshot import open_snapshot

if TYPE_CHECKING:
    from tests.rag.index.conftest import Library

ROUNDS = 8
LONGEST_S = 0.8
"""A refresh of four articles takes about half of it, in a process of its own."""


def test_a_refresh_killed_at_any_moment_leaves_a_whole_index(indexed: Library):
    fresh = "forkserver" in multiprocessing.get_all_start_methods()
    processes = multiprocessing.get_context("forkserver" if fresh else "spawn")
    processes.set_forkserver_preload(["rag.index.refresh", "rag.retrieval.search"])
    moments = random.Random(7)
    for number in range(ROUNDS):
        indexed.put("食堂", text=f"食堂第{number}次公布伙食账目。")
        process = processes.Process(target=refresh, args=(indexed.request(),))
        process.start()
        process.join(moments.uniform(0.0, LONGEST_S))
        process.kill()
        process.join()

        snapshot = open_snapshot(indexed.index)
        snapshot.warm()
        assert snapshot.n_articles in (3, 4)
        assert len(snapshot.articles()) == snapshot.n_articles

    report = indexed.refresh()
    assert (report.articles, report.generation) == (4, kept(indexed.index)[-1])
    left = {path.name for path in indexed.index.iterdir()} - {
        CURRENT,
        "generations",
        VECTOR_CACHE,
        LOCK,
        HOLDER,
    }
    assert not left & {NEXT, BACK}
    assert not (generations_folder(indexed.index) / BUILDING).exists()
