"""What must everything that searches vectors promise?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from embeddings.encoders.protocol import Vectors

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]

SCORE_DECIMALS = 6
"""A copy of a text must tie with it, and summing in another order moves the seventh decimal."""


class Neighbours(NamedTuple):
    """Rows of a store and their scores, best first; equal scores stand in the order of their rows."""

    rows: Rows
    scores: Scores


class VectorStore(Protocol):
    """Unit vectors, numbered by row from 0, searched by inner product: higher is better.

    A row of zeros (a text without a known word) counts as a row, but is never found.
    """

    def __len__(self) -> int:
        """How many rows it holds, rows of zeros with them."""
        ...

    @property
    def dim(self) -> int:
        """The length of its vectors."""
        ...

    def search(self, vector: Vectors, k: int, among: Rows | None = None) -> Neighbours:
        """The ``k`` best rows for a ``(dim,)`` vector; fewer where the store has fewer.

        ``among`` are the only rows that may be found, each once, rising: the best ``k`` of them, not those of
        them that are among the best ``k``.
        A vector of zeros finds nothing. An approximate store may miss a row, but never invents a score.
        """
        ...

    def scores_for(self, rows: Sequence[int] | Rows, vector: Vectors) -> Scores:
        """The inner product of ``vector`` with each of ``rows``: what ``search`` would say of them.

        A row of zeros scores 0.0. Raises ``IndexError`` for a row that is not there.
        """
        ...


NOTHING = Neighbours(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32))


def best_first(rows: Rows, scores: Scores, k: int) -> Neighbours:
    """The ``k`` best of ``rows``: by score downwards, ties by row upwards.

    >>> found = best_first(np.array([7, 3, 5]), np.array([0.5, 0.9, 0.9], dtype=np.float32), 2)
    >>> found.rows.tolist()
    [3, 5]
    """
    order = np.lexsort((rows, -scores))[: max(k, 0)]
    return Neighbours(rows[order], scores[order])


def rounded(scores: NDArray[np.float32] | NDArray[np.float64]) -> Scores:
    """Scores as stores give them out."""
    return np.round(scores, SCORE_DECIMALS).astype(np.float32)
