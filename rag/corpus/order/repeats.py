"""Which passages stand in two articles of one page?

Text recognition sometimes jumps: in the middle of one article it reads on in another, and the same words stand
on the page twice, once under the wrong title. Which copy that is, ``intrusions`` tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.text.spans import Span

MIN_REPEAT = 30
"""Characters; shorter ones are turns of phrase."""

STEP = 15
"""Every so many characters a stretch as long is looked for elsewhere: none of ``MIN_REPEAT`` is missed."""


MOST_ALIKE = 4
"""Places that have the same stretch; more is a rule of dots or of blanks."""


NEAR = 8
"""Articles on each side in which a passage of an article is looked for: a page of print holds no more."""


class Repeat(NamedTuple):
    """The same words in two articles."""

    first: int
    """Index of one article."""
    there: Span
    """Where they stand in its text."""
    second: int
    """Index of another article."""
    here: Span
    """Where they stand in its text."""


def repeats_of(texts: Sequence[str]) -> Iterator[Repeat]:
    """The longest common stretches of different texts, each once."""
    sampled: dict[str, list[tuple[int, int]]] = {}
    for index, text in enumerate(texts):
        for at in range(0, len(text) - STEP + 1, STEP):
            sampled.setdefault(text[at : at + STEP], []).append((index, at))
    hashed = [_hashed(text) for text in texts]
    places = np.unique(np.concatenate([np.empty(0, np.uint64), *(one[::STEP] for one in hashed)]))
    if not len(places):
        return
    seen: set[Repeat] = set()
    for index, text in enumerate(texts):
        behind: dict[tuple[int, int], int] = {}
        near = np.minimum(np.searchsorted(places, hashed[index]), len(places) - 1)
        for at in np.flatnonzero(places[near] == hashed[index]).tolist():
            alike = [one for one in sampled.get(text[at : at + STEP], ()) if abs(one[0] - index) <= NEAR]
            for other, place in alike if len(alike) <= MOST_ALIKE else ():
                # What stands so far apart in the two has been read to its end.
                line = (other, place - at)
                if other == index or at < behind.get(line, 0):
                    continue
                repeat = _extended(texts, other, place, index, at)
                behind[line] = repeat.here.end
                if repeat.here.length >= MIN_REPEAT and repeat not in seen and _turned(repeat) not in seen:
                    seen.add(repeat)
                    yield repeat


def _hashed(text: str) -> NDArray[np.uint64]:
    """A number for each stretch of ``STEP`` characters, the same for the same stretch."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    size = len(codes) - STEP + 1
    if size <= 0:
        return np.empty(0, dtype=np.uint64)
    numbers = np.zeros(size, dtype=np.uint64)
    for place in range(STEP):
        numbers = numbers * FACTOR + codes[place : place + size]
    return numbers


FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""Odd, so that no character of a stretch is lost; overflow is wanted."""


def _extended(texts: Sequence[str], first: int, there: int, second: int, here: int) -> Repeat:
    one, other = texts[first], texts[second]
    start = 0
    while start < min(there, here) and one[there - start - 1] == other[here - start - 1]:
        start += 1
    end = STEP
    while there + end < len(one) and here + end < len(other) and one[there + end] == other[here + end]:
        end += 1
    return Repeat(first, Span(there - start, there + end), second, Span(here - start, here + end))


def _turned(repeat: Repeat) -> Repeat:
    return Repeat(repeat.second, repeat.here, repeat.first, repeat.there)
