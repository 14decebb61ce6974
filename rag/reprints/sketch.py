"""What is kept of an article so that its reprints are found without reading it again?

MinHash with one permutation (Li, Owen, Zhang: One permutation hashing, 2012): the range of the hashes is cut into
``BINS`` equal parts, and of each part the least hash is kept. Two texts agree in a share of the bins that is on
average the Jaccard likeness of their shingles. An empty bin takes over the next filled one's value, altered by
the distance (Shrivastava, Li: Densifying one permutation hashing via rotation, 2014).
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from rag.reprints.shingles import Shingles, distinct, letters, shingles

BINS = 128
"""The likeness is known to about 0.04, for half a kilobyte an article."""

_BITS = np.uint64(64 - 7)
"""The bin of a hash is its seven highest bits."""


@dataclass(frozen=True, eq=False)
class Sketch:
    """One article's body in a few hundred bytes; the same for the same letters."""

    chars: int
    """How many letters and digits it has."""
    digest: bytes
    """Of those letters: equal for texts that differ in punctuation and writing alone."""
    minhash: NDArray[np.uint32]
    """(BINS,); meaningless, but constant, for a text shorter than a shingle."""


def sketch_of(text: str) -> Sketch:
    """The sketch of a body as it is read."""
    said = letters(text)
    digest = blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return Sketch(len(said), digest, minhash(distinct(shingles(said))))


def minhash(hashes: Shingles) -> NDArray[np.uint32]:
    """(BINS,) the least of each bin of distinct, rising hashes, in 32 bits."""
    if not len(hashes):
        return np.zeros(BINS, dtype=np.uint32)
    bins = hashes >> _BITS
    firsts = np.searchsorted(bins, np.arange(BINS, dtype=np.uint64))
    filled = np.flatnonzero(np.bincount(bins.astype(np.int64), minlength=BINS))
    least = ((hashes >> np.uint64(20)) & np.uint64(0xFFFFFFFF)).astype(np.uint32)[firsts[filled]]
    # each bin looks to itself, then to those behind it, round and round
    places = np.searchsorted(filled, np.arange(BINS))
    lender = filled[places % len(filled)]
    distance = (lender - np.arange(BINS)) % BINS
    return np.asarray(least[places % len(filled)] + distance.astype(np.uint32) * np.uint32(0x9E3779B1))
