"""What does one line of a running head or foot say, and does it say nothing else?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.corpus.imprint.table import (
    COLUMN_LABEL,
    COLUMN_MARKED,
    MASTHEAD_ENDS,
    NO_COLUMN,
    NO_MASTHEAD_ENDS,
    ROWS,
    TURNS,
    Part,
)
from rag.corpus.people.names import UNIT_ENDS, is_name
from rag.text.dates import dates_in
from rag.text.numbering import fold_width
from rag.text.spans import Span

MAX_LINE = 90
"""Characters of a longer line are a text that happens to hold a date."""

MAX_NAME = 14
"""Characters of the name of a newspaper."""

COLUMN_CHARS = range(2, 7)
"""Characters of a column's name beside the number of its page."""


@dataclass(frozen=True)
class HeadLine:
    """A line of which every word is a part of a running head or foot."""

    parts: tuple[tuple[Part, Span], ...]
    """Each part and where it stands in the line."""
    labelled: bool = False
    """It says itself what it is: 栏目：安全论坛."""

    @property
    def kinds(self) -> frozenset[Part]:
        """The kinds of parts, without what says nothing."""
        return frozenset(part for part, _ in self.parts) - {Part.NOISE, Part.WEEKDAY}

    @property
    def certain(self) -> bool:
        """Whether such a line is a running head or foot wherever it stands at the edge of a page."""
        return self.labelled or len(self.kinds - {Part.COLUMN}) > 1 or bool(self.kinds & CERTAIN)

    @property
    def certain_on_top(self) -> bool:
        """Whether it is one as the first line of all: no text begins with a whole date and its weekday."""
        parts = {part for part, _ in self.parts}
        return self.certain or parts >= {Part.DATE, Part.WEEKDAY}


CERTAIN = frozenset({Part.PAGE, Part.STAFF, Part.REGISTER})
"""Parts that make a line certain alone; a lone date or name of a newspaper may be anything."""

_WORD = re.compile(r"《[^《》]+》|[^\s,;:|/()\[\]、。—–\-_•【】《》]+")
_SPACED_NAME = re.compile(r"[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff]){2,}")


def read_head_line(text: str, *, again: bool = False) -> HeadLine | None:
    """What a line says as a running head or foot, or ``None`` where any of its words says something else.

    A line that comes ``again`` and again on the page may also be the name of a journal and its month: a notice
    is signed with a day, and a unit's name is no journal's.

    >>> [(part.value, span.slice("煤海周刊 2025年3月12日 第3版 安全")) for part, span in
    ...  read_head_line("煤海周刊 2025年3月12日 第3版 安全").parts]
    [('newspaper', '煤海周刊'), ('date', '2025年3月12日'), ('page', '第3版'), ('column', '安全')]
    >>> read_head_line("煤海周刊 2025年3月12日开会")
    """
    folded = fold_width(text)
    if len(folded) > MAX_LINE or TURNS.search(folded):
        return None
    labelled = COLUMN_LABEL.pattern.fullmatch(folded)
    if labelled:
        return HeadLine(((Part.COLUMN, Span(*labelled.span("name"))),), labelled=True)
    column = _marked_column(folded)
    if column:
        return HeadLine(((Part.COLUMN, column),))
    parts, rest = _taken(folded)
    words = _words(rest)
    known = {part for part, _ in parts}
    journal = known >= {Part.DATE, Part.ISSUE} or (again and _of_a_month(folded))
    named = _named(words, rest, known, journal=journal)
    if named is None or (not parts and not named):
        return None
    return HeadLine(tuple(sorted((*parts, *named), key=lambda one: one[1])))


def is_masthead(word: str) -> bool:
    """Whether a word ends as the names of newspapers and journals do.

    >>> is_masthead("青湾日报"), is_masthead("工作汇报"), is_masthead("日报")
    (True, False, False)
    """
    han = bool(re.fullmatch(r"[\w·]+", word)) and any(character >= "\u4e00" for character in word)
    return (
        han
        and 3 <= len(word) <= MAX_NAME
        and word.endswith(MASTHEAD_ENDS)
        and not word.endswith(NO_MASTHEAD_ENDS)
    )


def is_column(word: str) -> bool:
    """Whether a word can name a column beside the number of a page.

    >>> is_column("安全论坛"), is_column("渡口怎样管"), is_column("来源")
    (True, False, False)
    """
    han = re.fullmatch(r"[\u4e00-\u9fff·]+", word) is not None
    return han and len(word) in COLUMN_CHARS and not NO_COLUMN.search(word)


def _marked_column(folded: str) -> Span | None:
    marked = COLUMN_MARKED.pattern.fullmatch(folded)
    if marked is None:
        return None
    group = "name" if marked["name"] else "boxed"
    return None if is_name(marked[group]) else Span(*marked.span(group))


def _taken(folded: str) -> tuple[list[tuple[Part, Span]], str]:
    """The parts that the tables know, and the line with spaces in their place."""
    found = [(Part.DATE, one.span) for one in dates_in(folded)]
    rest = _blanked(folded, [span for _, span in found])
    for row in ROWS:
        # 2025年第3期: the row of issues looks back at the year.
        seen = folded if row.part is Part.ISSUE else rest
        spans = [Span(*match.span()) for match in row.pattern.finditer(seen)]
        spans = [span for span in spans if span.slice(rest).strip()]
        found += [(row.part, span) for span in spans]
        rest = _blanked(rest, spans)
    return found, rest


def _blanked(text: str, spans: list[Span]) -> str:
    for span in spans:
        text = text[: span.start] + " " * span.length + text[span.end :]
    return text


def _words(rest: str) -> list[Span]:
    spaced = _SPACED_NAME.fullmatch(rest.strip())
    if spaced:  # 青 湾 日 报
        start = len(rest) - len(rest.lstrip())
        return [Span(start, start + len(rest.strip()))]
    return [Span(*match.span()) for match in _WORD.finditer(rest)]


def _named(
    words: list[Span], rest: str, known: set[Part], *, journal: bool
) -> list[tuple[Part, Span]] | None:
    """The words that name a newspaper or a column; ``None`` where one is left over."""
    named: list[tuple[Part, Span]] = []
    for span in words:
        word = "".join(span.slice(rest).strip("《》").split())
        have = {part for part, _ in named}
        headed = rest[: span.start].rstrip().endswith(":")  # 第3版：理论周刊
        paper = is_masthead(word) or (journal and _names_a_journal(span, word, rest))
        if Part.NEWSPAPER not in have and not headed and paper:
            named.append((Part.NEWSPAPER, _inside(span, rest)))
        elif Part.COLUMN not in have and known & {Part.PAGE, Part.NUMBER} and is_column(word):
            named.append((Part.COLUMN, span))
        else:
            return None
    return named


def _of_a_month(folded: str) -> bool:
    return any(len(found.iso) == len("2025-03") for found in dates_in(folded))


def _inside(span: Span, rest: str) -> Span:
    """The span without 《》."""
    marked = span.slice(rest).startswith("《")
    return Span(span.start + 1, span.end - 1) if marked else span


def _names_a_journal(span: Span, word: str, rest: str) -> bool:
    """江岸党建 in front of 2025年第3期: no other word stands before the number of an issue."""
    before_all = not rest[: span.start].strip(" 《")
    han = re.fullmatch(r"[\u4e00-\u9fff·]+", word) is not None
    return before_all and han and 2 <= len(word) <= MAX_NAME and not word.endswith(UNIT_ENDS)
