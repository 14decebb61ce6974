"""Which of several printings of one article is cited for all of them?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rag.reprints.settings import ReprintSettings
from rag.text.numbering import fold_width

_DATE = re.compile(r"(\d{4})(?:\s*[年./-]\s*(\d{1,2})(?!\d|期|\s*期)(?:\s*[月./-]\s*(\d{1,2})(?!\d))?)?")


class Printing(NamedTuple):
    """One article of a group, as far as the choice needs it."""

    article_id: str
    chars: int
    """Letters and digits of its body."""
    date: str | None
    """As the article gives it."""
    file: str
    record: str | None = None


def representative(
    printings: Sequence[Printing], about_as_complete: float = ReprintSettings.about_as_complete
) -> Printing:
    """The fullest; but of those with a known date that are ``about_as_complete``, the earliest.

    Ties by date (an unknown one is the latest), then by file, record and id.

    >>> cut = Printing("a", 600, "2024-03-01", "晨报.txt")
    >>> whole = Printing("b", 1000, None, "文摘.txt")
    >>> first = Printing("c", 980, "2024年3月9日", "矿工报.txt")
    >>> later = Printing("d", 1000, "2024-03-12", "晚报.txt")
    >>> [representative(g).article_id for g in ([cut, whole], [whole, cut, first], [later, first])]
    ['b', 'c', 'c']
    """
    longest = max(printing.chars for printing in printings)
    complete = [p for p in printings if p.chars >= about_as_complete * longest]
    dated = [p for p in complete if known_date(p.date)]
    return min(dated, key=_by_date) if dated else min(complete, key=_by_length)


def known_date(date: str | None) -> tuple[int, ...]:
    """Year, month and day as far as they are given, to sort by; empty for none.

    >>> known_date("2025年3月12日"), known_date("2025-03"), known_date("２０２５年第3期"), known_date("春天")
    ((2025, 3, 12), (2025, 3), (2025,), ())
    """
    found = _DATE.search(fold_width(date or ""))
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _by_date(printing: Printing) -> tuple[object, ...]:
    return (known_date(printing.date), -printing.chars, *_place(printing))


def _by_length(printing: Printing) -> tuple[object, ...]:
    known = known_date(printing.date)
    return (-printing.chars, not known, known, *_place(printing))


def _place(printing: Printing) -> tuple[str, str, str]:
    return (printing.file, printing.record or "", printing.article_id)
