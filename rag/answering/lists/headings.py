"""Lists that an article's headings make: the points under 二、…, or the article's own parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rag.answering.lists.candidate import (
    ListCandidate,
    ListMarks,
    ListPlace,
    ListQuestion,
    ListTexts,
    folded_items,
)
from rag.answering.lists.list_table import CONCLUDING, aspects
from rag.corpus.article import Article, Section
from rag.text.normalise import fold
from rag.text.numbering import heading_marker
from rag.text.spans import Span

Places = Callable[[Article, Span], ListPlace]
"""How well the search liked a stretch of an article."""


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


def heading_lists(asked: ListQuestion, article: Article, places: Places) -> Iterator[ListCandidate]:
    """The lists that the headings of ``article`` make."""
    title = fold(
        " ".join(label.text for label in (article.title, article.author, article.affiliation) if label)
    )
    for node in nodes(article):
        items = tuple(item_span(article, child) for child in node.children)
        own = fold(node.section.heading.slice(article.text)) if node.section else title
        above = title if node.section is None else title + "\n" + fold("\n".join(node.section.path[:-1]))
        texts = ListTexts(own, "", above, folded_items(article, items), "")
        named = aspects(own) if node.section else frozenset()
        extent = Span(items[0].start, node.children[-1].body.end) if node.section else article.body
        marks = ListMarks(
            headings=True,
            root=node.section is None,
            same_aspect=bool(asked.aspects & named),
            other_aspect=bool(asked.aspects and named) and not asked.aspects & named,
        )
        features = asked.describe(texts, places(article, extent), marks)
        yield ListCandidate(article, items, node.section.heading if node.section else None, features)
