"""How much of a question do these words cover, the rare words counting more than the common ones?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rag.text.tokens import query_tokens

Idf = Callable[[str, str], float]
"""The inverse document frequency of a term in a field (``words`` …); higher is rarer, unknown terms rarest."""


@dataclass(frozen=True)
class QuestionTerms:
    """The terms of one question, question words left out, each with its weight."""

    words: Mapping[str, float]
    bigrams: Mapping[str, float]
    unigrams: Mapping[str, float]

    @classmethod
    def of(cls, question: str, idf: Idf) -> QuestionTerms:
        """The terms of ``question`` weighted by ``idf``."""
        tokens = query_tokens(question)
        return cls(
            **{
                field: {term: idf(term, field) for term in dict.fromkeys(found)}
                for field, found in tokens._asdict().items()
            }
        )

    def leaning_on(self, earlier: QuestionTerms, weight: float) -> QuestionTerms:
        """These terms and, at ``weight``, those of the earlier question that a follow-up leans on."""

        def both(now: Mapping[str, float], before: Mapping[str, float]) -> dict[str, float]:
            return {term: weight * value for term, value in before.items()} | dict(now)

        return QuestionTerms(
            both(self.words, earlier.words),
            both(self.bigrams, earlier.bigrams),
            both(self.unigrams, earlier.unigrams),
        )

    def without(self, text: str) -> QuestionTerms:
        """Those that folded ``text`` does not hold."""

        def rest(terms: Mapping[str, float]) -> dict[str, float]:
            return {term: weight for term, weight in terms.items() if term not in text}

        return QuestionTerms(rest(self.words), rest(self.bigrams), rest(self.unigrams))

    @property
    def empty(self) -> bool:
        """Whether the question holds nothing but question words."""
        return not self.unigrams


def share(terms: Mapping[str, float], *texts: tuple[str, float]) -> float:
    """The share of the terms' weight that stands in the folded ``texts``, from 0 to 1.

    Each text counts with its factor; a term in several texts counts once, at the best factor.

    >>> share({"安全": 3.0, "培训": 1.0}, ("安全生产", 1.0), ("培训计划", 0.5))
    0.875
    """
    total = sum(terms.values())
    if not total:
        return 0.0
    return sum(w * max((f for text, f in texts if t in text), default=0.0) for t, w in terms.items()) / total


def longest_common(question: str, text: str) -> int:
    """Characters of the longest stretch of ``question`` that stands in ``text`` unbroken.

    >>> longest_common("安全生产由谁负责", "强化安全生产责任")
    4
    """
    best = 0
    for start in range(len(question)):
        while start + best < len(question) and question[start : start + best + 1] in text:
            best += 1
    return best
