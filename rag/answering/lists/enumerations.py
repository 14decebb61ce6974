"""Lists told in running text by 一是…二是…, 首先…其次…, (1)…(2)… inside one section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.answering.lists.candidate import ListCandidate, ListQuestion, Place
from rag.answering.lists.features import ListMarks
from rag.answering.lists.list_table import EXPLAINED
from rag.corpus.article import Article
from rag.text.numbering import Marker, enumerations
from rag.text.sentences import END_MARKS
from rag.text.spans import Span

SHORT_ITEM = 4
"""A clause shorter than this (首先，) is not yet the item."""

LONGEST_STATEMENT = 120
"""Characters of an item that is shown whole where semicolons part the items."""

LONGEST_SPOKEN = 60
"""The same for 一是…；二是…, whose longer items explain themselves."""

SHORT_SENTENCE = 30
"""Characters of a first sentence that is the point, where more sentences follow it."""

_SENTENCE_ENDS = re.compile("[。；;！？!?\n]")
_ITEM_END = re.compile(r"[,，:：]")
"""Where the point of an item ends and its explanation begins."""


def enumeration_lists(
    asked: ListQuestion, article: Article, region: Span, place: Place
) -> Iterator[ListCandidate]:
    """The enumerations in one stretch of ``article.text``."""
    text = region.slice(article.text)
    for markers in enumerations(text):
        lead = _lead(text, markers[0].span.start).shift(region.start)
        items = tuple(item.shift(region.start) for item in points(text, markers))
        yield asked.candidate(article, lead, items, place, ListMarks(enumeration=True))


def points(text: str, markers: Sequence[Marker]) -> list[Span]:
    """What each item says: all of it where semicolons part the items, else the sentence or clause it begins with."""
    told = _told(text, markers)
    parted = all(text[span.end : span.end + 1] in ";；" for span in told[:-1])
    spoken = markers[0].level is None
    if parted and all(span.length <= (LONGEST_SPOKEN if spoken else LONGEST_STATEMENT) for span in told):
        return [_unexplained(text, span) if spoken else span for span in told]
    explained = any(_SENTENCE_ENDS.search(text, span.start, span.end) for span in told)
    return [_point(text, span, SHORT_SENTENCE if explained else 0) for span in told]


def _told(text: str, markers: Sequence[Marker]) -> list[Span]:
    """What is said behind each mark, up to the next; of the last item up to the mark that parts the others."""
    told: list[Span] = []
    for marker, following in zip(markers, [*markers[1:], None], strict=True):
        end = following.span.start if following else text.find("\n", marker.span.end)
        words = text[marker.span.end : end if end >= 0 else len(text)]
        start = len(words) - len(words.lstrip(" ,，、:：\u3000"))
        words = words.rstrip(" \n\u3000")
        if following is None and told and text[told[-1].end : told[-1].end + 1] in ";；":
            words = _ITS_END.split(words, maxsplit=1)[0]
        told.append(Span(marker.span.end + start, marker.span.end + max(start, len(words.rstrip(_TRAIL)))))
    return told


_TRAIL = "，,、;；:：。"
_ITS_END = re.compile("[。；;!！?？\n]")


def _unexplained(text: str, span: Span) -> Span:
    end = EXPLAINED.search(text, span.start + 1, span.end)
    return Span(span.start, end.start()) if end else span


def _point(text: str, span: Span, sentence: int) -> Span:
    """The sentence that an item begins with, if it has at most so many characters; else its first clause."""
    explained = EXPLAINED.search(text, span.start + 1, span.end)
    ends = _SENTENCE_ENDS.search(text, span.start, span.end)
    limit = min(span.end, ends.start() if ends else span.end, explained.start() if explained else span.end)
    if limit - span.start <= sentence:
        return Span(span.start, limit)
    for match in _ITEM_END.finditer(text, span.start, limit):
        if match.start() - span.start >= SHORT_ITEM:
            return Span(span.start, match.start())
    return Span(span.start, limit)


def _lead(text: str, before: int) -> Span:
    """The sentence in front of the first item."""
    head = text[:before].rstrip("。;；:：,， \n")
    start = max(head.rfind(mark) for mark in END_MARKS + "\n") + 1
    return Span(start, len(head))
