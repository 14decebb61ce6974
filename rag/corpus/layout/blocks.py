"""Which lines are one paragraph, one heading, one byline?

Where a page has a paragraph a line, each line is a block. Where it is wrapped, lines are joined until one
falls short of the column and ends a sentence, or a heading, byline, title or unit line begins. A block may
still end in mid-sentence, at a column or page break: ``seams`` joins those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rag.corpus.layout.heads import Head, Role
from rag.corpus.layout.lines import Line, within
from rag.corpus.layout.notices import is_notice_title
from rag.corpus.layout.style import FULL, PageStyle, column_widths
from rag.corpus.outline.headings import is_heading
from rag.corpus.people.biographies import starts_biography
from rag.corpus.people.signatures import starts_signature
from rag.corpus.strand import Strand, joined
from rag.text.characters.model import general
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
    role: Role = Role.BODY

    @cached_property
    def text(self) -> str:
        """The words."""
        return self.strand.text

    @cached_property
    def is_heading(self) -> bool:
        """The whole block is a heading."""
        bold = len(self.bold) == 1 and self.bold[0] == (0, len(self.text))
        return is_heading(self.text, depth=self.depth, bold=bold)

    def cut(self, start: int, end: int) -> Block:
        """The part ``[start, end)`` of the block, trimmed."""
        strand = self.strand.cut(start, end).trimmed()
        return Block(
            strand, self.depth, within(self.bold, start, end), self.after_blank, self.line_feeds, self.role
        )


def blocks_of(lines: Sequence[Line], style: PageStyle, heads: Sequence[Head] = ()) -> tuple[Block, ...]:
    """The blocks of a page, in the order of the page; ``heads`` are those of ``heads_of``."""
    roles = {span.start: (role, span.end) for head in heads for role, span in head.parts}
    groups = _Unwrapping(lines, style, heads).groups() if style.wrapped else _single_lines(lines, roles)
    blocks = []
    at = 0
    for group in groups:
        blocks.append(_block(group, roles[at][0] if at in roles else Role.BODY))
        at += len(group)
    return tuple(blocks)


def _single_lines(lines: Sequence[Line], roles: Mapping[int, tuple[Role, int]]) -> Iterator[Sequence[Line]]:
    """Every line by itself, but for titles set in two."""
    at = 0
    while at < len(lines):
        end = roles[at][1] if at in roles else at + 1
        yield lines[at:end]
        at = end


def _block(lines: Sequence[Line], role: Role) -> Block:
    first, last = lines[0], lines[-1]
    bold: list[Span] = []
    at = 0
    for line in lines:
        bold += [span.shift(at) for span in line.bold]
        at += len(line.text)
    strand = first.strand if len(lines) == 1 else joined(line.strand for line in lines)
    feeds = (first.line_feeds[0], last.line_feeds[1])
    return Block(strand, first.depth, tuple(bold), first.after_blank, feeds, role)


SHORT_BY = 2
"""Characters by which the last line of a paragraph falls short of its neighbours; print that hangs its
punctuation varies by one."""

MAX_TITLE_LINES = 3
"""Lines that a wrapped title or unit line takes at most."""

MAX_HEADING = 50
"""Characters that the lines of one wrapped heading hold together."""

RUNS_ON = -6.0
"""Nats (``PageModel.continuation``) above which a full line with a colon goes on in the next; nine in ten do."""

MIN_RUN_IN = 4
"""Characters behind the colon of a full line that are more than a part of its heading."""

MAX_RUN_IN = 28
"""Characters of a heading whose full stop stands in its second line."""


_TOKEN = re.compile(r"[0-9A-Za-z][0-9A-Za-z.%-]+")


class _Unwrapping:
    """The lines of one wrapped page on their way to blocks."""

    def __init__(self, lines: Sequence[Line], style: PageStyle, heads: Sequence[Head]) -> None:
        self.lines = lines
        self.style = style
        self.widths = column_widths(lines, style)
        self.model = general()
        self.heads = {span.start: span.end for head in heads for _, span in head.parts}
        self.own_line = frozenset(self._own_line_families())

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
        if start in self.heads:
            return self.heads[start]
        if starts_signature(line.text):
            return self._through_bracket(start)
        if is_notice_title(line.text):
            return start + 1
        return self._end_of_heading(start)

    def _own_line_families(self) -> Iterator[str]:
        """The kinds of numbers whose headings are seen to stand on lines of their own."""
        for index, line in enumerate(self.lines):
            marker = heading_marker(line.text)
            if marker and not self._is_exactly_full(index) and is_heading(line.text):
                yield marker.family

    def _blank(self, index: int) -> bool:
        """Whether an empty line before this one parts paragraphs."""
        return self.style.blank_parts and self.lines[index].after_blank

    def _begins_mark(self, index: int) -> bool:
        line = self.lines[index]
        return (
            line.depth > 0
            or index in self.heads
            or starts_signature(line.text)
            or starts_biography(line.text)
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
        if marker.family == "ordinal" and (self._is_full(index - 1) or self._amid_paragraph(index)):
            # 第一，… 第二，… count inside a paragraph.
            return False
        if is_closed(before) or not self._is_full(index - 1):
            return True
        # A full open line before: 形式单 / 一、枯燥乏味 or 包括以下 / 三、四线城市, but also the end of a column.
        counted_on = marker.level == 2 or (marker.level == 1 and marker.number > 1)
        return counted_on and not before.endswith(("、", "，", ",", "第"))

    def _amid_paragraph(self, index: int) -> bool:
        """Whether paragraphs are indented here and the line is not."""
        return self.style.indents and not self.lines[index].indented

    def _end_of_heading(self, start: int) -> int | None:
        line = self.lines[start]
        if not self._begins_heading(start) or not is_heading(line.text, depth=line.depth, bold=line.is_bold):
            return None
        if line.indented and start + 1 < len(self.lines) and self._amid_paragraph(start + 1):
            # Whether all of it is a heading or its beginning only, the next line belongs to it.
            return None
        end = start + 1
        length = len(line.text)
        while end < len(self.lines) and self._continues_heading(start, end) and length <= MAX_HEADING:
            length += len(self.lines[end].text)
            if is_closed(self.lines[end].text):
                length = MAX_HEADING + 1
            end += 1
        if length <= MAX_HEADING:
            return None if self._runs_on(start, end) else end
        # What followed was no heading's second line. A full first line then begins a paragraph, unless
        # headings of its kind have lines of their own.
        if not self._is_exactly_full(start) or start + 1 == len(self.lines) or self._blank(start + 1):
            return start + 1
        if self._runs_on(start, start + 1) or not self._heads_alone(line, self.lines[start + 1]):
            return None
        return start + 1

    def _runs_on(self, start: int, end: int) -> bool:
        """Whether lines that could be a heading are the beginning of a paragraph: 一、准备：先由 … 一户 … 的情"""
        if end == len(self.lines) or self._begins_mark(end) or self._blank(end) or not self._is_full(end - 1):
            return False
        words = fold_width("".join(line.text for line in self.lines[start:end]))
        if not any(mark in words for mark in ",:;"):
            return False
        if len(words.partition(":")[2]) >= MIN_RUN_IN:
            return True
        return end > start + 1 or self.model.continuation(words[-2:], self.lines[end].text[:2]) > RUNS_ON

    def _heads_alone(self, line: Line, following: Line) -> bool:
        """Whether a heading that fills its line ends there, rather than with a full stop in the next."""
        stop = following.text.find("。")
        if 0 <= stop <= MAX_RUN_IN - len(line.text):
            return False
        marker = heading_marker(line.text)
        return marker is None or (marker.family in self.own_line and " " not in line.text[marker.span.end :])

    def _continues_heading(self, start: int, index: int) -> bool:
        """Whether the line is the next part of the heading that begins at ``start``."""
        line = self.lines[index]
        if line.indented or self._begins_mark(index) or self._blank(index):
            return False
        if self._is_exactly_full(index - 1):
            return True
        # 重 / 要意义: a heading in larger type wraps earlier; its rest is short and another mark follows.
        short = len(line.text) < FULL * self.widths[index] and not is_closed(line.text)
        return short and index == start + 1 and index + 1 < len(self.lines) and self._begins_mark(index + 1)

    def _end_of_paragraph(self, start: int) -> int:
        end = start + 1
        while end < len(self.lines) and not self._parts(end):
            end += 1
        return end

    def _parts(self, index: int) -> bool:
        """Whether a new block begins at the line."""
        line, before = self.lines[index], self.lines[index - 1]
        if self._begins_mark(index) or self._blank(index) or (self.style.indents and line.indented):
            return True
        if self._amid_paragraph(index) and not self._ends_signature(index - 1):
            return False
        if self._ends_signature(index - 1):
            return True
        if not is_closed(before.text):
            even = self.style.slack is not None
            return not self._is_full(index - 1) and (even or len(before.text) < FULL * self.widths[index - 1])
        return line.indented or not self._is_full(index - 1)

    def _ends_signature(self, index: int) -> bool:
        """Whether a unit in brackets, behind the last sentence of an article, closes with the line."""
        if not self.lines[index].text.endswith((")", "）")):
            return False
        end = fold_width(
            "".join(line.text for line in self.lines[max(0, index - MAX_TITLE_LINES) : index + 1])
        )
        opened = end.rfind("(")
        return opened >= 0 and starts_signature(end[opened:])

    def _through_bracket(self, start: int) -> int:
        """The unit line to its closing bracket, or its first line if none closes soon."""
        for end in range(start, min(start + MAX_TITLE_LINES, len(self.lines))):
            if fold_width(self.lines[end].text).rstrip().endswith(")"):
                return end + 1
        return start + 1

    def _is_full(self, index: int) -> bool:
        """Whether a line fills its column, as all but the last of a paragraph do."""
        slack = SHORT_BY - 1 if self.style.slack is None else self.style.slack
        return len(self.lines[index].text) + self._uncut(index + 1) >= self.widths[index] - slack

    def _uncut(self, index: int) -> int:
        """Characters that the line before could not take, since figures and Latin words are not cut."""
        token = _TOKEN.match(self.lines[index].text) if index < len(self.lines) else None
        return len(token[0]) - 1 if token else 0

    def _is_exactly_full(self, index: int) -> bool:
        """The same, for headings and names, which keep no punctuation from the next line's beginning."""
        slack = 1 if self.style.slack is None else 0
        return len(self.lines[index].text) >= self.widths[index] - slack
