"""Which stretches of letters does a text have, whatever its punctuation, spaces, width and script?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rag.reprints.paper import without_paper

Shingles = NDArray[np.uint64]
"""(n,) hashes of the stretches of a text."""

SHINGLE_CHARS = 5
"""Two or three Chinese words: long enough that two articles on one subject share few, short enough that a misread
character leaves most of a sentence as it was."""

_ROUNDS = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
"""Of the finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014)."""


def letters(text: str) -> str:
    """The letters and digits of ``text``, folded: what is left of it in any edition.

    >>> letters("１９８５年，李 林：“黨建”！")
    '1985年李林党建'
    """
    return letters_of(without_paper(text))


def letters_of(folded: str) -> str:
    """The letters and digits of folded text."""
    return "".join(filter(str.isalnum, folded))


def shingles(said: str) -> Shingles:
    """The hashes of all stretches of ``SHINGLE_CHARS`` of what ``letters`` gave, in its order; none of less."""
    codes = np.frombuffer(said.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    count = len(codes) - SHINGLE_CHARS + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for at in range(SHINGLE_CHARS):
        hashes = _mixed(hashes ^ codes[at : at + count])
    return hashes


def distinct(hashes: Shingles) -> Shingles:
    """Each hash once, rising."""
    found: Shingles = np.unique(hashes)
    return found


def held(hashes: Shingles, by: Shingles) -> NDArray[np.bool_]:
    """(n,) which of the hashes are among those of ``by``, which rise."""
    if not len(by):
        return np.zeros(len(hashes), dtype=bool)
    places = np.minimum(np.searchsorted(by, hashes), len(by) - 1)
    return np.asarray(by[places] == hashes)


def longest_own(hashes: Shingles, other: Shingles) -> int:
    """Letters of the longest stretch of a text that stands nowhere in the other one, whose hashes rise.

    >>> whole = "每班开工之前必须检查瓦斯浓度"
    >>> longest_own(shingles("每班开工之前必须测量风速和瓦斯浓度"), distinct(shingles(whole)))
    5
    """
    strange = np.r_[False, ~held(hashes, other), False].astype(np.int8)
    edges = np.flatnonzero(np.diff(strange))
    runs = edges[1::2] - edges[::2]
    # the letters beside a strange one are in strange shingles too: SHINGLE_CHARS - 1 on each side, less the ends
    return max(0, int(runs.max(initial=0)) - SHINGLE_CHARS + 1)


def _mixed(hashes: Shingles) -> Shingles:
    """Each hash scattered over all 64 bits."""
    hashes = hashes + np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in _ROUNDS:
        hashes = (hashes ^ (hashes >> np.uint64(shift))) * np.uint64(factor)
    scattered: Shingles = hashes ^ (hashes >> np.uint64(31))
    return scattered
