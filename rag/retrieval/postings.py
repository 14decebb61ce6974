"""In which documents does a term stand, and how often: one field of an index, as plain arrays.

Terms are known by a 64-bit hash, kept sorted, so that opening an index reads nothing but headers: no
dictionary of strings is built. That any two of a million terms share a hash has one chance in thirty
million.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST = np.iinfo(np.uint16).max


@dataclass(frozen=True, eq=False)
class Postings:
    """The terms of one field and their documents; documents are rows from 0."""

    hashes: NDArray[np.uint64]
    """(terms,) sorted."""
    starts: NDArray[np.int64]
    """(terms + 1,): the documents of term i stand at ``[starts[i], starts[i + 1])`` of ``rows``."""
    rows: NDArray[np.int32]
    """(postings,) rising within a term."""
    counts: NDArray[np.uint16]
    """(postings,) how often the term stands in that document."""
    lengths: NDArray[np.int32]
    """(documents,) tokens of each document."""

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.lengths)

    def find(self, term: str) -> slice:
        """Where the documents of ``term`` stand in ``rows`` and ``counts``; empty for an unknown term."""
        wanted = term_hash(term)
        at = int(np.searchsorted(self.hashes, wanted))
        if at == len(self.hashes) or self.hashes[at] != wanted:
            return slice(0, 0)
        return slice(int(self.starts[at]), int(self.starts[at + 1]))

    def frequency(self, term: str) -> int:
        """In how many documents ``term`` stands."""
        found = self.find(term)
        return int(found.stop - found.start)

    def count(self, term: str, row: int) -> int:
        """How often ``term`` stands in one document."""
        found = self.find(term)
        rows = self.rows[found]
        at = int(np.searchsorted(rows, row))
        return int(self.counts[found][at]) if at < len(rows) and rows[at] == row else 0

    def save(self, folder: Path) -> None:
        """Writes one ``.npy`` file an array into a folder that it makes."""
        folder.mkdir(parents=True)
        for part in fields(self):
            np.save(folder / f"{part.name}.npy", getattr(self, part.name), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> Postings:
        """Opens the arrays, memory-mapped. Raises ``OSError`` or ``ValueError`` where they cannot be read."""
        return cls(*(open_array(folder / f"{part.name}.npy") for part in fields(cls)))


class PostingsWriter:
    """Gathers the postings of one field, document by document, in any order."""

    def __init__(self, documents: int) -> None:
        self._ids: dict[str, int] = {}
        self._terms = array("i")
        self._rows = array("i")
        self._counts = array("i")
        self._lengths = np.zeros(documents, dtype=np.int32)

    def add(self, row: int, counts: Mapping[str, int]) -> None:
        """One document's terms; a document that is never added has none."""
        ids = self._ids
        self._terms.extend([ids.setdefault(term, len(ids)) for term in counts])
        self._counts.extend(counts.values())
        self._rows.extend([row] * len(counts))
        self._lengths[row] = sum(counts.values())

    def finish(self) -> Postings:
        """The postings of all documents added."""
        hashes = np.fromiter(map(term_hash, self._ids), dtype=np.uint64, count=len(self._ids))
        by_hash = np.argsort(hashes, kind="stable")
        place = np.empty(len(hashes), dtype=np.int64)
        place[by_hash] = np.arange(len(hashes))
        terms = place[np.asarray(self._terms, dtype=np.int64)]
        rows = np.asarray(self._rows, dtype=np.int32)
        order = np.lexsort((rows, terms))
        sizes = np.bincount(terms, minlength=len(hashes))
        return Postings(
            hashes=hashes[by_hash],
            starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            rows=rows[order],
            counts=np.minimum(np.asarray(self._counts, dtype=np.int64)[order], MOST).astype(np.uint16),
            lengths=self._lengths,
        )


def merged(fresh: Postings, before: Postings, places: NDArray[np.int64]) -> Postings:
    """``fresh`` with the documents of ``before`` put in their places.

    ``places`` gives each document of ``before`` its row in ``fresh``, where it must be empty, or -1: left out.
    """
    rows = places[before.rows]
    kept = rows >= 0
    hashes = np.concatenate([_spread(fresh), _spread(before)[kept]])
    all_rows = np.concatenate([fresh.rows, rows[kept].astype(np.int32)])
    order = np.lexsort((all_rows, hashes))
    terms, starts = np.unique(hashes[order], return_index=True)
    lengths = fresh.lengths.copy()
    lengths[places[places >= 0]] = before.lengths[places >= 0]
    return Postings(
        hashes=terms,
        starts=np.append(starts, len(hashes)).astype(np.int64),
        rows=all_rows[order],
        counts=np.concatenate([fresh.counts, before.counts[kept]])[order],
        lengths=lengths,
    )


def _spread(postings: Postings) -> NDArray[np.uint64]:
    """(postings,) the term of each."""
    return np.repeat(postings.hashes, np.diff(postings.starts))


def open_array(path: Path) -> NDArray[Any]:
    """A saved array, memory-mapped, as a plain array: slicing numpy's own ``memmap`` takes ten times as long.

    Raises ``OSError`` or ``ValueError`` where it cannot be read.
    """
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))


def term_hash(term: str) -> np.uint64:
    """The 64 bits a term is known by; the same on every machine."""
    return np.uint64(int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "little"))


def postings_of(documents: Sequence[Mapping[str, int]]) -> Postings:
    """The postings of documents given as term counts.

    >>> field = postings_of([{"工会": 2, "安全": 1}, {"安全": 1}])
    >>> field.frequency("安全"), field.count("工会", 0), field.count("工会", 1), field.frequency("产假")
    (2, 2, 0, 0)
    """
    writer = PostingsWriter(len(documents))
    for row, counts in enumerate(documents):
        writer.add(row, counts)
    return writer.finish()
