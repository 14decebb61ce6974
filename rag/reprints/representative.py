"""Which of several printings of one article is cited for all of them?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rag.reprints.settings import ReprintSettings


class Printing(NamedTuple):
    """One article of a group, as far as the choice needs it."""

    article_id: str
    chars: int
    """Letters and digits of its body, title, author and unit: a byline taken for text makes nothing fuller."""
    date: str | None
    """``YYYY-MM-DD`` or as much of it as is known, to sort by."""
    file: str
    record: str | None = None
    labels: int = 0
    """How many of title, author and unit are known."""


def representative(
    printings: Sequence[Printing], about_as_complete: float = ReprintSettings.about_as_complete
) -> Printing:
    """The fullest; but of those with a known date that are ``about_as_complete``, the earliest.

    Ties by length, by labels, then by file, record and id.

    >>> cut = Printing("a", 600, "2024-03-01", "晨报.txt")
    >>> whole = Printing("b", 1000, None, "文摘.txt")
    >>> first = Printing("c", 980, "2024-03-09", "矿工报.txt")
    >>> later = Printing("d", 1000, "2024-03-12", "晚报.txt")
    >>> [representative(g).article_id for g in ([cut, whole], [whole, cut, first], [later, first])]
    ['b', 'c', 'c']
    """
    longest = max(printing.chars for printing in printings)
    complete = [p for p in printings if p.chars >= about_as_complete * longest]
    dated = [p for p in complete if p.date]
    return min(dated, key=_by_date) if dated else min(complete, key=_by_length)


def _by_date(printing: Printing) -> tuple[object, ...]:
    return (printing.date, *_by_length(printing))


def _by_length(printing: Printing) -> tuple[object, ...]:
    place = (printing.file, printing.record or "", printing.article_id)
    return (-printing.chars, -printing.labels, *place)
