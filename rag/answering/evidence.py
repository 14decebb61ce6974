"""Which sentence of the retrieved passages says it, and what speaks for it?

Every sentence of the hits is described by a few numbers between 0 and 1 and scored by their weighted sum. The
weights are learned (``python -m eval.fitting``) from question sets that may be used for it; see ``WEIGHTS``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rag.answering.answer import QuestionKind
from rag.answering.overlap import QuestionTerms, longest_common, share
from rag.answering.question import Question
from rag.answering.sentence_weights import WEIGHTS
from rag.answering.values import find_values, wanted_types
from rag.corpus.article import Article
from rag.retrieval.hits import Hit
from rag.text.normalise import fold
from rag.text.sentences import clauses
from rag.text.spans import Span


class Features(NamedTuple):
    """What is known of one sentence as an answer; each from 0 to 1."""

    passage: float
    """Score of its passage, as a share of the best passage's."""
    first_passage: float
    """1 in the best passage."""
    words: float
    """Share of the question's words in the sentence, by rarity."""
    bigrams: float
    unigrams: float
    rarest: float
    """1 when the question's rarest word stands in it."""
    best_words: float
    """1 when no other sentence of the passage covers more of the question's words and bigrams."""
    nearby: float
    """Share of the words that stand only in the sentences beside it."""
    heading: float
    """Share of the words that stand only in the headings and the title above it."""
    common: float
    """Longest stretch of the question that stands in it, as a share of the question."""
    type_fits: float
    """1 when it holds a figure, a date or a title of the kind asked for, other than one in the question."""
    no_type: float
    """1 when such a kind is asked for and it holds none."""
    definition_cue: float
    """1 for ``X是指…`` on a question for X, less for ``X是…``."""
    reason_cue: float
    """1 for 因为, 由于, … on a question why."""
    after_best: float
    """1 when the sentence before it covers most of the question: the answer may follow."""
    short: float
    """1 for a handful of characters, falling to 0 at twenty."""
    long: float
    """0 up to eighty characters, rising to 1 at two hundred and more."""
    asks: float
    """1 for a question that the text itself asks."""


@dataclass(frozen=True)
class Evidence:
    """A sentence and what speaks for it."""

    article: Article
    hit: Hit
    span: Span
    """In ``article.text``."""
    features: Features
    score: float
    """Weighted sum of the features; higher is better, comparable within one question."""

    @property
    def text(self) -> str:
        """The sentence as it stands in the article."""
        return self.span.slice(self.article.text)


class _Sentence(NamedTuple):
    span: Span
    folded: str


@lru_cache(maxsize=20_000)
def _sentences(article_id: str, chunk: Span, text: str) -> tuple[_Sentence, ...]:  # noqa: ARG001
    return tuple(
        _Sentence(span, fold(span.slice(text))) for span in clauses(text, chunk) if span.slice(text).strip()
    )


def gather(
    question: Question, terms: QuestionTerms, hits: Sequence[tuple[Hit, Article]]
) -> tuple[Evidence, ...]:
    """Every sentence of the hits as evidence, best first; ties by passage, then by place."""
    found: list[Evidence] = []
    top = max((hit.score for hit, _ in hits), default=0.0)
    for hit, article in hits:
        sentences = _sentences(article.article_id, hit.chunk.span, article.text)
        above = fold(" ".join((hit.chunk.title, *hit.chunk.path)))
        shares = [
            share(terms.words, (s.folded, 1.0)) + share(terms.bigrams, (s.folded, 1.0)) for s in sentences
        ]
        for index, sentence in enumerate(sentences):
            surroundings = _Surroundings(
                above, sentences, index, shares, hit.score / top if top > 0 else 0.0, hit.rank
            )
            features = _features(question, terms, sentence, surroundings)
            score = sum(w * value for w, value in zip(WEIGHTS, features, strict=True))
            found.append(Evidence(article, hit, sentence.span, features, score))
    return tuple(sorted(found, key=lambda e: (-e.score, e.hit.rank, e.span)))


class _Surroundings(NamedTuple):
    above: str
    sentences: Sequence[_Sentence]
    at: int
    shares: Sequence[float]
    passage: float
    rank: int

    def beside(self) -> str:
        before = self.sentences[self.at - 1].folded if self.at else ""
        after = self.sentences[self.at + 1].folded if self.at + 1 < len(self.sentences) else ""
        return before + "\n" + after


def _features(
    question: Question, terms: QuestionTerms, sentence: _Sentence, around: _Surroundings
) -> Features:
    text = sentence.folded
    words = share(terms.words, (text, 1.0))
    rarest = max(terms.words, key=lambda w: terms.words[w], default="")
    fits, lacks = _type_fit(question, text)
    length = len(text)
    best = max(around.shares)
    before = around.shares[around.at - 1] if around.at else 0.0
    return Features(
        passage=around.passage,
        first_passage=float(around.rank == 1),
        words=words,
        bigrams=share(terms.bigrams, (text, 1.0)),
        unigrams=share(terms.unigrams, (text, 1.0)),
        rarest=float(bool(rarest) and rarest in text),
        best_words=float(best > 0 and around.shares[around.at] >= best),
        nearby=share(terms.words, (text, 1.0), (around.beside(), 1.0)) - words,
        heading=share(terms.words, (text, 1.0), (around.above, 1.0)) - words,
        common=longest_common(question.folded, text) / max(len(question.folded), 1),
        type_fits=fits,
        no_type=lacks,
        definition_cue=_definition_cue(question, text),
        reason_cue=float(question.kind is QuestionKind.WHY and bool(_REASON.search(text))),
        after_best=float(best > 0 and before >= best and before > around.shares[around.at]),
        short=max(0.0, 1 - length / 20),
        long=min(1.0, max(0.0, (length - 80) / 120)),
        asks=float(bool(_ASKS.search(text))),
    )


_REASON = re.compile(
    r"因为|由于|因(?!此|素|地|而)|为了|针对|鉴于|缘于|源于|之所以|导致|使得|以防|防止|避免|为.{2,12}(?:提供|打好|奠定)"
)
"""Words that give a reason, or a purpose."""

_ASKS = re.compile(r"[?][\"']?\s*$")


def _type_fit(question: Question, text: str) -> tuple[float, float]:
    """Whether the sentence holds a value of a wanted type that the question does not; and whether it lacks one."""
    if question.kind not in (QuestionKind.NUMBER, QuestionKind.ENTITY):
        return 0.0, 0.0
    types = wanted_types(question.folded, number=question.kind is QuestionKind.NUMBER)
    if not types:
        return 0.0, 0.0
    for rank, value_type in enumerate(types):
        values = [span.slice(text) for span in find_values(text, value_type)]
        new = [value for value in values if value not in question.folded]
        if question.unit and any(value.endswith(question.unit[:1]) for value in new):
            return 1.0, 0.0
        if new:
            return (0.7 if question.unit else 1.0) * (1.0 if rank == 0 else 0.6), 0.0
    return 0.0, 1.0


def _definition_cue(question: Question, text: str) -> float:
    if question.kind is not QuestionKind.DEFINITION or not question.term:
        return 0.0
    at = text.find(question.term)
    if at < 0:
        return 0.0
    after = text[at + len(question.term) : at + len(question.term) + 8].lstrip(_CLOSING)
    if (
        re.match(
            r"(?:则|主要|通常|一般|就|通俗地?讲|具体)?(?:是指|指的是|指|即|就是|意味着|包括|,是指)", after
        )
        or "所谓" in text[:at][-4:]
    ):
        return 1.0
    return 0.6 if re.match(r"(?:则|也|本质上|都)?(?:是|为|属于)", after) else 0.2


_CLOSING = "\"'」』)】》 ,"
"""Marks that may stand between a term and the words that define it, folded."""


def paragraph_of(article: Article, span: Span) -> Span:
    """The paragraph of ``article.text`` that holds the span."""
    start = article.text.rfind("\n", 0, span.start) + 1
    end = article.text.find("\n", span.end)
    return Span(start, len(article.text) if end < 0 else end)


def probability(score: float, bias: float) -> float:
    """The logistic function of a score above ``bias``."""
    return 1 / (1 + math.exp(-(score - bias)))


def by_article(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """The best evidence of each article, in the given order."""
    seen: set[str] = set()
    for item in evidence:
        if item.article.article_id not in seen:
            seen.add(item.article.article_id)
            yield item
