"""Which rows are nearest, among a hundred or a million, from a file that is mapped, not read?

Up to ``StoreSettings.exact_rows`` every vector is compared, in half precision: the order is that of the
exact search. Above it the vectors lie in cells of neighbours, eight bits a number, and a question looks
into the nearest cells alone. README.md beside this file has the figures that chose this.

In the file, a row of zeros carries the number ``-2 - row`` instead of ``row``: so the one file tells how
many rows there are and which of them are never to be found.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from embeddings.encoders.protocol import Vectors
from embeddings.stores.protocol import NOTHING, Neighbours, Rows, Scores, best_first, rounded

FaissIndex = Any
"""faiss comes without types."""


@dataclass(frozen=True)
class StoreSettings:
    """When to stop comparing everything, and how wide to look then."""

    exact_rows: int = 50_000
    """Up to here a question compares all rows: a few milliseconds at 512 numbers a row."""
    cells_per_root: int = 4
    """Cells = this x the square root of the rows: the usual balance of choosing cells and reading them."""
    cells_looked_into: int = 16
    """Nearest cells that a question reads."""
    training_rows_per_cell: int = 40
    """Rows that place the centre of a cell; more moves it little."""
    seed: int = 20


DEFAULT = StoreSettings()

CAN_MAP = sys.platform == "linux"
"""faiss maps none on macOS; on Windows a mapped file cannot be deleted, nor one of Chinese name opened."""

_RANGE_ROWS = 10_000
"""Rows that show between which bounds each number lies, at the least."""

_FEW = 2_000
"""Rows that are scored one by one sooner than faiss is told to find no others."""

_SPARE = 8
"""Rows fetched beyond those asked for, so that equal scores at the end can be put in order."""


class FaissStore:
    """A store opened from its file; many threads may search it at once."""

    def __init__(self, index: FaissIndex) -> None:
        import faiss

        self._index = index
        self._rows: FaissIndex = faiss.downcast_index(index.index)
        self._zero = np.flatnonzero(faiss.vector_to_array(index.id_map) < 0)

    @classmethod
    def open(cls, path: Path, *, mapped: bool = CAN_MAP) -> FaissStore:
        """The store that :func:`write` left at ``path``; ``mapped`` leaves its vectors in the file."""
        import faiss

        faiss.omp_set_num_threads(1)  # a question is too small to share out, and a server answers several
        if mapped:
            return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))
        return cls(faiss.deserialize_index(np.fromfile(path, dtype=np.uint8)))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dim(self) -> int:
        """The length of its vectors."""
        return int(self._index.d)

    def search(self, vector: Vectors, k: int, among: Rows | None = None) -> Neighbours:
        """The ``k`` best rows for a ``(dim,)`` vector, best first; those of ``among`` alone where it is given."""
        if k <= 0 or not vector.any() or not len(self):
            return NOTHING
        if among is not None:
            return self._search_among(vector, k, among)
        fetch = k + len(self._zero) + _SPARE
        while True:
            rows, scores = self._fetch(vector, min(fetch, len(self)))
            found = best_first(rows, scores, k)
            tied_to_the_end = len(found.rows) == k and scores.min() == found.scores[-1]
            if fetch >= len(self) or not tied_to_the_end:
                return found
            fetch *= 2

    def scores_for(self, rows: Sequence[int] | Rows, vector: Vectors) -> Scores:
        """The inner product of ``vector`` with each of ``rows``."""
        wanted = np.asarray(rows, dtype=np.int64)
        if not wanted.size:
            return NOTHING.scores
        if wanted.min() < 0 or wanted.max() >= len(self):
            raise IndexError(f"rows {wanted.min()}..{wanted.max()} asked of a store of {len(self)}")
        return rounded(self._rows.reconstruct_batch(wanted) @ vector)

    def _search_among(self, vector: Vectors, k: int, among: Rows) -> Neighbours:
        real = among[~np.isin(among, self._zero)]
        if len(real) <= _FEW:
            return best_first(real, self.scores_for(real, vector), k)
        fetch, cells = k + _SPARE, self._cells_looked_into()
        while True:
            rows, scores = self._fetch(vector, min(fetch, len(real)), self._only(real, cells))
            found = best_first(rows, scores, k)
            if len(found.rows) < min(k, len(real)) and cells is not None and cells < self._rows.nlist:
                cells *= 4  # the nearest cells hold too few of these rows
            elif fetch < len(real) and len(found.rows) == k and scores.min() == found.scores[-1]:
                fetch *= 2
            else:
                return found

    def _cells_looked_into(self) -> int | None:
        """``None`` where the rows lie in no cells."""
        return int(self._rows.nprobe) if hasattr(self._rows, "nprobe") else None

    def _only(self, rows: Rows, cells: int | None) -> FaissIndex:
        """What tells faiss to find these rows alone."""
        import faiss

        untyped: FaissIndex = faiss
        selector = untyped.IDSelectorBatch(rows)
        if cells is None:
            return untyped.SearchParameters(sel=selector)
        return untyped.SearchParametersIVF(sel=selector, nprobe=cells)

    def _fetch(self, vector: Vectors, number: int, only: FaissIndex = None) -> tuple[Rows, Scores]:
        scores, rows = self._index.search(vector[None, :].astype(np.float32), number, params=only)
        real = rows[0] >= 0
        return rows[0][real], rounded(scores[0][real])


def write(vectors: Vectors, path: Path, settings: StoreSettings = DEFAULT) -> None:
    """Write (n, dim) unit rows, or rows of zeros, as a store; the kind is chosen by their number.

    The file is complete or not there: it is written beside its place and moved. The same rows make the
    same file.
    """
    import faiss

    rows = np.ascontiguousarray(vectors, dtype=np.float32)
    inner = _empty_index(rows, settings)
    index = faiss.IndexIDMap(inner)
    numbers = np.arange(len(rows), dtype=np.int64)
    zero = ~rows.any(axis=1)
    numbers[zero] = -2 - numbers[zero]
    if len(rows):
        index.add_with_ids(rows, numbers)
    if len(rows) > settings.exact_rows:
        inner.make_direct_map()  # where each row lies: scores_for asks
    beside = path.with_name(path.name + ".part")
    faiss.serialize_index(index).tofile(beside)  # faiss itself cannot write to every name on every system
    os.replace(beside, path)


def _empty_index(rows: Vectors, settings: StoreSettings) -> FaissIndex:
    import faiss

    number, dim = rows.shape
    if number <= settings.exact_rows:
        return faiss.index_factory(dim, "SQfp16", faiss.METRIC_INNER_PRODUCT)
    placed = number // settings.training_rows_per_cell  # no more cells than there are rows to place them by
    cells = max(1, min(int(settings.cells_per_root * number**0.5), placed))
    index: FaissIndex = faiss.index_factory(dim, f"IVF{cells},SQ8", faiss.METRIC_INNER_PRODUCT)
    sample = min(number, max(cells * settings.training_rows_per_cell, _RANGE_ROWS))
    index.train(rows[np.random.default_rng(settings.seed).choice(number, sample, replace=False)])
    index.nprobe = settings.cells_looked_into
    return index
