"""Which rows are nearest, by looking at every one of them?

Slow and exact: the oracle that the other stores are tested against.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from embeddings.encoders.protocol import Vectors
from embeddings.stores.protocol import NOTHING, Neighbours, Rows, Scores, best_first, rounded


class ExactStore:
    """All vectors in memory, compared one by one."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = np.ascontiguousarray(vectors, dtype=np.float32)
        self._real = np.flatnonzero(self._vectors.any(axis=1))

    def __len__(self) -> int:
        return len(self._vectors)

    @property
    def dim(self) -> int:
        """The length of its vectors."""
        return int(self._vectors.shape[1])

    def search(self, vector: Vectors, k: int, among: Rows | None = None) -> Neighbours:
        """The ``k`` best rows for a ``(dim,)`` vector, best first; those of ``among`` alone where it is given."""
        if not vector.any():
            return NOTHING
        rows = self._real if among is None else self._real[np.isin(self._real, among)]
        return best_first(rows, rounded(self._vectors[rows] @ vector), k)

    def scores_for(self, rows: Sequence[int] | Rows, vector: Vectors) -> Scores:
        """The inner product of ``vector`` with each of ``rows``."""
        wanted = np.asarray(rows, dtype=np.int64)
        if wanted.size and (wanted.min() < 0 or wanted.max() >= len(self)):
            raise IndexError(f"rows {wanted.min()}..{wanted.max()} asked of a store of {len(self)}")
        return rounded(self._vectors[wanted] @ vector)
