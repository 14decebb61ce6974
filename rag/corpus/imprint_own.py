"""What does an article itself say of where and when it was published, in its first lines?

    来源：青湾日报  发布时间：2021-03-04 09:10

These lines stay in its text: they are what it says.
"""

from __future__ import annotations

import re

from rag.corpus.article import Imprint, SourceText
from rag.corpus.imprint_table import NO_SOURCE, OWN_SOURCE
from rag.text.dates import iso_date
from rag.text.numbering import fold_width
from rag.text.spans import SourceMap, Span

WITHIN = 200
"""Characters at the beginning of an article in which such lines stand."""

MAX_SOURCE = 20
"""Characters of the name of a newspaper or site."""

_DATE = re.compile(
    r"(?:发布|发表|刊发|更新|出版|见报)?(?:时间|日期)\s*:\s*"
    r"(?P<date>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)


def imprint_of_text(text: str, places: SourceMap) -> Imprint:
    """The newspaper and the date that the beginning of an article gives; ``places`` leads to its source."""
    beginning = fold_width(text[:WITHIN])
    dated = _DATE.search(beginning)
    date = _words(text, places, dated, "date") if dated and iso_date(dated["date"]) else None
    return Imprint(newspaper=_source(text, places, beginning), date=date)


def _source(text: str, places: SourceMap, beginning: str) -> SourceText | None:
    named = OWN_SOURCE.pattern.search(beginning)
    told = named is not None and len(named["name"]) <= MAX_SOURCE and named["name"] not in NO_SOURCE
    return _words(text, places, named, "name") if named and told else None


def _words(text: str, places: SourceMap, match: re.Match[str], group: str) -> SourceText:
    span = Span(*match.span(group))
    return SourceText(span.slice(text), places.pieces(span))
