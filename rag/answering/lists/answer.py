"""The list that answers: the best of the headings, the enumerations and the lists inside sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.answering.answer import Abstention, AbstentionKind, FactAnswer, ListAnswer, OutlineAnswer
from rag.answering.articles_meant import articles_meant
from rag.answering.asked import Asked
from rag.answering.items import Draft, numbered
from rag.answering.lists.candidate import ListCandidate, ListPlace, ListQuestion, best_lists
from rag.answering.lists.enumerations import enumeration_lists
from rag.answering.lists.headings import heading_lists
from rag.answering.lists.sentences import sentence_lists
from rag.answering.quote import quote_body
from rag.corpus.article import Article
from rag.errors import Words
from rag.text.numerals import NUMERAL, value_of
from rag.text.spans import Span


def whole_list(asked: Asked) -> ListAnswer | None:
    """Every item of the list asked for; ``None`` where no list covers enough of the question."""
    candidates = best_lists(c for c in list_candidates(asked, outline=False) if not _all_shown(asked, c))
    if not candidates or candidates[0].score < asked.settings.list_threshold:
        return None
    best = candidates[0]
    drafts = [
        Draft(quote_body(best.article, item), best.score) for item in best.items if _words(best.article, item)
    ]
    lead = quote_body(best.article, best.lead) if best.lead and _words(best.article, best.lead) else None
    promised = asked.question.count or _promised(lead.text if lead else "")
    return ListAnswer(numbered(drafts), lead, promised)


_PROMISE = re.compile(rf"({NUMERAL})(?:个|种|类|项|条|点|大|方面|步|样|道|层)(?:[^,，。;；]{{0,6}})[:：]?$")


def _promised(lead: str) -> int | None:
    """How many items the words before a list speak of: 4 in ``主要有以下四种情况``."""
    match = _PROMISE.search(lead)
    return value_of(match.group(1)) if match else None


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

    def place(article: Article, span: Span) -> ListPlace:
        return ListPlace(asked.support(article.article_id), asked.support(article.article_id, span))

    for article in asked.articles:
        yield from heading_lists(wanted, article, place)
    if outline:
        return
    for article, region in _regions(asked):
        yield from enumeration_lists(wanted, article, region, place(article, region))
    for evidence in asked.evidence[: asked.settings.list_sentences]:
        yield from sentence_lists(wanted, evidence, place(evidence.article, evidence.span))


def _regions(asked: Asked) -> Iterator[tuple[Article, Span]]:
    """The sections that the hits stand in, each once; outside sections the hit's own paragraphs."""
    seen: set[tuple[str, Span]] = set()
    for hit, article in asked.hits:
        section = article.section_at(hit.chunk.span.start)
        region = section.body if section and section.body.length else hit.chunk.span
        if (article.article_id, region) not in seen:
            seen.add((article.article_id, region))
            yield article, region


def _words(article: Article, span: Span) -> bool:
    return bool(span.slice(article.text).strip())
