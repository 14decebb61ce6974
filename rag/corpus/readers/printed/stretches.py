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


TRACKED = 0.75
"""Widths of a character between two Chinese ones that are only set wide; a space that was typed is wider."""


TRACKED_FIGURES = 0.5
"""The same before, behind and between figures; the cells of a table stand further apart."""


def without_tracking(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """The glyphs without the spaces that the library puts between Chinese characters set wide, as in justified lines.

    Such a space has no width: nothing was drawn there.
    """
    around: tuple[Glyph | None, ...] = (None, *glyphs, None)
    return tuple(
        glyph
        for before, glyph, after in zip(around, glyphs, around[2:], strict=False)
        if not (before and after and _is_tracking(before, glyph, after))
    )


def _is_tracking(before: Glyph, space: Glyph, after: Glyph) -> bool:
    if space.text != " " or space.left != space.right:
        return False
    pair = before.text + after.text
    chinese = all(character >= FIRST_CHINESE for character in pair)
    if not chinese and not all(character >= FIRST_CHINESE or character.isdigit() for character in pair):
        return False
    return 0 <= after.left - before.right < (TRACKED if chinese else TRACKED_FIGURES) * before.height


FIRST_CHINESE = "\u2e80"
"""Radicals, punctuation, characters and full-width forms stand from here on."""


def drawn_lines(glyphs: Iterable[Glyph]) -> Iterator[Stretch]:
    """The lines as the library saw them, whatever gaps are in them."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text == "\n":
            yield from _stretch(run)
            run = []
        else:
            run.append(glyph)
    yield from _stretch(run)


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


INDENT = (1.5, 3.0)
"""Widths of a character by which the first line of a paragraph begins further in: two, as print varies."""
INDENTED = "\u3000\u3000"
"""What plain text has in its place."""


def with_indents(lines: Sequence[Stretch]) -> Iterator[str]:
    """The lines' words, indentation written out where the line below or above begins further left."""
    around: tuple[Stretch | None, ...] = (None, *lines, None)
    for before, line, after in zip(around, lines, around[2:], strict=False):
        indented = any(other and _is_further_in(line, other) for other in (before, after))
        yield INDENTED + line.text if indented else line.text


def _is_further_in(line: Stretch, other: Stretch) -> bool:
    em = line.height
    alike = abs(other.height - em) < em / 5 and abs(other.middle - line.middle) < 3 * em
    return alike and INDENT[0] * em < (line.left - other.left) < INDENT[1] * em


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
