"""What else stands in the library, so that finding is not too easy? Laws and news that answer no question.

The questions are about encyclopedia and news; a library of articles holds much besides. Documents that say what a
passage of the pool says are left out: they would be right and counted wrong.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from eval.benchmarks.pool import Pool, rows

LAWS = ("just_laws", "laws")
NEWS = ("crud_news",)
"""The sets that have documents, as ``SET/docs.jsonl.gz``; one that is not there has none."""

SEED = 7
"""Of the samples: the same documents every time."""


class Mixed(NamedTuple):
    """How many documents of each kind are mixed in."""

    laws: int = 400
    """Long ones, about 30 chunks each: as many chunks as the passages have."""
    news: int = 6_000
    """Short ones, as many as there are passages."""


def with_distractors(pool: Pool, data: Path, mixed: Mixed) -> Pool:
    """The pool with a sample of the laws and the news beside it; fewer where there are fewer."""
    laws = _sample(data, LAWS, mixed.laws, pool)
    return pool.beside([*laws, *_sample(data, NEWS, mixed.news, pool)])


def _sample(data: Path, sets: tuple[str, ...], most: int, pool: Pool) -> list[Mapping[str, str]]:
    """By chance, in their order."""
    found = list(_documents(data, sets, pool))
    chosen = random.Random(SEED).sample(range(len(found)), min(most, len(found)))
    return [found[at] for at in sorted(chosen)]


def _documents(data: Path, sets: tuple[str, ...], pool: Pool) -> Iterator[Mapping[str, str]]:
    for path in (data / name / "docs.jsonl.gz" for name in sets):
        for row in rows(path) if path.is_file() else ():
            if row["text"].strip() and not pool.holds(row["text"]):
                yield {"id": row["id"], "title": row["title"], "text": row["text"]}
