"""The sentences that tell how, why or whether: the best one, and its neighbour where that belongs to it."""

from __future__ import annotations

from collections.abc import Callable

from rag.answering.answer import DefinitionAnswer, PassageAnswer
from rag.answering.asked import Asked
from rag.answering.evidence import Evidence
from rag.answering.facts import words_read
from rag.answering.items import Draft
from rag.answering.likeliest import items_of
from rag.answering.question import asks
from rag.corpus.article import Article
from rag.text.sentences import sentences
from rag.text.spans import Span


def definition(asked: Asked) -> DefinitionAnswer | None:
    """The whole sentence that says what a term means; ``None`` where nothing was retrieved."""
    if not asked.evidence:
        return None
    return DefinitionAnswer(items_of(asked, lambda e: with_next(e, sentence_around(e)), _light(asked)))


def passage(asked: Asked) -> PassageAnswer | None:
    """The best sentence, with the next best where it stands beside it and is nearly as good."""
    if not asked.evidence:
        return None
    return PassageAnswer(items_of(asked, lambda e: _with_companions(asked, e), _light(asked)))


LIKELY = 0.5
"""Probability from which the words that the reader starts its answer with are lit in a longer quotation."""


def _light(asked: Asked) -> Callable[[Evidence, Draft], Span | None]:
    """Lights the words that the reader takes for the answer, where it is sure of the sentence and anything is asked."""
    asking = asks(asked.question.folded) or bool(asked.context)

    def lit(evidence: Evidence, draft: Draft) -> Span | None:
        sure = asking and evidence.features.read_here >= LIKELY
        return words_read(asked.question, evidence, draft.quote) if sure else None

    return lit


def _with_companions(asked: Asked, evidence: Evidence) -> Span:
    span = with_next(evidence, sentence_around(evidence))
    for other in asked.evidence[: asked.settings.companions + 1]:
        near = abs(evidence.score - other.score) <= asked.settings.companion_margin
        if other is not evidence and other.article is evidence.article and near:
            span = _joined(evidence, span, sentence_around(other)) or span
    return span


SHORTEST_SAYING_CHARS = 12
"""A sentence below this only announces (第一道是勘察关。): what it announces is quoted with it."""


def with_next(best: Evidence, span: Span) -> Span:
    """The sentence, together with the one behind it in the paragraph where it says too little alone."""
    article = best.article
    if len(span.slice(article.text).strip()) >= SHORTEST_SAYING_CHARS:
        return span
    following = (s for s in sentences(article.text, paragraph_of(article, best.span)) if s.start >= span.end)
    after = next(following, None)
    return Span(span.start, after.end) if after and after.start == span.end else span


LONGEST_QUOTED_CHARS = 1000
"""A sentence beyond this is no sentence but text without full stops, a table or a list, and is quoted by the
clause: a quotation is to be read, and to be proved, at once."""


def sentence_around(evidence: Evidence) -> Span:
    """The whole sentence that a clause of evidence stands in; the clause alone where that is endless."""
    text = evidence.article.text
    for sentence in sentences(text, paragraph_of(evidence.article, evidence.span)):
        if sentence.start <= evidence.span.start < sentence.end:
            whole = Span(sentence.start, max(sentence.end, evidence.span.end))
            return whole if whole.length <= LONGEST_QUOTED_CHARS else evidence.span
    return evidence.span


def paragraph_of(article: Article, span: Span) -> Span:
    """The paragraph of ``article.text`` that holds the span."""
    start = article.text.rfind("\n", 0, span.start) + 1
    end = article.text.find("\n", span.end)
    return Span(start, len(article.text) if end < 0 else end)


def _joined(best: Evidence, span: Span, other: Span) -> Span | None:
    """Both sentences as one quotation, where they touch inside one paragraph."""
    paragraph = paragraph_of(best.article, best.span)
    touching = other.start == span.end or other.end == span.start
    inside = paragraph.start <= other.start and other.end <= paragraph.end + 1
    return Span(min(span.start, other.start), max(span.end, other.end)) if touching and inside else None
