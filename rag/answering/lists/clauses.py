"""Lists whose items are clauses or sentences: parted by ；, alike in their first words, or after 如下:.

``包括：书证，如合同；物证，如样品`` lists 书证 and 物证; ``是否超标，是否报批`` what is looked at; and after
``做好以下准备：`` each sentence is an item, up to ``例如``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.answering.lists.list_table import ASIDE, EXPLAINED
from rag.text.numbering import enumeration_markers
from rag.text.sentences import END_MARKS, clauses, sentences
from rag.text.spans import Span

MOST_ITEMS = 20
"""More clauses in a row are prose."""

LONGEST_ITEM = 90
"""Characters of a clause that is still an item."""


@dataclass(frozen=True)
class ClauseList:
    """Items in one text, and what stands before them in their sentence or paragraph."""

    items: tuple[Span, ...]
    lead: Span


def clause_lists(text: str) -> Iterator[ClauseList]:
    """The lists of clauses in a stretch of text.

    >>> text = "证据包括：书证，如合同、账目；物证，如样品；证人证言。"
    >>> [i.slice(text) for found in clause_lists(text) for i in found.items]
    ['书证', '物证', '证人证言']
    """
    counted = {marker.span.start for marker in enumeration_markers(text)}
    for sentence in sentences(text):
        if not any(sentence.start <= at < sentence.end for at in counted):
            yield from _parted_by_semicolons(text, sentence)
            yield from _alike(text, sentence)
            yield from _named(text, sentence)
            yield from _one_and_other(text, sentence)
    for opening in _OPENING.finditer(text):
        if opening.end() not in counted:
            yield from _after_opening(text, opening.start(), opening.end())


_ANNOUNCED = re.compile(r"[:：]|(?:包括|包含|涵盖|分为|分成|主要有|分别是|分别为|表现为|体现在)[:：,，]?")
"""After the last of these in the first clause the first item begins."""


def _parted_by_semicolons(text: str, sentence: Span) -> Iterator[ClauseList]:
    parts = [part for part in clauses(text, sentence) if part.slice(text).strip()]
    announced = list(_ANNOUNCED.finditer(text, parts[0].start, parts[0].end)) if len(parts) > 1 else []
    if not announced or len(parts) > MOST_ITEMS:
        return
    first = announced[0] if announced[0].group() in ":：" else announced[-1]
    spans = [Span(first.end(), parts[0].end), *parts[1:]]
    yield from _list(text, [_head(text, span) for span in spans], sentence.start)


def _head(text: str, span: Span) -> Span:
    """A clause without its examples and explanation: 书证‖，如合同、账目；."""
    words = span.slice(text)
    start = len(words) - len(words.lstrip(" \u3000\n"))
    told = EXPLAINED.search(words, start + 1)
    end = told.start() if told else len(words)
    tail = _SUMMED_UP.search(words, start, end)
    end = tail.start() if tail else end
    return Span(span.start + start, span.start + start + len(words[start:end].rstrip("。；;，, \n")))


_SUMMED_UP = re.compile(r"等[^,，、;；]{0,8}[。；;]?\s*$")
"""After the last item: ‖等情形。"""

_LIKE_STARTS = re.compile(r"(?:或者|或|是否|有无|能否)")
"""With these at least two clauses in a row begin; or all with the same two characters."""


def _alike(text: str, sentence: Span) -> Iterator[ClauseList]:
    """Clauses in a row with one beginning: ‖是否超标，‖是否报批; ‖不交，‖或不报."""
    parts = [Span(*m.span()) for m in _CLAUSE.finditer(text, sentence.start, sentence.end)]
    at = 0
    while at < len(parts) - 1:
        opened = _LIKE_STARTS.match(text, parts[at + 1].start)
        start = opened.group() if opened else ""
        run = at + 1
        while start and run < len(parts) and text.startswith(start, parts[run].start):
            run += 1
        if run > at + 1:
            joint = start.startswith("或")
            first = text.find(start, parts[at].start, parts[at].end)
            if joint or first >= 0:
                begin = parts[at].start if joint else first
                cut = len(start) if joint else 0
                items = [
                    Span(begin, parts[at].end),
                    *(Span(p.start + cut, p.end) for p in parts[at + 1 : run]),
                ]
                yield from _list(text, items, sentence.start)
        at = run


_CLAUSE = re.compile(r"[^,，。;；:：!！?？\n]+")

_NAME = re.compile(r"[“‘「『]([^“”‘’「」『』、，。]{2,12})[”’」』]")


def _named(text: str, sentence: Span) -> Iterator[ClauseList]:
    """Names in quotation marks with one beginning or one end: ‘凡提必审’，…‘凡提必核’，…."""
    names = [Span(*m.span(1)) for m in _NAME.finditer(text, sentence.start, sentence.end)]
    if len({name.slice(text) for name in names}) != len(names) or len(names) < LEAST_NAMES:
        return
    if any(len({name.slice(text)[at] for name in names}) == 1 for at in (0, -1)):
        yield from _list(text, names, sentence.start)


LEAST_NAMES = 3
"""Two names in one sentence with one beginning are too common."""

_ONE_AND_OTHER = re.compile(
    r"(?:一(?P<measure>[种类个])[^,，。;；]{0,4}?(?:是|为|指)|一来[,，]?)(?P<first>[^。;；]{2,60}?)[。;；,，]\s*"
    r"(?:另一(?P=measure)[^,，。;；]{0,4}?(?:是|为|指)|二来[,，]?)(?P<second>[^。;；]{2,60})"
)


def _one_and_other(text: str, sentence: Span) -> Iterator[ClauseList]:
    """Two said one after the other: 一种是‖…；另一种是‖…."""
    for match in _ONE_AND_OTHER.finditer(text, sentence.start, sentence.end):
        items = [_head(text, Span(*match.span(name))) for name in ("first", "second")]
        yield from _list(text, items, sentence.start)


_OPENING = re.compile(r"(?:以下|下列|如下)[^。:：\n]{0,14}[:：]\s*")


def _after_opening(text: str, start: int, end: int) -> Iterator[ClauseList]:
    """The sentences after 以下准备: up to the paragraph's end, or to the first that goes on about them."""
    stop = text.find("\n", end)
    found: list[Span] = []
    for sentence in sentences(text, Span(end, stop if stop >= 0 else len(text))):
        if ASIDE.match(sentence.slice(text).lstrip()):
            break
        point = _CLAUSE.search(text, sentence.start, sentence.end)
        if point and point.group().strip():
            found.append(Span(*point.span()))
    begin = max(text.rfind(mark, 0, start) for mark in END_MARKS + "\n") + 1
    yield from _list(text, found, begin)


def _list(text: str, items: list[Span], start: int) -> Iterator[ClauseList]:
    kept = [item for item in items if item.slice(text).strip()]
    if 2 <= len(kept) <= MOST_ITEMS and all(item.length <= LONGEST_ITEM for item in kept):
        yield ClauseList(tuple(kept), Span(start, max(start, kept[0].start)))
