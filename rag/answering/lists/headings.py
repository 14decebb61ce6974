"""Lists that an article's headings make: the points under 二、…, or the article's own parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.answering.lists.candidate import (
    ListCandidate,
    ListQuestion,
    Place,
    folded_items,
)
from rag.answering.lists.features import ListMarks, ListTexts
from rag.answering.lists.list_table import CONCLUDING, aspects
from rag.corpus.article import Article, Section
from rag.text.normalise import fold
from rag.text.numbering import heading_marker
from rag.text.spans import Span


@dataclass(frozen=True)
class HeadingNode:
    """A heading, or an article as a whole, with the headings directly under it."""

    section: Section | None
    children: tuple[Section, ...]


def nodes(article: Article) -> Iterator[HeadingNode]:
    """Every heading with at least two headings directly below, the article itself first."""
    sections = article.sections
    top = min((s.level for s in sections), default=1)
    tops = tuple(s for s in sections if s.level == top)
    yield from _with_children(article, None, tops)
    for index, section in enumerate(sections):
        below: list[Section] = []
        for later in sections[index + 1 :]:
            if later.level <= section.level:
                break
            below.append(later)
        level = min((s.level for s in below), default=0)
        yield from _with_children(article, section, tuple(s for s in below if s.level == level))


def _with_children(
    article: Article, section: Section | None, children: tuple[Section, ...]
) -> Iterator[HeadingNode]:
    points = tuple(
        c for c in children if not CONCLUDING.search(fold(item_span(article, c).slice(article.text)))
    )
    if len(points) >= 2:
        yield HeadingNode(section, points)


def item_span(article: Article, section: Section) -> Span:
    """The heading without its number and without closing punctuation."""
    words = section.heading.slice(article.text)
    marker = heading_marker(words)
    start = marker.span.end if marker else 0
    start += len(words[start:]) - len(words[start:].lstrip(" \u3000\n"))
    return Span(
        section.heading.start + start,
        section.heading.start + max(start, len(words.rstrip("。:：;； \u3000\n"))),
    )


def _first_in_text(article: Article, node: HeadingNode) -> tuple[Span, ...]:
    """The first point where the headings begin with the second: a line of the text above them is numbered 1."""
    second = heading_marker(node.children[0].heading.slice(article.text))
    if node.section is None or second is None or second.number != FIRST_LEFT_OUT:
        return ()
    start = node.section.body.start
    for line in node.section.body.slice(article.text).splitlines(keepends=True):
        first = heading_marker(line)
        if first and (first.family, first.number) == (second.family, 1):
            end = _POINT_ENDS.search(line, first.span.end)
            return (Span(start + first.span.end, start + (end.start() if end else len(line.rstrip()))),)
        start += len(line)
    return ()


FIRST_LEFT_OUT = 2
"""The number of the first heading where the first point was no heading of its own."""

_POINT_ENDS = re.compile("[。;；!！?？\\n]")


def heading_lists(asked: ListQuestion, article: Article, places: Place) -> Iterator[ListCandidate]:
    """The lists that the headings of ``article`` make."""
    title = fold(
        " ".join(label.text for label in (article.title, article.author, article.affiliation) if label)
    )
    for node in nodes(article):
        items = (*_first_in_text(article, node), *(item_span(article, child) for child in node.children))
        own = fold(node.section.heading.slice(article.text)) if node.section else title
        above = title if node.section is None else title + "\n" + fold("\n".join(node.section.path[:-1]))
        texts = ListTexts(own, "", above, folded_items(article, items), "")
        named = aspects(own) if node.section else frozenset()
        extent = Span(items[0].start, node.children[-1].body.end) if node.section else article.body
        marks = ListMarks(
            headings=True,
            opens=True,
            root=node.section is None,
            same_aspect=bool(asked.aspects & named),
            other_aspect=bool(asked.aspects and named) and not asked.aspects & named,
        )
        features = asked.describe(texts, places(article, extent), marks)
        yield ListCandidate(article, items, node.section.heading if node.section else None, features)
