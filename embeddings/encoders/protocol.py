"""What must everything that turns text into vectors promise?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""(n, dim) rows, or one (dim,) vector: of unit length, or all zero."""

Progress = Callable[[int], None]
"""Told how many texts are done so far, from time to time and at the end."""


class Encoder(Protocol):
    """Text in, unit vectors out; the inner product of two of them is their cosine.

    The same text gives the same vector whatever stands beside it in the call (a transformer: to
    within rounding). An empty text, or one of unknown words alone, gives a row of zeros.
    """

    @property
    def name(self) -> str:
        """What the user calls it: ``"bundled"``, a folder or a hub name."""
        ...

    @property
    def dim(self) -> int:
        """The length of its vectors."""
        ...

    @property
    def fingerprint(self) -> str:
        """Changes whenever the vectors of some text would; equal fingerprints share a cache."""
        ...

    def encode_passages(self, texts: Sequence[str], on_progress: Progress | None = None) -> Vectors:
        """``(len(texts), dim)`` rows for texts to be found, in the order given."""
        ...

    def encode_query(self, text: str) -> Vectors:
        """The ``(dim,)`` vector of a text to search with."""
        ...


def unit_rows(rows: Vectors) -> Vectors:
    """``rows`` divided by their lengths; rows of zeros stay zeros.

    >>> unit_rows(np.array([[3.0, 4.0], [0.0, 0.0]], dtype=np.float32)).tolist()
    [[0.6000000238418579, 0.800000011920929], [0.0, 0.0]]
    """
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = (rows / np.maximum(lengths, 1e-12)).astype(np.float32, copy=False)
    return unit
