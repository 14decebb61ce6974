"""In which order are the lines of a page read, when it was drawn row by row across its columns?

Most programs draw a page in reading order, column after column, and then nothing here is done: geometry knows
less than the program that set the page. Some draw each row from the left edge to the right, through all
columns. Those show by many jumps to the right at one height between long lines, and are cut anew:

- a high strip where nothing stands parts what is above from what is below;
- a gutter that few lines cross parts columns, read from left to right;
- the lines that do cross it (titles over both columns) part the page into bands, read from the top down;
- where there is no gutter, a low strip does as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from rag.corpus.readers.printed.stretches import Stretch

MIN_JUMPS = 4
"""Jumps over a gutter at one height: fewer are headings with a page number, or a line of a form."""
MIN_JUMP_SHARE = 0.3
"""Of all steps from line to line, above which a page was drawn row by row: 0.5 with two columns, 0.67 with three."""
MIN_CHARACTERS = 7
"""Median length of the lines beside a gutter: columns of print have twelve and more, cells of a table fewer."""
MAX_CROSSING = 0.2
"""Share of lines that may cross a gutter: titles, pictures' captions."""
ARTICLES_APART = 2.5
"""Height, in lines, of an empty strip through all columns that parts two articles, whose columns differ."""
LINES_APART = 1.0
"""The same where there are no columns to part: of a title from what follows it."""
MIN_SIDE = 0.15
"""Share of lines on the emptier side of a gutter: less is a margin note."""


def drawn_across(stretches: Sequence[Stretch]) -> bool:
    """Whether a page was drawn row by row across a gutter between columns of print."""
    jumps = [(one, other) for one, other in pairwise(stretches) if _is_jump(one, other)]
    if len(jumps) < max(MIN_JUMPS, MIN_JUMP_SHARE * (len(stretches) - 1)):
        return False
    return median(min(len(one.text), len(other.text)) for one, other in jumps) >= MIN_CHARACTERS


def _is_jump(one: Stretch, other: Stretch) -> bool:
    return other.left > one.right and abs(other.middle - one.middle) < min(one.height, other.height) / 2


def in_reading_order(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The lines of a page, columns after one another; what stands side by side in one column is one line."""
    waiting, lines = [list(stretches)], list[Stretch]()
    while waiting:
        part = waiting.pop()
        cut = _halves(part, ARTICLES_APART) or _columns(part) or _halves(part, LINES_APART)
        if cut:
            waiting += reversed(cut)
        else:
            lines += _rows(part)
    return tuple(lines)


def _columns(part: Sequence[Stretch]) -> list[list[Stretch]]:
    """The part cut at its gutter into bands and columns, in reading order; empty without a gutter."""
    gutter = _gutter(part)
    if gutter is None:
        return []
    bands: list[list[Stretch]] = []
    sides: tuple[list[Stretch], list[Stretch]] = ([], [])
    for stretch in sorted(part, key=lambda one: -one.middle):
        if stretch.left < gutter < stretch.right:
            bands += [side for side in sides if side] + [[stretch]]
            sides = ([], [])
        else:
            sides[stretch.left >= gutter].append(stretch)
    bands += [side for side in sides if side]
    # Boxes turned inside out, as broken fonts have, can make a gutter with nothing on one side.
    return bands if len(bands) > 1 else []


def _gutter(part: Sequence[Stretch]) -> float | None:
    """The place that the fewest lines cross, if there is one with columns on both sides."""
    lefts, rights = sorted(one.left for one in part), sorted(one.right for one in part)
    most = MAX_CROSSING * len(part)
    least = max(2, MIN_SIDE * len(part))
    best: tuple[float, float] | None = None
    done = 0
    for begun, left in enumerate(lefts):
        while done < len(rights) and rights[done] <= left:
            done += 1
        crossing, beyond = begun - done, len(part) - begun
        if crossing <= most and done >= least and beyond >= least:
            found = (crossing, -min(done, beyond))
            if best is None or found < best[:2]:
                best, place = found, left
    return place if best else None


def _halves(part: Sequence[Stretch], least: float) -> list[list[Stretch]]:
    """What is above the widest empty strip and what is below; empty where none is ``least`` lines high."""
    if len(part) < 4:
        return []
    ordered = sorted(part, key=lambda one: -one.top)
    widest, at, low = 0.0, 0, ordered[0].bottom
    for index, stretch in enumerate(ordered[1:], start=1):
        if low - stretch.top > widest:
            widest, at = low - stretch.top, index
        low = min(low, stretch.bottom)
    if at == 0 or widest < least * median(one.height for one in part):
        return []
    return [ordered[:at], ordered[at:]]


def _rows(part: Sequence[Stretch]) -> Iterator[Stretch]:
    row: list[Stretch] = []
    for stretch in sorted(part, key=lambda one: (-one.middle, one.left)):
        if row and row[0].middle - stretch.middle > min(row[0].height, stretch.height) / 2:
            yield _row(row)
            row = []
        row.append(stretch)
    if row:
        yield _row(row)


def _row(row: Sequence[Stretch]) -> Stretch:
    ordered = sorted(row, key=lambda one: one.left)
    text = " ".join(stretch.text for stretch in ordered)
    bottom, top = min(one.bottom for one in row), max(one.top for one in row)
    return Stretch(text, ordered[0].left, bottom, max(one.right for one in row), top)
