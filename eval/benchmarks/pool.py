"""Which passages is an answer to be found among? Those of all sets, as one corpus and its index."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from eval.errors import QuestionSetError
from rag.errors import Words
from rag.index.refresh import refresh
from rag.index.request import RefreshReport, RefreshRequest

CORPUS = "passages.jsonl"
"""The corpus in the output folder, and so the ``file`` of every passage."""

INDEX = "index"
"""Its index beside it."""


@dataclass(frozen=True)
class Pool:
    """The passages of all sets, each text once."""

    passages: tuple[Mapping[str, str], ...]
    """Records of a JSON Lines corpus: ``id``, ``title``, ``text``."""
    records: Mapping[str, str]
    """The record of each passage by the id that its questions name; several passages of one text have one record."""

    def holds(self, text: str) -> bool:
        """Whether a passage says this, white space aside."""
        return inked(text) in self._texts

    def beside(self, others: Iterable[Mapping[str, str]]) -> Pool:
        """With further records, which no question names."""
        return Pool((*self.passages, *others), self.records)

    @cached_property
    def _texts(self) -> frozenset[str]:
        return frozenset(inked(passage["text"]) for passage in self.passages)


def read_pool(folder: Path) -> Pool:
    """The passages of every ``SET/passages*.jsonl.gz`` in the folder, sets and files by name.

    Texts that differ in white space alone are one. Raises ``QuestionSetError`` where there are none.
    """
    by_text: dict[str, dict[str, str]] = {}
    records: dict[str, str] = {}
    for path in sorted(folder.glob("*/passages*.jsonl.gz")):
        for row in rows(path):
            record = {"id": row["pid"], "title": row["title"], "text": row["text"]}
            records[row["pid"]] = by_text.setdefault(inked(row["text"]), record)["id"]
    if not records:
        what = Words("没有 passages*.jsonl.gz", "no passages*.jsonl.gz")
        mend = Words("请给出存放各题集文件夹的位置", "give the folder that the folders of the sets lie in")
        raise QuestionSetError(what, where=str(folder), mend=mend)
    return Pool(tuple(by_text.values()), records)


def indexed(pool: Pool, out: Path) -> RefreshReport:
    """Write the corpus into the folder and bring its index up to date; where nothing changed, nothing is done."""
    out.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(passage, ensure_ascii=False) + "\n" for passage in pool.passages)
    (out / CORPUS).write_text("".join(lines), encoding="utf-8", newline="\n")
    return refresh(RefreshRequest((out / CORPUS,), out / INDEX))


def inked(text: str) -> str:
    """A text without its white space: texts that differ in nothing else are one."""
    return "".join(text.split())


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
