"""Lists told in running text by 一是…二是…, 首先…其次…, (1)…(2)… inside one section."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.answering.lists.candidate import (
    ListCandidate,
    ListMarks,
    ListPlace,
    ListQuestion,
    ListTexts,
    folded_items,
    words_above,
)
from rag.corpus.article import Article
from rag.text.normalise import fold
from rag.text.numbering import Marker, enumerations
from rag.text.sentences import END_MARKS
from rag.text.spans import Span

SHORT_ITEM = 4
"""A clause shorter than this (首先，) is not yet the item."""

_SENTENCE_END = END_MARKS + "\n"
_ITEM_END = re.compile(r"[,，。;；:：!！?？\n]")
"""Where the point of an item ends and its explanation begins."""


def enumeration_lists(
    asked: ListQuestion, article: Article, region: Span, place: ListPlace
) -> Iterator[ListCandidate]:
    """The enumerations in one stretch of ``article.text``."""
    text = region.slice(article.text)
    headings = words_above(article, region.start)
    for markers in enumerations(text):
        items = tuple(_item(text, m, n) for m, n in zip(markers, [*markers[1:], None], strict=True))
        lead = _lead(text, markers[0].span.start)
        shifted = tuple(item.shift(region.start) for item in items)
        texts = ListTexts(fold(lead.slice(text)), "", headings, folded_items(article, shifted), "")
        features = asked.describe(texts, place, ListMarks(enumeration=True))
        yield ListCandidate(article, shifted, lead.shift(region.start) if lead.length else None, features)


def _item(text: str, marker: Marker, following: Marker | None) -> Span:
    """The words of one item: up to the first mark, passing over commas before which hardly anything is said."""
    limit = following.span.start if following else len(text)
    told = text[marker.span.end : limit]
    start = marker.span.end + len(told) - len(told.lstrip(",，、:： "))
    for match in _ITEM_END.finditer(text, start, limit):
        if match.start() - start >= SHORT_ITEM or match.group() in _SENTENCE_END:
            return Span(start, match.start())
    return Span(start, start + len(text[start:limit].rstrip(",，、;；:： ")))


def _lead(text: str, before: int) -> Span:
    """The sentence in front of the first item."""
    head = text[:before].rstrip("。;；:：,， \n")
    start = max(head.rfind(mark) for mark in _SENTENCE_END) + 1
    return Span(start, len(head))
