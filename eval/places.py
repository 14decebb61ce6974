"""How much do two places of the corpus share?

A place is what an answer, a citation and a passage have in common: a file, perhaps a record in it, and
pieces ``[start, end)`` in code points of the decoded text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rag.text.spans import Span


@dataclass(frozen=True)
class Place:
    """Where some words stand."""

    file: str
    record: str | None
    """The id of a JSON Lines record; ``None`` in other files, and where a question set does not say."""
    pieces: tuple[Span, ...]
    """In reading order; they do not overlap."""

    @property
    def length(self) -> int:
        """Characters of the source inside the pieces, layout counted."""
        return sum(piece.length for piece in self.pieces)

    def same_source(self, other: Place) -> bool:
        """Whether both stand in one text; an unnamed record may be any record of the file."""
        records = {self.record, other.record} - {None}
        return self.file == other.file and len(records) < 2

    def overlap(self, other: Place) -> int:
        """How many characters of the source the two share."""
        if not self.same_source(other):
            return 0
        return sum(mine.overlap(theirs) for mine in self.pieces for theirs in other.pieces)


def covered(place: Place, by: Iterable[Place]) -> int:
    """How many characters of ``place`` stand in at least one of the places ``by``.

    >>> gold = Place("甲.txt", None, (Span(0, 10),))
    >>> covered(gold, [Place("甲.txt", None, (Span(0, 4),)), Place("甲.txt", None, (Span(2, 6),))])
    6
    """
    shown = Place(
        place.file, place.record, union(p for other in by if place.same_source(other) for p in other.pieces)
    )
    return place.overlap(shown)


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same characters as spans that neither overlap nor touch, in order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged.append(Span(merged[-1].start, max(merged.pop().end, span.end)))
        else:
            merged.append(span)
    return tuple(merged)
