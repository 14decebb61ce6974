"""How is a page set: a paragraph a line, or lines wrapped at a column's width?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.corpus.layout.lines import Line
from rag.corpus.people.signatures import is_unit_bracket
from rag.text.numbering import heading_marker
from rag.text.sentences import is_closed


@dataclass(frozen=True)
class PageStyle:
    """What the line breaks of a page mean."""

    wrapped: bool
    """Lines are cut at a width; a line break says nothing by itself."""
    width: int
    """Characters of a full line where wrapped; 0 elsewhere."""
    slack: int | None
    """Where wrapped: characters by which a full line may miss the width, 0 or 1; ``None`` where lines of
    print vary so much that only their neighbours tell."""
    indents: bool
    """Where wrapped: paragraphs begin with an indented line, and nothing else parts them."""
    blank_parts: bool
    """Where wrapped: an empty line parts paragraphs, rather than standing between any two lines."""


MIN_LINES = 4
"""Fewer lines show no width."""

MAX_WIDTH = 100
"""A column of print is narrower; longer lines are paragraphs."""

FULL = 0.8
"""A line of this share of the width is full: proportional print varies by a few characters."""

MIN_OPEN_SHARE = 0.45
"""Share of lines without a number that are full and end in mid-sentence, above which a page is wrapped: 0.6 to
0.9 in wrapped pages, under 0.2 in pages of paragraphs and of lists."""

MIN_OPEN_SHARE_INDENTED = 0.2
"""The same where some lines are indented and others are not: a wide column has two lines a paragraph."""

MIN_EVEN_SHARE = 0.93
"""Share of open full lines that must keep within the slack; the others are ends of columns."""

MAX_BLANK_SHARE = 0.2
"""Share of open full lines followed by an empty line, above which empty lines mean nothing."""


def style_of(lines: Sequence[Line]) -> PageStyle:
    """The style of a page, decided once for all its lines."""
    plain = PageStyle(wrapped=False, width=0, slack=None, indents=False, blank_parts=True)
    if len(lines) < MIN_LINES:
        return plain
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 9 // 10]
    if width > MAX_WIDTH:
        return plain
    open_full = [
        index
        for index, line in enumerate(lines)
        if FULL * width <= len(line.text) <= width / FULL and not line.depth and not is_closed(line.text)
    ]
    plain_lines = {index for index, line in enumerate(lines) if heading_marker(line.text) is None}
    counted = sum(index in plain_lines for index in open_full)
    indents = _indents(lines, width)
    least = MIN_OPEN_SHARE_INDENTED if indents else MIN_OPEN_SHARE
    if counted < least * max(len(plain_lines), MIN_LINES):
        return plain
    blanks = sum(index + 1 < len(lines) and lines[index + 1].after_blank for index in open_full)
    return PageStyle(
        wrapped=True,
        width=width,
        slack=_slack([abs(len(lines[index].text) - width) for index in open_full]),
        indents=indents,
        blank_parts=blanks <= MAX_BLANK_SHARE * len(open_full),
    )


MIN_INDENTED = 3
"""Indented lines that show a habit."""

MAX_INDENTED_SHARE = 0.6
"""Share of indented lines above which the whole page stands off its margin."""


def _indents(lines: Sequence[Line], width: int) -> bool:
    """Whether an indented line begins a paragraph: what stands before it is closed or a heading.

    A numbered line may be a heading set in the middle of the column, unless it is full.
    """
    before = [
        lines[index - 1]
        for index, line in enumerate(lines)
        if line.indented and index and (heading_marker(line.text) is None or len(line.text) >= FULL * width)
    ]
    closed = sum(
        is_closed(line.text) or len(line.text) < MAX_WIDTH / 4 or is_unit_bracket(line.text)
        for line in before
    )
    return MIN_INDENTED <= len(before) <= MAX_INDENTED_SHARE * len(lines) and closed >= MIN_EVEN_SHARE * len(
        before
    )


def _slack(misses: Sequence[int]) -> int | None:
    """The slack of lines that miss the width by so many characters each."""
    for slack in (0, 1):
        if sum(miss <= slack for miss in misses) >= MIN_EVEN_SHARE * len(misses):
            return slack
    return None


NEIGHBOURS = 4
"""Lines on each side that show how wide the column is here."""


def column_widths(lines: Sequence[Line], style: PageStyle) -> tuple[int, ...]:
    """How many characters the column holds at each line; all 0 where a page is not wrapped."""
    return tuple(_widths(lines, style))


def _widths(lines: Sequence[Line], style: PageStyle) -> Iterator[int]:
    """Everywhere the same, or as the second longest neighbour."""
    if not style.wrapped or style.slack is not None:
        yield from (style.width for _ in lines)
        return
    lengths = [len(line.text) for line in lines]
    limit = round(style.width / FULL)
    for index in range(len(lengths)):
        around = sorted(lengths[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1])
        yield min(around[-2], limit)
