"""Where was a page printed: what do its running head and foot say, and which of its lines are nothing else?

Only lines at the edges of the page are believed, or heads that come again on it; and of those only runs that are
certain, for a lone date at the foot may be a notice's. Where a page says two things it says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from rag.corpus.article import Imprint
from rag.corpus.imprint.file_name import imprint_of_name
from rag.corpus.imprint.head_line import HeadLine, is_column, read_head_line
from rag.corpus.imprint.own_lines import OwnWords
from rag.corpus.imprint.running_heads import Heads, Run, heads_of
from rag.corpus.imprint.table import Part
from rag.corpus.imprint.values import Found
from rag.corpus.layout.lines import Line
from rag.corpus.people.names import names_in
from rag.text.spans import Span

HEAD_LINES = 7
"""Lines with words at the top of a page in which its head stands: a masthead with its numbers takes five."""

FOOT_LINES = 5


@dataclass(frozen=True)
class PageImprint:
    """What a page says of itself, and with which lines."""

    heads: Heads
    """Its running heads and feet."""
    named: Imprint
    """By the name of its file."""
    furniture: frozenset[int]
    """Places of the lines, counted from 0, that belong to no article."""

    def rest(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """The lines without the furniture; all of them where nothing else would be left."""
        kept = tuple(line for place, line in enumerate(lines) if place not in self.furniture)
        return kept or tuple(lines)

    def of_article(self, start: int, fields: Imprint, own: OwnWords) -> Imprint:
        """The imprint of an article that begins at ``start``, from the fields of its record and its own lines too.

        The fields come before the page and the page before the name of the file; but its own date comes first of
        all. The paper that it says it was taken from counts where nothing tells in which paper it stands.
        """
        whole = fields.filled(self.heads.at(start)).filled(self.named)
        if whole.newspaper is None:
            whole = whole.filled(own.source)
        return replace(whole, date=own.date or whole.date)


def imprint_of(lines: Sequence[Line], source: str, file: str) -> PageImprint:
    """The imprint of a page, from its lines and from the name of its file (``SourceFile.name``).

    ``source`` is the text in which the places of the lines count. Nothing is taken from the text of an
    article.
    """
    read = dict(_candidates(lines))
    believed = set(_believed(read, lines))
    columns = dict(_columns_between(lines, read, believed))
    read, believed = {**read, **columns}, believed | columns.keys()
    runs = [
        Run(
            lines=tuple(run),
            start=lines[run[0]].strand.kept[0].start,
            found=tuple(one for place in run for one in _words(read[place], lines[place], source)),
        )
        for run in _runs(sorted(believed))
    ]
    furniture = frozenset(place for run in runs for place in run.lines)
    return PageImprint(heads_of(runs, len(lines)), imprint_of_name(file), furniture)


def _candidates(lines: Sequence[Line]) -> Iterator[tuple[int, HeadLine]]:
    """The lines that may be head or foot: those at the edges, and those whose like comes again on the page."""
    masked = [_masked(line.text) for line in lines]
    again = Counter(masked)
    last = len(lines) - FOOT_LINES
    inner: dict[int, HeadLine] = {}
    for place, line in enumerate(lines):
        edge = place < HEAD_LINES or place >= last
        repeated = bool(masked[place]) and again[masked[place]] > 1
        if not (edge or repeated or _may_part_pages(line.text)):
            continue
        head = read_head_line(line.text, again=again[masked[place]] >= AGAIN_AND_AGAIN)
        # A notice ends with its date, and an article may: at the foot a date counts only beside something else.
        if head is None or not (place < HEAD_LINES or _names(head)):
            continue
        if edge or repeated:
            yield place, head
        if head.kinds & PARTING:
            inner[place] = head
    if len(inner) > 1:
        yield from inner.items()


AGAIN_AND_AGAIN = 3
"""Times that the name of a journal comes with its month before it is believed."""

PARTING = frozenset({Part.PAGE, Part.STAFF})
"""Parts of the lines between the pages of a file that holds several: 第2版 理论, 第3版 副刊."""

_PARTING_WORDS = re.compile(r"版|[A-DT]\d\d|编辑|责编|校对")
MAX_PARTING = 60
"""Characters of such a line."""


def _may_part_pages(text: str) -> bool:
    return len(text) <= MAX_PARTING and _PARTING_WORDS.search(text) is not None


def _masked(text: str) -> str:
    """The line with all figures alike; empty for one that is too long to be a head."""
    return text.translate(_FIGURES) if len(text) <= LONGEST_HEAD else ""


LONGEST_HEAD = 90
"""Characters; a longer line is text."""

_FIGURES = str.maketrans(dict.fromkeys("0123456789０１２３４５６７８９一二三四五六七八九十", "0"))


def _believed(read: dict[int, HeadLine], lines: Sequence[Line]) -> Iterator[int]:
    """The places of the lines that are certain: by themselves, by their neighbours, or as they come again."""
    if not read:
        return
    again = Counter(_masked(line.text) for line in lines)
    for run in _runs(sorted(read)):
        kinds = frozenset[Part]().union(*(read[place].kinds for place in run)) - {Part.COLUMN, Part.NUMBER}
        certain = any(read[place].certain for place in run) or (run[0] == 0 and read[0].certain_on_top)
        if certain or (len(kinds) > 1 and run[0] < HEAD_LINES):
            yield from run
        else:
            yield from (
                place for place in run if again[_masked(lines[place].text)] > 1 and _names(read[place])
            )


def _columns_between(
    lines: Sequence[Line], read: Mapping[int, HeadLine], believed: Set[int]
) -> Iterator[tuple[int, HeadLine]]:
    """Bare names of columns that stand inside a head: no title stands over the number of its page."""
    for place in range(1, min(HEAD_LINES, len(lines) - 1)):
        text = lines[place].text
        between = place - 1 in believed and place + 1 in believed and place not in believed
        if between and is_column(text) and not names_in(text):
            below = read[place + 1]
            if below.kinds - {Part.STAFF, Part.REGISTER} or OF_THE_PAGE.search(lines[place + 1].text):
                yield place, HeadLine(((Part.COLUMN, Span(0, len(text))),))


OF_THE_PAGE = re.compile("本版|本期")
"""What makes a line of editors the page's and not an article's."""


def _names(head: HeadLine) -> bool:
    """Whether a line says more than a date or a column, which an article may repeat."""
    return bool(head.kinds - {Part.DATE, Part.LUNAR, Part.COLUMN, Part.NUMBER})


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
