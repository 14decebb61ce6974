"""How well does an article fit the subject of a question, by the words of its labels and by what was retrieved?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rag.answering.about_table import ASKING
from rag.answering.asked import Asked
from rag.answering.corpus_view import Card
from rag.answering.overlap import QuestionTerms
from rag.text.normalise import fold
from rag.text.tokens import query_tokens

LABEL_FACTOR = 1.0
"""What a word of the subject counts in title, author or unit."""

HEADING_FACTOR = 0.7
"""In the headings alone: a side of the subject."""

RETRIEVED_FACTOR = 0.6
"""In the passages retrieved alone: it may be said in passing."""


class Fitting(NamedTuple):
    """An article's card and how well it fits."""

    card: Card
    coverage: float
    """Share of the subject's words, by rarity, that it covers; from 0 to 1."""
    fit: float
    """The mean of the coverage and of ``Asked.support``."""


@dataclass(frozen=True)
class Subject:
    """What a question asks about articles, and what of it was retrieved from which article."""

    words: Mapping[str, float]
    retrieved: Mapping[str, str]
    """By article id the text of its hits, folded."""
    support: Mapping[str, float]
    """By article id, as ``Asked.support``; articles without a hit are left out."""

    @classmethod
    def of(cls, asked: Asked) -> Subject:
        """The question's words, and those it leans on, without what only asks for an article, unless nothing is left."""
        named = _named(asked)
        texts: defaultdict[str, list[str]] = defaultdict(list)
        for hit, article in asked.hits:
            texts[article.article_id].append(fold(hit.chunk.text))
        return cls(
            words=named or asked.terms.words,
            retrieved={article_id: "\n".join(folded) for article_id, folded in texts.items()},
            support={article_id: asked.support(article_id) for article_id in texts},
        )

    def ranked(self, cards: Iterable[Card]) -> list[Fitting]:
        """The cards, best fit first; ties stay in the given order."""
        total = sum(self.words.values())
        fittings = (self._fitting(card, total) for card in cards)
        return sorted(fittings, key=lambda fitting: -fitting.fit)

    def _fitting(self, card: Card, total: float) -> Fitting:
        article_id = card.article.article_id
        coverage = self._covered(card, self.retrieved.get(article_id, "")) / total if total else 0.0
        return Fitting(card, coverage, (coverage + self.support.get(article_id, 0.0)) / 2)

    def _covered(self, card: Card, retrieved: str) -> float:
        """Written out for speed: a library of ten thousand articles is gone through for one question."""
        covered = 0.0
        for word, idf in self.words.items():
            if word in card.labels:
                covered += idf * LABEL_FACTOR
            elif word in card.headings:
                covered += idf * HEADING_FACTOR
            elif word in retrieved:
                covered += idf * RETRIEVED_FACTOR
        return covered


def _named(asked: Asked) -> dict[str, float]:
    """Cut anew without the words that ask: 讲夜班食堂 is cut as 讲夜 and 班 otherwise."""
    text = asked.question.text
    own = QuestionTerms.of(ASKING.sub(" ", fold(text)), asked.corpus.idf).words
    said = set(query_tokens(text).words)
    context = {w: idf for w, idf in asked.terms.words.items() if w not in said and not ASKING.search(w)}
    return {**context, **own}
