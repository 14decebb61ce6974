"""Lists that an article's headings make: the points under 二、…, or the article's own parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rag.answering.lists.candidate import ListCandidate, ListQuestion
from rag.answering.lists.list_table import CONCLUDING, aspects
from rag.corpus.article import Article, Section
from rag.text.normalise import fold
from rag.text.numbering import heading_marker
from rag.text.spans import Span

SAME_ASPECT = 0.35
"""``有哪些短板`` and a heading 存在的短板; taken off where question and heading name different aspects."""

ROOT_PENALTY = 0.05
"""An article's own parts are a vaguer list than the points under one heading."""

ASPECT_IN_CHILDREN = 0.35
"""Taken off a node whose children name aspects themselves (现状, 路径): its parts are no items of one list."""

NAMED_CHILD = 0.10
"""Taken off a node of the asked aspect that is split by aspects: 优势及困境 over 优势 and 困境."""


@dataclass(frozen=True)
class HeadingNode:
    """A heading, or an article as a whole, with the headings directly under it."""

    section: Section | None
    children: tuple[Section, ...]


def nodes(article: Article) -> Iterator[HeadingNode]:
    """Every heading with at least two headings directly below, the article itself first."""
    sections = article.sections
    tops = tuple(s for s in sections if s.level == min((x.level for x in sections), default=1))
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


def heading_lists(
    asked: ListQuestion, article: Article, support: float, *, outline: bool
) -> Iterator[ListCandidate]:
    """The lists that the headings of ``article`` make; ``support`` is added to each score."""
    title = fold(
        " ".join(label.text for label in (article.title, article.author, article.affiliation) if label)
    )
    for node in nodes(article):
        items = tuple(item_span(article, child) for child in node.children)
        children = [fold(item.slice(article.text)) for item in items]
        own = fold(node.section.heading.slice(article.text)) if node.section else title
        above = title if node.section is None else title + fold("\n".join(node.section.path[:-1]))
        score = asked.coverage((own, 1.0), (above, 0.8), ("\n".join(children), 0.6))
        score += _aspect_bonus(asked, own, children, root=node.section is None, outline=outline)
        score += asked.count_bonus(len(items)) + support
        lead = node.section.heading if node.section else None
        yield ListCandidate(article, items, lead, score)


def _aspect_bonus(asked: ListQuestion, own: str, children: list[str], *, root: bool, outline: bool) -> float:
    split = sum(bool(aspects(child)) for child in children) >= 2
    bonus = 0.0
    if root:
        bonus -= ROOT_PENALTY + (ASPECT_IN_CHILDREN if split and not outline else 0.0)
        return bonus
    named = aspects(own)
    if asked.aspects & named:
        return (
            -NAMED_CHILD
            if any(asked.aspects & aspects(child) for child in children) and split
            else SAME_ASPECT
        )
    return -SAME_ASPECT if asked.aspects and named else 0.0
