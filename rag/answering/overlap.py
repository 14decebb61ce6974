"""How much of a question do these words cover, the rare words counting more than the common ones?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from rag.text.tokens import query_tokens
from rag.wording.alternative import Alternative

Idf = Callable[[str, str], float]
"""The inverse document frequency of a term in a field (``words`` …); higher is rarer, unknown terms rarest."""


@dataclass(frozen=True)
class QuestionTerms:
    """The terms of one question, question words left out, each with its weight."""

    words: Mapping[str, float]
    bigrams: Mapping[str, float]
    unigrams: Mapping[str, float]
    alternatives: tuple[Alternative, ...] = ()
    """Other words for stretches of the question."""

    @classmethod
    def of(cls, question: str, idf: Idf, alternatives: tuple[Alternative, ...] = ()) -> QuestionTerms:
        """The terms of ``question`` weighted by ``idf``."""
        tokens = query_tokens(question)
        fields = {
            field: {term: idf(term, field) for term in dict.fromkeys(found)}
            for field, found in tokens._asdict().items()
        }
        return cls(**fields, alternatives=alternatives)

    def with_phrases(self, phrases: Iterable[str], idf: Idf) -> QuestionTerms:
        """These terms with each set phrase as one word in place of the words inside it.

        A phrase is as rare as its rarest pair of characters; the articles need not have been indexed with it.
        """
        words = dict(self.words)
        for phrase in phrases:
            words = {word: weight for word, weight in words.items() if word not in phrase}
            words[phrase] = max(idf(phrase[at : at + 2], "bigrams") for at in range(len(phrase) - 1))
        return replace(self, words=words)

    def leaning_on(self, earlier: QuestionTerms, weight: float) -> QuestionTerms:
        """These terms and, at ``weight``, those of the earlier question that a follow-up leans on."""

        def both(now: Mapping[str, float], before: Mapping[str, float]) -> dict[str, float]:
            return {term: weight * value for term, value in before.items()} | dict(now)

        return QuestionTerms(
            both(self.words, earlier.words),
            both(self.bigrams, earlier.bigrams),
            both(self.unigrams, earlier.unigrams),
            (*self.alternatives, *earlier.alternatives),
        )

    def without(self, text: str) -> QuestionTerms:
        """Those that folded ``text`` does not hold."""

        def rest(terms: Mapping[str, float]) -> dict[str, float]:
            return {t: w for t, w in terms.items() if not any(t in said for said, _ in texts)}

        texts = self.said_in(text)
        return QuestionTerms(rest(self.words), rest(self.bigrams), rest(self.unigrams), self.alternatives)

    def said_in(self, text: str, factor: float = 1.0) -> tuple[tuple[str, float], ...]:
        """Folded ``text`` for ``share``, with each stretch of the question that it says in other words.

        >>> terms = QuestionTerms({}, {}, {}, (Alternative("职代会", "职工代表大会", 0.9),))
        >>> terms.said_in("职工代表大会每年召开")
        (('职工代表大会每年召开', 1.0), ('职代会', 0.9))
        """
        others = ((one.said, factor * one.weight) for one in self.alternatives if one.meant in text)
        return ((text, factor), *others)

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
    if len(texts) == 1:  # nearly always, and some hundred times for a question
        text, factor = texts[0]
        return sum([weight * factor for term, weight in terms.items() if term in text]) / total
    return sum(w * max([f for text, f in texts if t in text], default=0.0) for t, w in terms.items()) / total


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
