"""Where does a character of the reading text stand in its file?

An article is rarely one slice of its file, so its clean text carries a map: a list of runs, each a
stretch of characters that stand side by side in the file. All offsets are code points, ``[start, end)``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of code points."""

    start: int
    end: int

    def __contains__(self, offset: object) -> bool:
        return isinstance(offset, int) and self.start <= offset < self.end

    @property
    def length(self) -> int:
        """How many characters the span holds."""
        return self.end - self.start

    def slice(self, text: str) -> str:
        """The characters of ``text`` inside the span."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many characters the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def shift(self, by: int) -> Span:
        """The same span of a text that begins ``by`` characters earlier."""
        return Span(self.start + by, self.end + by)


class Run(NamedTuple):
    """``length`` characters that stand at ``start`` in the reading text and at ``source`` in the file."""

    start: int
    source: int
    length: int
    continues: bool
    """Only layout (line breaks, layout spaces, Markdown marks) stands between this run and the one before."""


@dataclass(frozen=True)
class SourceMap:
    r"""From offsets of a reading text to offsets of its source.

    >>> source = "# 安全\n\n生产,人\n人有责。"
    >>> kept = [(2, 4), (5, 6), (6, 10), (11, 15)]
    >>> m = SourceMap.of(kept, source)
    >>> m.pieces(Span(0, m.length))        # one piece: only layout was left out
    (Span(start=2, end=15),)
    >>> m.place(3)
    6
    """

    runs: tuple[Run, ...]

    @classmethod
    def of(cls, kept: Iterable[Sequence[int]], source: str) -> SourceMap:
        """The map of a text made by joining the slices ``kept`` of ``source``, in that order.

        Slices that touch become one run. Empty slices are dropped.
        """
        runs: list[Run] = []
        at = 0
        for start, end in kept:
            if end <= start:
                continue
            before = runs[-1].source + runs[-1].length if runs else start
            if runs and before == start:
                last = runs.pop()
                runs.append(last._replace(length=last.length + end - start))
            else:
                gap = source[before:start] if before <= start else "?"
                runs.append(Run(at, start, end - start, bool(runs) and is_layout(gap)))
            at += end - start
        return cls(tuple(runs))

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    @property
    def length(self) -> int:
        """Characters of the reading text."""
        return self.runs[-1].start + self.runs[-1].length if self.runs else 0

    def place(self, offset: int) -> int:
        """Where the character at ``offset`` of the reading text stands in the source.

        Raises ``IndexError`` outside ``[0, length)``.
        """
        if not 0 <= offset < self.length:
            raise IndexError(f"offset {offset} outside a text of {self.length} characters")
        run = self.runs[bisect_right(self._starts, offset) - 1]
        return run.source + offset - run.start

    def pieces(self, span: Span) -> tuple[Span, ...]:
        """The places of ``span`` in the source, in reading order.

        Neighbours with nothing but layout between them are one piece, so a plain quotation has one piece
        and a quotation across a column break has two. An empty span has none.
        """
        pieces: list[Span] = []
        if span.end <= span.start:
            return ()
        index = max(0, bisect_right(self._starts, span.start) - 1)
        for run in self.runs[index:]:
            if run.start >= span.end:
                break
            first = max(span.start, run.start) - run.start
            last = min(span.end, run.start + run.length) - run.start
            piece = Span(run.source + first, run.source + last)
            if pieces and run.continues:
                piece = Span(pieces.pop().start, piece.end)
            pieces.append(piece)
        return tuple(pieces)

    def find(self, source_offset: int) -> int | None:
        """The offset in the reading text of a source character, or ``None`` if it was left out."""
        for run in self.runs:
            if run.source <= source_offset < run.source + run.length:
                return run.start + source_offset - run.source
        return None


LAYOUT_MARKS = "#*\ufeff"
"""Markdown marks and the byte-order mark: with white space, all that may be left out inside a quotation."""


def is_layout(text: str) -> bool:
    r"""Whether ``text`` is nothing but white space and Markdown marks.

    >>> is_layout("  \n\n## "), is_layout("、")
    (True, False)
    """
    return all(character.isspace() or character in LAYOUT_MARKS for character in text)


def without_layout(text: str) -> str:
    r"""``text`` without white space and Markdown marks: what two readings of one passage must share.

    >>> without_layout("**一、** 安全\n生产")
    '一、安全生产'
    """
    return "".join(c for c in text if not c.isspace() and c not in LAYOUT_MARKS)
