"""How does a table of word vectors fit into an eighth of its size?

Each row keeps one scale (its largest magnitude / 7, half precision) and four bits a number: -7..7,
stored as 1..15, two to a byte: the first half of the row in the low bits, the second half in the high
ones. Dimension is worth more than precision: 512 numbers of four bits find more than 256 of eight.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.encoders.protocol import Vectors

LEVELS = 7
"""The largest magnitude that four bits hold when minus and plus are to be alike."""

ZERO = 8
"""How a nought is stored."""


class Int4Rows(NamedTuple):
    """A (n, dim) table, packed."""

    packed: NDArray[np.uint8]
    """(n, dim / 2) bytes."""
    scales: NDArray[np.float16]
    """(n,) the worth of one level in each row."""

    @property
    def dim(self) -> int:
        """The length of an unpacked row."""
        return int(self.packed.shape[1]) * 2

    def unpack(self, rows: NDArray[np.int64] | slice = slice(None)) -> Vectors:
        """The chosen rows in single precision, ``(len(rows), dim)``."""
        packed = self.packed[rows]
        levels = np.empty((len(packed), self.dim), dtype=np.float32)
        half = self.dim // 2
        np.subtract(packed & 15, np.float32(ZERO), out=levels[:, :half], casting="unsafe")
        np.subtract(packed >> 4, np.float32(ZERO), out=levels[:, half:], casting="unsafe")
        levels *= self.scales[rows].astype(np.float32)[:, None]
        return levels


def pack(table: Vectors) -> Int4Rows:
    """``table`` (n, dim) in four bits a number; ``dim`` must be even. A row of zeros stays one.

    >>> pack(np.array([[7.0, -3.0], [0.0, 0.0]], dtype=np.float32)).unpack().tolist()
    [[7.0, -3.0], [0.0, 0.0]]
    """
    if table.shape[1] % 2:
        raise ValueError(f"rows of {table.shape[1]} numbers cannot be packed two to a byte")
    scales = (np.abs(table).max(axis=1) / LEVELS).astype(np.float16)
    worth = np.where(scales > 0, scales, 1).astype(np.float32)
    levels = np.clip(np.rint(table / worth[:, None]), -LEVELS, LEVELS).astype(np.int8) + ZERO
    low, high = np.split(levels.astype(np.uint8), 2, axis=1)
    return Int4Rows(low | (high << 4), scales)
