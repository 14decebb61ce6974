"""Which lines are one paragraph, one heading, one byline?

Where a page has a paragraph a line, each line is a block. Where it is wrapped, lines are joined until one
falls short of the column and ends a sentence, or a heading, byline, title or unit line begins. A block may
still end in mid-sentence, at a column or page break: ``seams`` joins those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.corpus.bylines import starts_byline
from rag.corpus.headings import is_heading
from rag.corpus.lines import Line
from rag.corpus.notices import is_notice_title
from rag.corpus.signatures import starts_signature
from rag.corpus.strand import Strand, joined
from rag.corpus.style import FULL, PageStyle
from rag.text.numbering import fold_width, heading_marker
from rag.text.sentences import is_closed
from rag.text.spans import Span


@dataclass(frozen=True)
class Block:
    """Lines that belong together, read as one."""

    strand: Strand
    depth: int
    """Number of ``#`` before it; 0 for an ordinary line."""
    bold: tuple[Span, ...]
    """What is printed bold, in ``text``."""
    after_blank: bool
    """An empty line stands before it."""
    line_feeds: tuple[int | None, int | None]
    """Where in the source the line feeds before and behind it stand."""

    @property
    def text(self) -> str:
        """The words."""
        return self.strand.text

    @property
    def is_heading(self) -> bool:
        """The whole block is a heading."""
        bold = len(self.bold) == 1 and self.bold[0] == (0, len(self.text))
        return is_heading(self.text, depth=self.depth, bold=bold)

    def cut(self, start: int, end: int) -> Block:
        """The part ``[start, end)`` of the block, trimmed."""
        bold = tuple(
            Span(max(b.start, start) - start, min(b.end, end) - start)
            for b in self.bold
            if max(b.start, start) < min(b.end, end)
        )
        strand = self.strand.cut(start, end).trimmed()
        return Block(strand, self.depth, bold, self.after_blank, self.line_feeds)


def blocks_of(lines: Sequence[Line], style: PageStyle) -> tuple[Block, ...]:
    """The blocks of a page, in the order of the page."""
    if not style.wrapped:
        return tuple(_block([line]) for line in lines)
    return tuple(_block(group) for group in _Unwrapping(lines, style).groups())


def _block(lines: Sequence[Line]) -> Block:
    first, last = lines[0], lines[-1]
    bold: list[Span] = []
    at = 0
    for line in lines:
        bold += [span.shift(at) for span in line.bold]
        at += len(line.text)
    strand = first.strand if len(lines) == 1 else joined(line.strand for line in lines)
    feeds = (first.line_feeds[0], last.line_feeds[1])
    return Block(strand, first.depth, tuple(bold), first.after_blank, feeds)


SHORT_BY = 2
"""Characters by which the last line of a paragraph falls short of its neighbours; print that hangs its
punctuation varies by one."""

NEIGHBOURS = 4
"""Lines on each side that show how wide the column is here."""

MAX_TITLE_LINES = 3
"""Lines that a wrapped title or unit line takes at most."""

MAX_HEADING = 50
"""Characters that the lines of one wrapped heading hold together."""


class _Unwrapping:
    """The lines of one wrapped page on their way to blocks."""

    def __init__(self, lines: Sequence[Line], style: PageStyle) -> None:
        self.lines = lines
        self.style = style
        self.titles = frozenset(self._title_starts())

    def groups(self) -> Iterator[Sequence[Line]]:
        """Runs of lines, each one block."""
        start = 0
        while start < len(self.lines):
            end = self._end_of_mark(start) or self._end_of_paragraph(start)
            yield self.lines[start:end]
            start = end

    def _end_of_mark(self, start: int) -> int | None:
        """Where a byline, unit line, title or heading that begins at ``start`` ends."""
        line = self.lines[start]
        if starts_byline(line.text):
            return self._while_full(start)
        if starts_signature(line.text):
            return self._through_bracket(start)
        if start in self.titles:
            end = start + 1
            while end < len(self.lines) and not starts_byline(self.lines[end].text):
                end += 1
            return end
        if is_notice_title(line.text):
            return start + 1
        return self._end_of_heading(start)

    def _title_starts(self) -> Iterator[int]:
        for index, line in enumerate(self.lines):
            if not starts_byline(line.text) or index == 0:
                continue
            start = index - 1
            if is_closed(self.lines[start].text) or self._begins_mark(start):
                continue
            while start and index - start < MAX_TITLE_LINES and self._goes_on(start - 1):
                start -= 1
            yield start

    def _goes_on(self, index: int) -> bool:
        """Whether a line is full, open and no mark: the next one continues it."""
        line = self.lines[index]
        return self._is_full(index) and not is_closed(line.text) and not self._begins_mark(index)

    def _begins_mark(self, index: int) -> bool:
        line = self.lines[index]
        return (
            line.depth > 0
            or starts_byline(line.text)
            or starts_signature(line.text)
            or self._begins_heading(index)
            or is_notice_title(line.text)
        )

    def _begins_heading(self, index: int) -> bool:
        """Whether a numbering mark at the line's start is a heading's and not a part of a sentence."""
        line = self.lines[index]
        if line.depth or line.is_bold or (is_heading(line.text) and heading_marker(line.text) is None):
            return True
        marker = heading_marker(line.text)
        if marker is None or not line.text[marker.span.end :].strip():
            return False
        if index == 0:
            return True
        before = self.lines[index - 1].text
        if is_closed(before) or not self._is_full(index - 1):
            return True
        # A full open line before: 包括以下 / 三、四线城市, but also the end of a column.
        return marker.level in (1, 2) and not before.endswith(("、", "，", ",", "第"))

    def _end_of_heading(self, start: int) -> int | None:
        line = self.lines[start]
        if not self._begins_heading(start) or not is_heading(line.text, depth=line.depth, bold=line.is_bold):
            return None
        end = start + 1
        length = len(line.text)
        while end < len(self.lines) and self._continues_heading(start, end) and length <= MAX_HEADING:
            length += len(self.lines[end].text)
            if is_closed(self.lines[end].text):
                length = MAX_HEADING + 1
            end += 1
        if length <= MAX_HEADING:
            return end
        # What followed was no heading's second line: a full first line then begins a paragraph.
        return None if self._is_exactly_full(start) else start + 1

    def _continues_heading(self, start: int, index: int) -> bool:
        """Whether the line is the next part of the heading that begins at ``start``."""
        line = self.lines[index]
        if line.depth or line.indented or self._begins_mark(index) or index in self.titles:
            return False
        if self._is_exactly_full(index - 1):
            return True
        # 重 / 要意义: a heading in larger type wraps earlier; its rest is short and another mark follows.
        short = len(line.text) < FULL * self._width(index) and not is_closed(line.text)
        return short and index == start + 1 and index + 1 < len(self.lines) and self._begins_mark(index + 1)

    def _end_of_paragraph(self, start: int) -> int:
        end = start + 1
        while end < len(self.lines) and not self._parts(end):
            end += 1
        return end

    def _parts(self, index: int) -> bool:
        """Whether a new block begins at the line."""
        line, before = self.lines[index], self.lines[index - 1]
        if index in self.titles or self._begins_mark(index):
            return True
        if self.style.blank_parts and line.after_blank:
            return True
        if not is_closed(before.text):
            return not self._is_full(index - 1) and len(before.text) < FULL * self._width(index - 1)
        return line.indented or not self._is_full(index - 1)

    def _while_full(self, start: int) -> int:
        end = start + 1
        while (
            end < len(self.lines)
            and end - start < MAX_TITLE_LINES
            and self._is_exactly_full(end - 1)
            and not self._begins_mark(end)
            and len(self.lines[end].text) < FULL * self._width(end)
            and not is_closed(self.lines[end].text)
        ):
            end += 1
        return end

    def _through_bracket(self, start: int) -> int:
        """The unit line to its closing bracket, or its first line if none closes soon."""
        for end in range(start, min(start + MAX_TITLE_LINES, len(self.lines))):
            if fold_width(self.lines[end].text).rstrip().endswith(")"):
                return end + 1
        return start + 1

    def _width(self, index: int) -> int:
        around = self.lines[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]
        lengths = sorted(len(line.text) for line in around)
        return min(lengths[-2] if len(lengths) > 1 else lengths[-1], round(self.style.width / FULL))

    def _is_full(self, index: int) -> bool:
        return len(self.lines[index].text) > self._width(index) - SHORT_BY

    def _is_exactly_full(self, index: int) -> bool:
        return len(self.lines[index].text) >= self._width(index) - 1
