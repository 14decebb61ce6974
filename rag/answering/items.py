"""Quotations as numbered items of an answer, and the citations that the numbers lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rag.answering.answer import Answer, AnswerItem
from rag.answering.citation import Citation
from rag.answering.quote import Quote
from rag.corpus.article import Article
from rag.text.spans import Span


class Draft(NamedTuple):
    """A quotation that is to be shown, before it has its number."""

    quote: Quote
    score: float
    lit: Span | None = None


def numbered(drafts: Iterable[Draft]) -> tuple[AnswerItem, ...]:
    """The items in the given order; equal places share one number, and a repeated place is shown once."""
    numbers: dict[tuple[str, tuple[Span, ...], str], int] = {}
    items = []
    for draft in drafts:
        key = (draft.quote.article_id, draft.quote.pieces, draft.quote.text)
        if key not in numbers:
            numbers[key] = len(numbers) + 1
            items.append(AnswerItem(draft.quote, numbers[key], draft.score, draft.lit))
    return tuple(items)


def citations_of(answer: Answer, articles: Mapping[str, Article]) -> tuple[Citation, ...]:
    """One citation an item, in the order of their numbers."""
    citations = []
    for item in answer.items:
        article = articles[item.quote.article_id]
        path = article.path_at(item.quote.span.start) if item.quote.span else ()
        citations.append(Citation(item.citation, article, path, item.quote))
    return tuple(citations)
