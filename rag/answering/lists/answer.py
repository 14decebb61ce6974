"""The list that answers: the best of the headings, the running text and the lists inside sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import exp, inf

from rag.answering.answer import Abstention, AbstentionKind, FactAnswer, ListAnswer, OutlineAnswer
from rag.answering.articles_meant import articles_meant
from rag.answering.asked import Asked
from rag.answering.evidence import Evidence
from rag.answering.items import Draft, numbered
from rag.answering.lists.candidate import ListCandidate, ListQuestion, best_lists, promised
from rag.answering.lists.features import ListPlace
from rag.answering.lists.headings import heading_lists
from rag.answering.lists.list_table import IMPLIED
from rag.answering.lists.running import running_lists
from rag.answering.lists.sentences import sentence_lists
from rag.answering.question import count_of
from rag.answering.quote import Quote, quote_body
from rag.corpus.article import Article
from rag.errors import Words
from rag.text.normalise import fold
from rag.text.spans import Span


def whole_list(asked: Asked) -> ListAnswer | None:
    """Every item of the list asked for; ``None`` where no list covers enough of the question."""
    if NUMBER_OF_ONE in asked.question.folded:
        return None
    return _best_list(asked, asked.settings.list_threshold)


NUMBER_OF_ONE = "第几"
"""Asks which number one thing has, for no list: 条例第几条."""


def implied_list(asked: Asked) -> ListAnswer | None:
    """The same for a question whose wording only lets a list be the answer; ``None`` for other wordings."""
    if not any(row.pattern.search(asked.question.folded) for row in IMPLIED):
        return None
    question = replace(asked.question, count=count_of(asked.question.folded))
    return _best_list(replace(asked, question=question), asked.settings.implied_list_threshold)


def _best_list(asked: Asked, threshold: float) -> ListAnswer | None:
    candidates = best_lists(c for c in list_candidates(asked, outline=False) if not _all_shown(asked, c))
    if not candidates or candidates[0].score < threshold:
        return None
    best = candidates[0]
    drafts = [
        Draft(quote_body(best.article, item), best.score) for item in best.items if _words(best.article, item)
    ]
    lead = quote_body(best.article, best.lead) if best.lead and _words(best.article, best.lead) else None
    return ListAnswer(numbered(drafts), lead, asked.question.count or _spoken_of(lead))


def _spoken_of(lead: Quote | None) -> int | None:
    """How many items the end of the lead speaks of."""
    return promised(fold(lead.text)[-LEAD_END_CHARS:]) if lead else None


LEAD_END_CHARS = 10
"""At the end of a lead within which a number counts its items: ‖以下四种情况."""


def _all_shown(asked: Asked, candidate: ListCandidate) -> bool:
    """Whether the conversation has shown every item already and asks for more, or for something else."""
    if asked.shown and asked.shown.listed(candidate.article.article_id, candidate.items):
        return True
    items = ("".join(item.slice(candidate.article.text).split()) for item in candidate.items)
    return bool(asked.besides) and all(item in asked.besides for item in items)


def nth_item(asked: Asked) -> FactAnswer | Abstention | None:
    """The one item asked for by number, or that the list has no such item; ``None`` where no list was found."""
    ordinal = asked.question.ordinal
    whole = whole_list(asked) if ordinal else None
    if whole is None or ordinal is None:
        return None
    if ordinal > len(whole.items):
        n = len(whole.items)
        reason = Words(f"这里一共只列了 {n} 项", f"only {n} items are listed here")
        return Abstention(
            AbstentionKind.NO_SENTENCE, reason, nearest=tuple(i.quote for i in whole.items[-1:])
        )
    item = whole.items[ordinal - 1 if ordinal > 0 else -1]
    return FactAnswer(numbered([Draft(item.quote, item.score)]))


def outline(asked: Asked) -> OutlineAnswer | None:
    """The headings of the article meant, in order; ``None`` where no article with headings was found."""
    whole = best_lists(
        c for c in list_candidates(asked, outline=True) if c.lead is None and c.article.sections
    )
    meant = {asked.corpus.key(article.article_id) for article in articles_meant(asked)}
    ranked = [c for c in whole if asked.corpus.key(c.article.article_id) in meant] or whole
    if not ranked:
        return None
    article = ranked[0].article
    items = [item for item in ranked[0].items if _words(article, item)]
    drafts = [Draft(quote_body(article, item), ranked[0].score) for item in items]
    return OutlineAnswer(numbered(drafts), tuple(1 for _ in drafts))


def list_candidates(asked: Asked, *, outline: bool) -> Iterator[ListCandidate]:
    """Every list in the retrieved articles and sentences, with its score."""
    wanted = ListQuestion.of(asked.question, asked.terms)
    close = _closeness(asked)

    def place(article: Article, span: Span) -> ListPlace:
        return ListPlace(
            asked.support(article.article_id), asked.support(article.article_id, span), close(article, span)
        )

    for article in asked.articles:
        yield from heading_lists(wanted, article, place)
    if outline:
        return
    for article, region in _regions(asked):
        yield from running_lists(wanted, article, region, place)
    for evidence in asked.evidence[: asked.settings.list_sentences]:
        yield from sentence_lists(wanted, evidence, place)


def _closeness(asked: Asked) -> Callable[[Article, Span], float]:
    """How close the best sentence that touches a span comes to the best of all, from 0 to 1."""
    read: dict[str, list[Evidence]] = {}
    for evidence in asked.evidence:
        read.setdefault(evidence.article.article_id, []).append(evidence)
    top = asked.evidence[0].score if asked.evidence else 0.0

    def close(article: Article, span: Span) -> float:
        scores = (e.score for e in read.get(article.article_id, ()) if e.span.overlap(span))
        return exp((max(scores, default=-inf) - top) / SENTENCE_SCALE)

    return close


SENTENCE_SCALE = 3.0
"""Points of sentence score by which closeness falls to a third."""


def _regions(asked: Asked) -> Iterator[tuple[Article, Span]]:
    """The stretches between two headings that the hits stand in, each once."""
    seen: set[tuple[str, Span]] = set()
    for hit, article in asked.hits:
        region = stretch_around(article, hit.chunk.span)
        if (article.article_id, region) not in seen:
            seen.add((article.article_id, region))
            yield article, region


def stretch_around(article: Article, chunk: Span) -> Span:
    """From the end of the heading before a chunk to the next one, or the chunk where that is too much to read."""
    before = (s.heading.end for s in article.sections if s.heading.end <= chunk.start)
    after = (s.heading.start for s in article.sections if s.heading.start >= chunk.end)
    stretch = Span(max(before, default=article.body.start), min(after, default=article.body.end))
    return stretch if stretch.length <= LONGEST_STRETCH and stretch.overlap(chunk) else chunk


LONGEST_STRETCH = 3000
"""Characters without a heading that are searched for lists as one: three times what one section usually has."""


def _words(article: Article, span: Span) -> bool:
    return bool(span.slice(article.text).strip())
