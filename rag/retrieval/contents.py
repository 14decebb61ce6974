"""Which terms does each chunk and each article hold, and how is that kept on disk?

An article whose chunks read as before is taken over from the index before: cutting text into words is nearly
all the work, and a refresh seldom changes more than a few articles.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.corpus.article import Chunk
from rag.errors import IndexDamaged, IndexOutdated, Words
from rag.retrieval.postings import Postings, PostingsWriter, merged, open_array
from rag.text.tokens import FIELDS, FINGERPRINT, tokenise

SCHEMA = f"lexical-2+{FINGERPRINT}"
"""Another schema or tokenizer: the files cannot be read, and nothing can be taken over from them."""

MANIFEST = "lexical.json"

Progress = Callable[[int], None]
"""Told how many chunks are done so far, article by article."""

Level = Mapping[str, Postings]
"""One field's postings for each of ``FIELDS``."""


@dataclass(frozen=True, eq=False)
class LexicalContents:
    """The terms of a set of chunks and of the articles that they make up."""

    chunks: Level
    """Over chunks as they are indexed: title and headings in front."""
    articles: Level
    """Over whole articles: title, author, each heading and each text once."""
    article_of: NDArray[np.int32]
    """(n,) for each chunk the place of its article in ``article_ids``."""
    article_ids: tuple[str, ...]
    digests: tuple[str, ...]
    """For each article what its chunks read: equal digests have equal terms."""

    def save(self, folder: Path) -> None:
        """Writes into ``folder``, which must not hold an index yet."""
        for level, fields in (("chunks", self.chunks), ("articles", self.articles)):
            for name, postings in fields.items():
                postings.save(folder / level / name)
        np.save(folder / "article_of.npy", self.article_of, allow_pickle=False)
        manifest = {"schema": SCHEMA, "article_ids": self.article_ids, "digests": self.digests}
        (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> LexicalContents:
        """Opens what ``save`` wrote, memory-mapped. Raises ``IndexDamaged`` or ``IndexOutdated``."""
        try:
            manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            if manifest["schema"] != SCHEMA:
                what = Words("词语索引由另一版本写成", "another version wrote the word index")
                raise IndexOutdated(what, where=str(folder), mend=_REBUILD)
            chunks, articles = (
                {name: Postings.load(folder / level / name) for name in FIELDS}
                for level in ("chunks", "articles")
            )
            article_of = open_array(folder / "article_of.npy")
            ids, digests = tuple(manifest["article_ids"]), tuple(manifest["digests"])
            sizes = {postings.documents for postings in chunks.values()}
            if sizes != {len(article_of)} or len(ids) != len(digests):
                raise ValueError("the files do not belong together")
        except (OSError, ValueError, EOFError, KeyError, TypeError) as fault:
            what = Words("词语索引的文件缺失或损坏", "a file of the word index is missing or damaged")
            raise IndexDamaged(what, where=str(folder), mend=_REBUILD) from fault
        return cls(chunks, articles, article_of, ids, digests)


_REBUILD = Words("运行 wenju refresh --full 重建", "run wenju refresh --full to build it anew")


def contents_of(
    chunks: Sequence[Chunk], on_progress: Progress | None = None, before: LexicalContents | None = None
) -> LexicalContents:
    """The terms of ``chunks``; rows are their places in the sequence.

    What ``before`` holds of the same articles, word for word, is taken over; the result does not depend on it.
    """
    rows_of: dict[str, list[int]] = {}
    for row, chunk in enumerate(chunks):
        rows_of.setdefault(chunk.article_id, []).append(row)
    numbers = {article_id: number for number, article_id in enumerate(rows_of)}
    article_of = np.fromiter((numbers[chunk.article_id] for chunk in chunks), np.int32, len(chunks))
    digests = tuple(_digest([chunks[row] for row in rows]) for rows in rows_of.values())
    kept = _kept(before, digests, list(rows_of.values())) if before else None
    level, article_level = _count_new(chunks, rows_of, kept.articles if kept else set(), on_progress)
    if before and kept:
        level = {name: merged(level[name], before.chunks[name], kept.chunk_places) for name in FIELDS}
        article_level = {
            name: merged(article_level[name], before.articles[name], kept.article_places) for name in FIELDS
        }
    return LexicalContents(level, article_level, article_of, tuple(rows_of), digests)


class _Kept(NamedTuple):
    """Which articles of the index before stand in the new one, and where."""

    articles: set[int]
    """Their numbers in the new index."""
    article_places: NDArray[np.int64]
    """For each article of the index before its new number, or -1."""
    chunk_places: NDArray[np.int64]
    """For each chunk of the index before its new row, or -1."""


def _kept(before: LexicalContents, digests: Sequence[str], rows: Sequence[Sequence[int]]) -> _Kept:
    """What of ``before`` stands in a new index, given each new article's digest and rows."""
    kept = _Kept(set(), np.full(len(before.article_ids), -1), np.full(len(before.article_of), -1))
    old_number = {digest: number for number, digest in enumerate(before.digests)}
    by_article = np.argsort(before.article_of, kind="stable")
    ends = np.cumsum(np.bincount(before.article_of, minlength=len(before.article_ids)))
    for number, digest in enumerate(digests):
        # taken out when found: a second copy of an article is counted anew
        if (old := old_number.pop(digest, None)) is not None:
            kept.articles.add(number)
            kept.article_places[old] = number
            kept.chunk_places[by_article[ends[old] - len(rows[number]) : ends[old]]] = rows[number]
    return kept


def _count_new(
    chunks: Sequence[Chunk],
    rows_of: Mapping[str, Sequence[int]],
    kept: set[int],
    on_progress: Progress | None,
) -> tuple[Level, Level]:
    """The terms of all chunks and articles but the kept ones, which stay empty."""
    level, article_level = _LevelWriter(len(chunks)), _LevelWriter(len(rows_of))
    count_heading = lru_cache(maxsize=4096)(_count)
    done = 0
    for number, rows in enumerate(rows_of.values()):
        # one article at a time: the counts of a whole library would fill the memory
        article: dict[str, _Counts] = {}
        for chunk, row in ((chunks[row], row) for row in rows if number not in kept):
            text = _count(chunk.text)
            headings = {heading: count_heading(heading) for heading in (chunk.title, *chunk.path)}
            level.add(row, [text, *headings.values()])
            article |= {chunk.author: count_heading(chunk.author)} | headings | {chunk.chunk_id: text}
        article_level.add(number, article.values())
        done += len(rows)
        if on_progress:
            on_progress(done)
    return level.finish(), article_level.finish()


_Counts = tuple[Counter[str], ...]
"""A text's term counts, one for each of ``FIELDS``."""


def _count(text: str) -> _Counts:
    return tuple(map(Counter, tokenise(text)))


class _LevelWriter:
    """Gathers the three fields of one level."""

    def __init__(self, documents: int) -> None:
        self._writers = [PostingsWriter(documents) for _ in FIELDS]

    def add(self, row: int, parts: Iterable[_Counts]) -> None:
        """One document, made of parts."""
        wholes: _Counts = tuple(Counter() for _ in FIELDS)
        for part in parts:
            for whole, counts in zip(wholes, part, strict=True):
                whole.update(counts)
        for writer, whole in zip(self._writers, wholes, strict=True):
            writer.add(row, whole)

    def finish(self) -> dict[str, Postings]:
        return {field: writer.finish() for field, writer in zip(FIELDS, self._writers, strict=True)}


def _digest(chunks: Sequence[Chunk]) -> str:
    """What the chunks of an article say in all that is counted."""
    said = [(chunk.title, chunk.author, chunk.path, chunk.text) for chunk in chunks]
    return blake2b(json.dumps(said).encode(), digest_size=16).hexdigest()
