"""Where was a page printed: what do its running head and foot say, and which of its lines are nothing else?

Only lines at the edges of the page are believed, or heads that come again on it; and of those only runs that are
certain, for a lone date at the foot may be a notice's. Where a page says two things it says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.corpus.article import Imprint, SourceText
from rag.corpus.imprint_line import HeadLine, read_head_line
from rag.corpus.imprint_name import imprint_of_name
from rag.corpus.imprint_table import Part
from rag.corpus.imprint_values import agreed
from rag.corpus.lines import Line

HEAD_LINES = 7
"""Lines with words at the top of a page in which its head stands: a masthead with its numbers takes five."""

FOOT_LINES = 5

Found = tuple[Part, SourceText]


@dataclass(frozen=True)
class PageImprint:
    """What a page says of itself, and with which lines."""

    printed: Imprint
    """By its running heads and feet."""
    named: Imprint
    """By the name of its file."""
    furniture: frozenset[int]
    """Places of the lines, counted from 0, that belong to no article."""

    def rest(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """The lines without the furniture; all of them where nothing else would be left."""
        kept = tuple(line for place, line in enumerate(lines) if place not in self.furniture)
        return kept or tuple(lines)

    def of_article(self, fields: Imprint, own: Imprint) -> Imprint:
        """The imprint of an article of the page, from the fields of its record and from its own first lines too.

        The fields come before the page and the page before the name of the file. Its own lines come last but
        for that, since they name the paper that it was taken from; but its own date comes first of all.
        """
        whole = fields.filled(self.printed).filled(own).filled(self.named)
        return replace(whole, date=own.date or whole.date)


def imprint_of(lines: Sequence[Line], source: str, file: str) -> PageImprint:
    """The imprint of a page, from its lines and from the name of its file (``SourceFile.name``).

    ``source`` is the text in which the places of the lines count. Nothing is taken from the text of an
    article.
    """
    read = dict(_candidates(lines))
    furniture = frozenset(_believed(read, lines))
    found = [one for place in sorted(furniture) for one in _words(read[place], lines[place], source)]
    return PageImprint(agreed(found), imprint_of_name(file), furniture)


def _candidates(lines: Sequence[Line]) -> Iterator[tuple[int, HeadLine]]:
    """The lines that may be head or foot: those at the edges, and those that come again on the page."""
    again = Counter(_masked(line.text) for line in lines)
    last = len(lines) - FOOT_LINES
    for place, line in enumerate(lines):
        edge = place < HEAD_LINES or place >= last
        if not edge and again[_masked(line.text)] < 2:
            continue
        head = read_head_line(line.text)
        if head is None:
            continue
        # A notice ends with its date, and an article may: at the foot a date counts only beside something else.
        if place < HEAD_LINES or _names(head):
            yield place, head


def _masked(text: str) -> str:
    return re.sub(r"[\d一二三四五六七八九十]", "0", text)


def _believed(read: dict[int, HeadLine], lines: Sequence[Line]) -> Iterator[int]:
    """The places of the lines that are certain: by themselves, by their neighbours, or as they come again."""
    again = Counter(_masked(line.text) for line in lines)
    for run in _runs(sorted(read)):
        kinds = frozenset[Part]().union(*(read[place].kinds for place in run)) - {Part.COLUMN}
        if any(read[place].certain for place in run) or (len(kinds) > 1 and run[0] < HEAD_LINES):
            yield from run
        else:
            yield from (
                place for place in run if again[_masked(lines[place].text)] > 1 and _names(read[place])
            )


def _names(head: HeadLine) -> bool:
    """Whether a line says more than a date or a column, which an article may repeat."""
    return bool(head.kinds - {Part.DATE, Part.COLUMN})


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    """The places in stretches of neighbours."""
    run: list[int] = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _words(head: HeadLine, line: Line, source: str) -> Iterator[Found]:
    for part, span in head.parts:
        strand = line.strand.cut(*span).trimmed()
        yield part, strand.label(source, _shown(strand.text))


def _shown(text: str) -> str:
    """Without the spaces that print sets between Chinese characters and around figures: 2025 年 3 月."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", text)
