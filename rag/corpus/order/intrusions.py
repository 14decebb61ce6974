"""Which of an article's words belong to another article of its page?

Of a passage that two articles hold, one copy is foreign: the one whose edges join badly what stands around it,
among words of another subject (``repeats``). It is left out of the article, so that nothing of it is ever quoted
under the wrong title; the other article has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rag.corpus.article import ArticleKind
from rag.corpus.order.parts import Parts
from rag.corpus.order.repeats import Repeat, repeats_of
from rag.corpus.order.topics import RareWords
from rag.text.characters.model import general
from rag.text.sentences import is_closed
from rag.text.spans import Span


@dataclass(frozen=True)
class IntrusionSettings:
    """When a copy is foreign."""

    likeness: float = 300.0
    """Nats that a likeness of 1 between the passage and the rest of an article is worth; 0.01 is usual."""
    lead: float = 2.0
    """Nats by which the other article must fit better."""
    worst_edge: float = -3.0
    """Nats above which both edges fit: the words are said in both articles, as quotations are."""
    whole: float = 0.85
    """Share of an untitled text that a repeat must make up to be nothing but the repeat."""


LEAST_AT_END = -4.0
"""Nats below which less says no more where a sentence ends: most words are seldom seen to begin one."""


class _Copy(NamedTuple):
    """One of two copies of a passage."""

    article: int
    span: Span
    edges: tuple[float, float]
    """How well the passage goes on from what stands before it, and what stands behind goes on from it, in nats."""
    likeness: float


def without_intrusions(
    parts: Sequence[Parts], settings: IntrusionSettings = IntrusionSettings()
) -> tuple[Parts, ...]:
    """The articles without foreign passages; those that are nothing else are left out."""
    articles = [index for index, one in enumerate(parts) if one.kind is ArticleKind.ARTICLE]
    if len(articles) < 2:
        return tuple(parts)
    texts = [parts[index].text for index in articles]
    foreign: dict[int, list[Span]] = {}
    words: RareWords | None = None
    for repeat in repeats_of(texts):
        words = words or RareWords(texts)
        copy = _foreign(texts, repeat, parts, articles, words, settings)
        if copy is not None:
            foreign.setdefault(articles[copy.article], []).append(copy.span)
    cut = [_without(one, foreign.get(index, [])) for index, one in enumerate(parts)]
    return tuple(one for one in cut if one.blocks)


def _without(parts: Parts, spans: Sequence[Span]) -> Parts:
    for span in reversed(_apart(spans)):
        parts = parts.without(span)
    return parts


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that overlap as one: two articles may claim the same words."""
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart


def _foreign(
    texts: Sequence[str],
    repeat: Repeat,
    parts: Sequence[Parts],
    articles: Sequence[int],
    words: RareWords,
    settings: IntrusionSettings,
) -> _Copy | None:
    """The copy that does not belong where it stands, if one of them does not."""
    places = ((repeat.first, repeat.there), (repeat.second, repeat.here))
    for article, span in places:
        whole = span.length >= settings.whole * len(texts[article])
        if whole and not parts[articles[article]].title:
            return _Copy(article, Span(0, len(texts[article])), (0.0, 0.0), 0.0)
    passage = repeat.there.slice(texts[repeat.first])
    one, other = (
        _Copy(
            article,
            span,
            _edges(texts[article], span),
            words.likeness(passage, texts[article][: span.start] + "\n" + texts[article][span.end :]),
        )
        for article, span in places
    )
    worse, better = sorted((one, other), key=lambda copy: _fit(copy, settings))
    if (
        min(worse.edges) > settings.worst_edge
        or _fit(better, settings) - _fit(worse, settings) < settings.lead
    ):
        return None
    return worse


def _fit(copy: _Copy, settings: IntrusionSettings) -> float:
    return sum(copy.edges) + settings.likeness * copy.likeness


def _edges(text: str, span: Span) -> tuple[float, float]:
    before, passage, behind = text[: span.start].rstrip(), span.slice(text).strip(), text[span.end :].lstrip()
    return _edge(before, passage), _edge(passage, behind)


def _edge(left: str, right: str) -> float:
    if not left or not right:
        return 0.0
    nats = general().continuation(left[-2:], right[:2])
    return max(nats, LEAST_AT_END) if is_closed(left) else nats
