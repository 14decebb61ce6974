"""What stands where on a page of print? Stretches of text with their boxes, in the order in which they were drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Glyph(NamedTuple):
    """One character as drawn, in points, y upwards."""

    text: str
    """A character; ``\\n`` where the library that reads the PDF saw a line end."""
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Of its line, and not of its ink."""
        return self.top - self.bottom


@dataclass(frozen=True)
class Stretch:
    """Characters that stand side by side."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Of the line."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Half way up."""
        return (self.top + self.bottom) / 2


GUTTER = 1.5
"""Widths of a character that part two columns; wide-spaced titles leave one between their characters."""


def stretches_of(glyphs: Iterable[Glyph]) -> Iterator[Stretch]:
    """The glyphs joined wherever the next stands right behind the last on the same line."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and (glyph.text == "\n" or _jumps(run[-1], glyph)):
            yield from _stretch(run)
            run = []
        if glyph.text != "\n":
            run.append(glyph)
    yield from _stretch(run)


def _jumps(one: Glyph, other: Glyph) -> bool:
    em = max(one.height, other.height)
    if other.text.isspace():
        return False
    apart = other.left - one.right
    return not -em <= apart <= GUTTER * em or abs(other.bottom - one.bottom) > em / 2


def _stretch(run: Sequence[Glyph]) -> Iterator[Stretch]:
    inked = [glyph for glyph in run if not glyph.text.isspace()]
    if inked:
        yield Stretch(
            "".join(glyph.text for glyph in run).strip(),
            min(glyph.left for glyph in inked),
            min(glyph.bottom for glyph in inked),
            max(glyph.right for glyph in inked),
            max(glyph.top for glyph in inked),
        )
