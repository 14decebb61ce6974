"""What stands on each line of a page, its Markdown marks and indentation taken off?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from rag.corpus.strand import Strand, joined
from rag.text.numbering import heading_marker
from rag.text.spans import Span


@dataclass(frozen=True)
class Line:
    """A line of the page that holds words."""

    strand: Strand
    depth: int
    """Number of ``#`` before it; 0 for an ordinary line. It tells a heading, never its level."""
    bold: tuple[Span, ...]
    """What is printed bold, in ``strand.text``."""
    indented: bool
    """White space stands before its first word."""
    after_blank: bool
    """An empty line, or the beginning of the page, stands before it."""
    line_feeds: tuple[int | None, int | None]
    """Where in the source the line feeds before and behind it stand."""

    @cached_property
    def text(self) -> str:
        """The words."""
        return self.strand.text

    def cut(self, start: int, end: int) -> Line:
        """The words ``[start, end)`` as a line, trimmed."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return replace(self, strand=self.strand.cut(start, end).trimmed(), bold=within(self.bold, start, end))

    @property
    def is_bold(self) -> bool:
        """The whole line is bold."""
        return len(self.bold) == 1 and self.bold[0] == (0, len(self.text))


def within(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """What of the spans lies in ``[start, end)``, counted from ``start``."""
    parts = (Span(max(span.start, start) - start, min(span.end, end) - start) for span in spans)
    return tuple(part for part in parts if part.start < part.end)


_HASHES = re.compile(r"(#{1,6})([ \t\u3000]*)(?=\S)")
_EMPHASISED = re.compile(r"(?:_[^_]+_\s*)+")
_BOLD = re.compile(r"\*\*")
MAX_HEADING = 80
"""A longer line behind ``#`` is text that happens to begin so."""


def lines_of(page: str) -> tuple[Line, ...]:
    r"""The lines with words in them, in the order of the page.

    >>> [(line.text, line.depth, line.is_bold) for line in lines_of("# 安全\n\n**一、教育**  \r\n 首先")]
    [('安全', 1, False), ('一、教育', 0, True), ('首先', 0, False)]
    """
    return tuple(_lines(page))


def _lines(page: str) -> Iterator[Line]:
    start, before, blank = 0, None, True
    while start <= len(page):
        end = page.find("\n", start)
        behind = end if end >= 0 else None
        end = len(page) if end < 0 else end
        line = _line(page, Span(start, end), blank, (before, behind))
        if line is not None:
            yield line
        blank = line is None
        start, before = end + 1, behind


def _line(page: str, span: Span, blank: bool, line_feeds: tuple[int | None, int | None]) -> Line | None:
    raw = span.slice(page)
    words = raw.strip()
    if not words:
        return None
    start = span.start + len(raw) - len(raw.lstrip())
    depth = 0
    if words[0] == "#":
        depth, dropped = _heading_depth(words)
        words, start = words[dropped:], start + dropped
        if not words.strip("#*").strip():
            return None
    strand, bold = _without_bold(words, start)
    if words[0] == "_":
        strand = _without_underscores(strand)
    if not strand.text:
        return None
    return Line(strand, depth, bold, raw[0].isspace(), blank, line_feeds)


def _heading_depth(words: str) -> tuple[int, int]:
    """The depth of a Markdown heading and how many characters its mark takes; (0, 0) for other lines."""
    match = _HASHES.match(words)
    if match is None:
        return (len(words), len(words)) if not words.strip("#") else (0, 0)
    # “#3炉检修” is a furnace: without a space, only a second # or a number makes a heading.
    mark, space = match.groups()
    rest = words[match.end() :]
    if len(rest) > MAX_HEADING or not (space or len(mark) > 1 or heading_marker(rest)):
        return 0, 0
    return len(mark), match.end()


def _without_bold(words: str, start: int) -> tuple[Strand, tuple[Span, ...]]:
    if "**" not in words:
        return Strand(words, (Span(start, start + len(words)),)), ()
    stars = [match.start() for match in _BOLD.finditer(words)]
    if len(stars) % 2:
        stars.pop()
    kept: list[Span] = []
    bold: list[Span] = []
    at = length = opened = 0
    for index, star in enumerate(stars):
        kept.append(Span(start + at, start + star))
        length += star - at
        at = star + 2
        if index % 2:
            bold.append(Span(opened, length))
        opened = length
    kept.append(Span(start + at, start + len(words)))
    text = "".join(words[s.start - start : s.end - start] for s in kept)
    spans = tuple(span for span in kept if span.length)
    strand = Strand(text, spans)
    if text != text.strip():
        lead = len(text) - len(text.lstrip())
        strand = strand.trimmed()
        bold = [Span(max(0, b.start - lead), min(len(strand.text), b.end - lead)) for b in bold]
    return strand, tuple(b for b in bold if b.length > 0)


def _without_underscores(strand: Strand) -> Strand:
    """A line that is emphasised from end to end, as lines with source and date are, without its marks."""
    if not _EMPHASISED.fullmatch(strand.text):
        return strand
    words = [match.span() for match in re.finditer(r"[^_]+", strand.text)]
    return joined(strand.cut(*span) for span in words).trimmed()
