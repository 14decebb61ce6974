"""Which day, month or year do these words name, and is there such a day?

Pure. Years have four digits: 25-03-12 may be read in three ways, and is read in none. What is no day of the
calendar (2025年2月30日) is no date at all, not a shorter one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rag.text.numbering import fold_width
from rag.text.numerals import value_of
from rag.text.spans import Span

_YEAR = r"(?<![\d〇○零一二三四五六七八九])(?P<year>(?:1[89]|2[01])\d\d|[一二][〇○零一二三四五六七八九]{3})"
_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"


class DateRow(NamedTuple):
    """One way of writing a date, in half width: groups ``year``, ``month`` and ``day``."""

    pattern: re.Pattern[str]
    example: str
    iso: str


ROWS: tuple[DateRow, ...] = (
    DateRow(
        re.compile(
            rf"{_YEAR}\s*年(?:[\s/]*(?P<month>{_NUMBER})\s*月(?!刊)(?:[\s/]*(?P<day>{_NUMBER})\s*[日号](?!刊))?)?"
        ),
        "二〇二五年三月十二日",
        "2025-03-12",
    ),
    DateRow(
        re.compile(
            rf"{_YEAR}(?P<sep>[-/.–—])(?P<month>\d{{1,2}})(?:(?P=sep)(?P<day>\d{{1,2}}))?(?![\d%]|[-/.–—]\d)"
        ),
        "2025-3-12",
        "2025-03-12",
    ),
    DateRow(re.compile(rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?!\d)"), "20250312", "2025-03-12"),
)
"""At one place the first row that matches decides."""

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?"
_TAIL = re.compile(rf"[\sT]*(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?\s*(?:{_CLOCK})?\s*")
"""What may stand behind a date without being a part of it: the weekday, the time of day."""

_BARE_YEAR = re.compile(rf"{_YEAR}年?")


class FoundDate(NamedTuple):
    """A date in a text."""

    span: Span
    """Its words, without weekday and time."""
    iso: str
    """``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``: as much as the words say."""


def dates_in(text: str) -> Iterator[FoundDate]:
    """The dates of ``text`` in their order, none overlapping another.

    >>> [found.iso for found in dates_in("二○二五年三月十二日（2025-3-13补印），25-03-12，2025年13月")]
    ['2025-03-12', '2025-03-13']
    """
    folded = fold_width(text)
    at = 0
    while match := _next(folded, at):
        iso = _iso(match)
        if iso:
            yield FoundDate(Span(*match.span()), iso)
        at = match.end()


def iso_date(text: str) -> str | None:
    """The date that ``text`` is, weekday and time left out; ``None`` where it is anything else.

    >>> iso_date("2025年3月12日 星期三"), iso_date("２０２５－０３"), iso_date("2020"), iso_date("2020-12-10 11:51")
    ('2025-03-12', '2025-03', '2020', '2020-12-10')
    >>> iso_date("2025年2月30日"), iso_date("25-03-12"), iso_date("2025年总结")
    (None, None, None)
    """
    words = fold_width(text).strip()
    year = _BARE_YEAR.fullmatch(words)
    if year:
        return _iso(year)
    match = _next(words, 0)
    whole = match is not None and match.start() == 0 and _TAIL.fullmatch(words, match.end())
    return _iso(match) if match is not None and whole else None


def lies_within(iso: str, since: str | None, until: str | None) -> bool:
    """Whether a date may lie between two others, each an ISO date of any precision and within the range itself.

    A date that is known to the year alone lies in every month of it.

    >>> lies_within("2025-03-12", "2025-03", "2025"), lies_within("2025", "2025-06", None)
    (True, True)
    >>> lies_within("2025-03-12", "2025-04", None), lies_within("2025-03-12", None, "2025-03-11")
    (False, False)
    """
    early = since is not None and iso[: len(since)] < since[: len(iso)]
    late = until is not None and iso[: len(until)] > until[: len(iso)]
    return not early and not late


def _next(folded: str, at: int) -> re.Match[str] | None:
    found = [match for row in ROWS if (match := row.pattern.search(folded, at))]
    return min(found, key=lambda match: match.start(), default=None)


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    year, month, day = (_number(groups.get(name)) for name in ("year", "month", "day"))
    try:
        whole = date(year or 0, 1 if month is None else month, 1 if day is None else day).isoformat()
    except ValueError:
        return None
    return whole if day is not None else whole[:7] if month is not None else whole[:4]


def _number(words: str | None) -> int | None:
    return value_of(words.replace("○", "〇")) if words else None
