"""Is a page set in columns of characters from the top down, and how is it turned so that rows are rows?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rag.corpus.readers.printed.stretches import Glyph

MIN_DOWN = 0.6
"""Share of steps from character to character that go down by one: 0.9 and more in vertical print, next to none
in print from left to right."""
MIN_GLYPHS = 20
"""Fewer are the characters of a seal, or a spine."""


def is_vertical(glyphs: Sequence[Glyph]) -> bool:
    """Whether most characters stand below the one before."""
    drawn = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if len(drawn) < MIN_GLYPHS:
        return False
    return sum(_is_below(one, other) for one, other in pairwise(drawn)) >= MIN_DOWN * (len(drawn) - 1)


def _is_below(one: Glyph, other: Glyph) -> bool:
    em = max(one.height, 1.0)
    beside = abs(_middle(one) - _middle(other)) < em
    return beside and em / 3 < one.top - other.top < 2.5 * em


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def turned(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """The page turned so that what ran from the top down runs from left to right, its rows in order.

    The rightmost column is the first row. Punctuation, which stands in a corner of its square and confuses
    whoever joins characters into lines, is taken to the row of its neighbours.
    """
    drawn = [glyph for glyph in glyphs if not glyph.text.isspace()]
    rows = _rows(sorted((_turned(glyph) for glyph in drawn), key=lambda one: -one.top))
    return tuple(glyph for row in rows for glyph in _levelled(row))


def _levelled(row: Sequence[Glyph]) -> Iterator[Glyph]:
    """The glyphs of a row from left to right, all as high as the row."""
    bottom, top = min(one.bottom for one in row), max(one.top for one in row)
    for glyph in sorted(row, key=lambda one: one.left):
        yield glyph._replace(bottom=bottom, top=top)


def _turned(glyph: Glyph) -> Glyph:
    return Glyph(glyph.text, -glyph.top, glyph.left, -glyph.bottom, glyph.right)


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and row[0].top - glyph.top > max(row[0].height, glyph.height) * 0.7:
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row
