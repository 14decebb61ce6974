"""What does an article itself say of where and when it was published, in its first or last lines?

    来源：青湾日报  发布时间：2021-03-04 09:10
    2021-03-04 09:10 来源：青湾日报
    （原载《江岸周刊》2021年3月4日第3版）

These lines stay in its text: they are what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.corpus.article import Imprint, SourceText
from rag.corpus.imprint.table import NO_SOURCE, OWN_SOURCE, ROWS, Part
from rag.corpus.imprint.values import EDITIONS, Found, agreed
from rag.text.dates import dates_in, iso_date
from rag.text.numbering import fold_width
from rag.text.spans import SourceMap, Span

FIRST = 200
"""Characters at the beginning of an article in which such lines stand."""

LAST = 100
"""Characters at its end in which the line stands that tells from where it was taken."""

MAX_SOURCE = 20
"""Characters of the name of a newspaper or site."""

MAX_BESIDE = 40
"""Characters behind it in which the date and the page of that newspaper stand."""

_DATE = re.compile(
    r"(?:发布|发表|刊发|更新|出版|见报)?(?:时间|日期)\s*:\s*"
    r"(?P<date>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)


@dataclass(frozen=True)
class OwnWords:
    """What the text of an article tells."""

    date: SourceText | None
    """Of its date line."""
    source: Imprint
    """Of the line that says from where it was taken."""


def own_words(text: str, places: SourceMap) -> OwnWords:
    """What an article says in its first and last lines; ``places`` leads from ``text`` to the source."""
    folded = fold_width(text)
    dated = _DATE.search(folded, 0, FIRST)
    told = bool(dated and iso_date(dated["date"]))
    date = _label(text, places, Span(*dated.span("date"))) if dated and told else None
    return OwnWords(date, _source(text, folded, places))


def _source(text: str, folded: str, places: SourceMap) -> Imprint:
    for line in _edge_lines(folded):
        named = OWN_SOURCE.pattern.search(folded, *line)
        if named and len(named["name"]) <= MAX_SOURCE and named["name"] not in NO_SOURCE:
            found = [
                (Part.NEWSPAPER, Span(*named.span("name"))),
                *(
                    (Part.DATE, one.span.shift(line.start))
                    for one in dates_in(folded[line.start : named.start()])
                ),
                *_beside(folded, Span(named.end(), line.end)),
            ]
            labels: list[Found] = [(part, _label(text, places, span)) for part, span in found]
            return agreed(labels)
    return Imprint()


def _edge_lines(folded: str) -> Iterator[Span]:
    """The lines that begin in the first characters of a text, and those that begin in the last."""
    for line in re.finditer(r"[^\n]+", folded):
        if line.start() < FIRST or line.start() >= len(folded) - LAST:
            yield Span(*line.span())


def _beside(folded: str, rest: Span) -> Iterator[tuple[Part, Span]]:
    """The date and the edition that stand directly behind the name of a newspaper."""
    beside = re.split("[。;]|发布|时间|日期", rest.slice(folded)[:MAX_BESIDE])[0]
    for found in dates_in(beside):
        yield Part.DATE, found.span.shift(rest.start)
    for row in ROWS:
        if row.part in EDITIONS:
            for match in row.pattern.finditer(beside):
                yield row.part, Span(*match.span()).shift(rest.start)


def _label(text: str, places: SourceMap, span: Span) -> SourceText:
    return SourceText(span.slice(text), places.pieces(span))
