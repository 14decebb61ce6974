"""A list found in an article, and how well it fits the question: what the three ways of finding lists share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rag.answering.lists.list_table import FILLERS, aspects
from rag.answering.overlap import QuestionTerms, share
from rag.answering.question import Question
from rag.corpus.article import Article
from rag.text.spans import Span

COUNT_FITS = 0.25
"""The question asks for three and the list has three."""

COUNT_DIFFERS = -0.10
"""The question asks for three and the list has another number of items."""


@dataclass(frozen=True)
class ListCandidate:
    """Items that could be the whole list, best when ``score`` is highest."""

    article: Article
    items: tuple[Span, ...]
    """In ``article.text``, in its order."""
    lead: Span | None
    """The heading or sentence that announces the list."""
    score: float
    """Coverage of the question's subject, from 0 to 1, with the bonuses stated beside each rule."""


@dataclass(frozen=True)
class ListQuestion:
    """A question for a list: its subject without the words that only ask for items."""

    question: Question
    words: dict[str, float]
    bigrams: dict[str, float]
    aspects: frozenset[str]

    @classmethod
    def of(cls, question: Question, terms: QuestionTerms) -> ListQuestion:
        """The subject's terms: fillers and aspect words taken out, unless nothing would be left."""
        named = {w: idf for w, idf in terms.words.items() if not FILLERS.search(w) and not aspects(w)}
        pairs = {b: idf for b, idf in terms.bigrams.items() if not FILLERS.search(b) and not aspects(b)}
        return cls(
            question, named or dict(terms.words), pairs or dict(terms.bigrams), aspects(question.folded)
        )

    def coverage(self, *texts: tuple[str, float]) -> float:
        """The share of the subject that folded texts cover, each with its factor: mean of words and bigrams."""
        return (share(self.words, *texts) + share(self.bigrams, *texts)) / 2

    def count_bonus(self, items: int) -> float:
        """What the number of items speaks for or against a list."""
        if self.question.count is None:
            return 0.0
        return COUNT_FITS if items == self.question.count else COUNT_DIFFERS


def best_lists(candidates: Iterable[ListCandidate]) -> tuple[ListCandidate, ...]:
    """Best first; ties by article and place."""
    return tuple(sorted(candidates, key=lambda c: (-c.score, c.article.article_id, c.items)))
