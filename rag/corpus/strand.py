"""How do words of a page keep their places while layout between them is dropped?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag.corpus.article import SourceText
from rag.text.spans import SourceMap, Span


@dataclass(frozen=True)
class Strand:
    """Words, and the slices of the source which joined give exactly these words."""

    text: str
    kept: tuple[Span, ...]

    def cut(self, start: int, end: int) -> Strand:
        """The words ``[start, end)`` with their places."""
        return Strand(self.text[start:end], tuple(_cut(self.kept, start, end)))

    def trimmed(self) -> Strand:
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def label(self, source: str, shown: str | None = None) -> SourceText:
        """The words as a title, a name or a unit, shown as they stand unless told otherwise."""
        whole = Span(0, len(self.text))
        return SourceText(
            self.text if shown is None else shown, SourceMap.of(self.kept, source).pieces(whole)
        )


def joined(strands: Iterable[Strand]) -> Strand:
    """The strands one behind the other, nothing between them."""
    parts = tuple(strands)
    return Strand("".join(part.text for part in parts), tuple(span for part in parts for span in part.kept))


def _cut(kept: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    at = 0
    for span in kept:
        first, last = max(start - at, 0), min(end - at, span.length)
        if first < last:
            yield Span(span.start + first, span.start + last)
        at += span.length
