"""Everything that an extractor may look at: the question, what was retrieved for it, and the library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import TypeVar, cast

from rag.answering.already_shown import AlreadyShown
from rag.answering.corpus_view import Card, CorpusView
from rag.answering.evidence import Evidence, gather
from rag.answering.overlap import QuestionTerms
from rag.answering.question import Question
from rag.answering.reader.protocol import Reading
from rag.answering.reader.registry import load_reader
from rag.answering.settings import AnswerSettings
from rag.corpus.article import Article
from rag.retrieval.hits import Hit
from rag.text.spans import Span

Found = TypeVar("Found")


@dataclass(frozen=True)
class Asked:
    """One question on its way to an answer."""

    question: Question
    terms: QuestionTerms
    hits: tuple[tuple[Hit, Article], ...]
    """Best first."""
    corpus: CorpusView
    settings: AnswerSettings
    focus: str | None = None
    """Id of the article that the conversation is about."""
    within: frozenset[str] | None = None
    """Ids of the articles that pass the filters; ``None`` where all may answer."""
    besides: frozenset[str] = frozenset()
    """Quotations shown already and asked to be left out (还有呢), without white space."""
    shown: AlreadyShown | None = None
    """What was shown before a question that leans on it; ``None`` where it leans on nothing."""
    context: str = ""
    """The earlier question that this one leans on; empty for one that stands alone."""

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The sentences of the hits, best first."""
        found = gather(self.question, self.terms, self.hits[: self.settings.passages_read], self.readings)
        found = tuple(e for e in found if "".join(e.text.split()) not in self.besides)
        return self.shown.ranked(found) if self.shown else found

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """How the reader reads the first passages; none without a reader."""
        reader = load_reader(self.settings.reader)
        closely = self.hits[: self.settings.read_closely]
        passages = [hit.chunk.span.slice(article.text) for hit, article in closely]
        asks = f"{self.context},{self.question.text}" if self.context else self.question.text
        return reader.read(asks, passages) if reader and passages else ()

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The cards of the articles that may answer, in the order of the corpus."""
        cards = self.corpus.cards
        return (
            cards if self.within is None else tuple(c for c in cards if c.article.article_id in self.within)
        )

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the hits, each once, best first."""
        return tuple({article.article_id: article for _, article in self.hits}.values())

    @cached_property
    def worked_out(self) -> dict[str, object]:
        """What ``once`` remembers of this question, by the name of the work."""
        return {}

    @property
    def best_score(self) -> float:
        """The highest score that the search gave, which a reranker may have put anywhere; 0 without hits."""
        return max((hit.score for hit, _ in self.hits), default=0.0)

    def support(self, article_id: str, span: Span | None = None) -> float:
        """The score of an article's best hit, or of its best hit that touches ``span``, by the best hit of all.

        0 where nothing of it was retrieved.
        """
        top = self.best_score
        scores = [
            hit.score
            for hit, article in self.hits
            if article.article_id == article_id and (span is None or hit.chunk.span.overlap(span))
        ]
        return max(0.0, *scores, 0.0) / top if top > 0 else 0.0


def once(work: Callable[[Asked], Found]) -> Callable[[Asked], Found]:
    """``work`` done once for a question, however many extractors ask for it."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def remembered(asked: Asked) -> Found:
        if name not in asked.worked_out:
            asked.worked_out[name] = work(asked)
        return cast("Found", asked.worked_out[name])

    return remembered
