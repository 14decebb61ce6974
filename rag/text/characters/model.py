"""Do two ends of Chinese text read as one sentence?

Counts of one, two and three characters in a row, of general Chinese (the bundled background) and of the page
at hand, with the page's counting many times: what a page says twice, its sentences may well say a third time.
A row is kept as 32 bits of its CRC, its count as a step of a logarithmic scale: 4 MB for 860,000 rows.
"""

from __future__ import annotations

import math
import zlib
from bisect import bisect_left
from functools import cached_property, lru_cache
from operator import add
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).parent
KEYS = "rows.npy"
STEPS = "steps.npy"

STEPS_PER_E = 16
"""Steps of the logarithmic scale in which a count grows e-fold: 6 % a step, 255 of them to eight million."""

PAGE_WEIGHT = 20
"""What one mention on the page counts in mentions of the background, which is 67 million characters long."""

UNSEEN_PAIR = 50.0
"""Mentions of its second character's own frequency that a pair is given before it is counted."""

UNSEEN_TRIPLE = 5.0
"""The same for three characters, by the frequency of their last two."""

MOST_COUNTED = 100_000
"""Rows whose counts are remembered: some ten megabytes."""

CHARACTERS = 6000.0
"""Characters that any text may bring; each is given one mention."""


def key_of(row: str) -> int:
    """The 32 bits that stand for a row of characters.

    >>> key_of("国") == key_of("国"), 0 <= key_of("国有企") < 2**32
    (True, True)
    """
    return zlib.crc32(row.encode("utf-8", "surrogatepass"))


class CharacterModel:
    """The background's counts, looked up by row."""

    def __init__(self, keys: NDArray[np.uint32], steps: NDArray[np.uint8]) -> None:
        """``keys`` ascending and without repeats, ``steps`` of the same length."""
        self._keys = keys.data
        self._steps = steps.data
        self._remembered: dict[str, float] = {}
        self.total = self.count("")

    def count(self, row: str) -> float:
        """How often a row of up to three characters stands in the background; of ``""``, its length."""
        found = self._remembered.get(row)
        if found is None:
            if len(self._remembered) >= MOST_COUNTED:
                self._remembered.clear()
            found = self._remembered[row] = self._looked_up(row)
        return found

    def _looked_up(self, row: str) -> float:
        key = key_of(row)
        # Nine times as fast as numpy's search for one key.
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return 0.0
        return math.exp(self._steps[at] / STEPS_PER_E)


@lru_cache(maxsize=1)
def background() -> CharacterModel:
    """The bundled counts, mapped into memory when they are first asked for."""
    return CharacterModel(np.load(FOLDER / KEYS, mmap_mode="r"), np.load(FOLDER / STEPS, mmap_mode="r"))


@lru_cache(maxsize=1)
def general() -> PageModel:
    """The background alone, for texts that are not judged by their page."""
    return PageModel("", background())


class PageModel:
    """The background together with what one page says."""

    def __init__(self, page: str, model: CharacterModel) -> None:
        self._page = page
        self._model = model
        self._counted: dict[str, float] = {}

    def continuation(self, left: str, right: str) -> float:
        """Log-likelihood ratio, in nats, of ``right`` going on behind ``left`` against beginning anywhere.

        Both hold at least one character; two on each side are read:
        ln P(r1|l2 l1) / P(r1) + ln P(r2|l1 r1) / P(r2|r1), each P smoothed by the next shorter row.
        """
        before, first, second = left[-2:-1], right[:1], right[1:2]
        last = left[-1:]
        ratio = math.log(self._triple(before, last, first) / self._single(first))
        if second:
            ratio += math.log(self._triple(last, first, second) / self._pair(first, second))
        return ratio

    def on_page(self, row: str) -> int:
        """How often a row of characters stands on the page."""
        if not self._page or any(row[at : at + 2] not in self.pairs for at in range(len(row) - 1)):
            return 0
        return self._page.count(row)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Every two characters that stand one behind the other on the page."""
        return frozenset(map(add, self._page, self._page[1:]))

    def _triple(self, a: str, b: str, c: str) -> float:
        pair = self._pair(b, c)
        if not a:
            return pair
        seen = self._count(a + b + c)
        return (seen + UNSEEN_TRIPLE * pair) / (max(self._count(a + b), seen) + UNSEEN_TRIPLE)

    def _pair(self, a: str, b: str) -> float:
        seen = self._count(a + b)
        return (seen + UNSEEN_PAIR * self._single(b)) / (max(self._count(a), seen) + UNSEEN_PAIR)

    def _single(self, a: str) -> float:
        # Of general Chinese, however often the page says it: a likelihood of chance.
        return (self._model.count(a) + 1) / (self._model.total + CHARACTERS)

    def _count(self, row: str) -> float:
        found = self._counted.get(row)
        if found is None:
            found = self._model.count(row) + PAGE_WEIGHT * self.on_page(row)
            self._counted[row] = found
        return found
