"""Which sentence of the retrieved passages says it, and what speaks for it?

Every sentence of the hits is described by a few numbers between 0 and 1 and scored by their weighted sum. The
weights are learned (``python -m eval.fitting``) from question sets that may be used for it; see ``WEIGHTS``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from rag.answering.answer import QuestionKind
from rag.answering.definition_cue import definition_cue
from rag.answering.overlap import QuestionTerms, longest_common, share
from rag.answering.question import Question
from rag.answering.reader.protocol import Reading
from rag.answering.sentence_cues import ASKS, DECIDES, REASON
from rag.answering.sentence_weights import WEIGHTS
from rag.answering.value_fit import value_fit
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
    relative: float
    """The share of words and bigrams, by the best of the passage's sentences."""
    distinct: float
    """Share of the question's bigrams, those in few of the passage's sentences counting more."""
    subject: float
    """Share of the question's words for the article's subject (in its title, author or unit) that stand in it; the
    features above and below count the other words, where there are any."""
    nearby: float
    """Share of the words that stand only in the sentences beside it."""
    heading: float
    """Share of the words that stand only in the headings and the title above it."""
    common: float
    """Longest stretch of the question that stands in it, as a share of the question."""
    type_fits: float
    """1 when it holds a figure, a date or a title of the kind asked for, other than one in the question; less
    for one in another measure or of the second likeliest type."""
    no_type: float
    """1 when such a kind is asked for and it holds none of the likeliest type."""
    definition_cue: float
    """1 for ``X是指…`` on a question for X, less for ``X是…``."""
    reason_cue: float
    """1 for 因为, 由于, … on a question why."""
    decides: float
    """1 for words of judging (属于, 不得, 应当, …) on a question that wants yes or no."""
    after_best: float
    """1 when the sentence before it covers most of the question: the answer may follow."""
    short: float
    """1 for a handful of characters, falling to 0 at twenty."""
    long: float
    """0 up to eighty characters, rising to 1 at two hundred and more."""
    asks: float
    """1 for a question that the text itself asks."""
    read: float
    """How likely the reader finds the answer to start in it rather than anywhere else it read: 0 for one in
    a hundred and less, 1 for surely; 0 where it did not read."""
    read_here: float
    """The same within its passage alone."""
    holds: float
    """The reader's probability that its passage holds an answer at all."""


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
    reading: Reading | None = None
    """Of its passage, where it was read closely."""
    likelihood: float = 0.0
    """The probability that it is the one that answers, if one of those found does: the share of its score's
    exponential, which is what the weights were fitted for."""

    @property
    def text(self) -> str:
        """The sentence as it stands in the article."""
        return self.span.slice(self.article.text)

    @property
    def likeliest_words(self) -> Span | None:
        """The words inside it that the reader takes for the answer, in ``article.text``; ``None`` if it did not read."""
        start = self.hit.chunk.span.start
        found = self.reading.best_span(self.span.shift(-start)) if self.reading else None
        return found.shift(start) if found else None


def gather(
    question: Question,
    terms: QuestionTerms,
    hits: Sequence[tuple[Hit, Article]],
    readings: Sequence[Reading] = (),
) -> tuple[Evidence, ...]:
    """Every sentence of the hits as evidence, best first; ties by passage, then by place.

    ``readings`` belong to the first hits, in their order.
    """
    found: list[Evidence] = []
    top = max((hit.score for hit, _ in hits), default=0.0)
    read = [_sentences(hit.chunk.span.slice(article.text)) for hit, article in hits]
    local = _local(terms, [sentence.folded for passage in read for sentence in passage])
    for (hit, article), passage, reading in zip_longest(hits, read, readings):
        around = _around(terms, hit, passage, local, top)
        for at, sentence in enumerate(passage):
            features = _features(question, around, at, reading)
            score = sum(w * value for w, value in zip(WEIGHTS, features, strict=True))
            span = sentence.span.shift(hit.chunk.span.start)
            found.append(Evidence(article, hit, span, features, score, reading))
    return weighed(found)


def weighed(found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The same, best first and each with its likelihood among them; ties by passage, then by place."""
    ordered = sorted(found, key=lambda e: (-e.score, e.hit.rank, e.span))
    weights = [math.exp(e.score - ordered[0].score) for e in ordered]
    total = sum(weights)
    return tuple(replace(e, likelihood=w / total) for e, w in zip(ordered, weights, strict=True))


class _Sentence(NamedTuple):
    span: Span
    """In the passage."""
    folded: str


PASSAGES_IN_MEMORY = 2048
"""Passages whose sentences are kept cut and folded, some kilobytes each: those of a few hundred questions."""


@lru_cache(maxsize=PASSAGES_IN_MEMORY)
def _sentences(passage: str) -> tuple[_Sentence, ...]:
    """Of the passage alone: nothing here may keep the articles of a generation that is gone."""
    spans = (span for span in clauses(passage) if span.slice(passage).strip())
    return tuple(_Sentence(span, fold(span.slice(passage))) for span in spans)


def _local(terms: QuestionTerms, sentences: Sequence[str]) -> dict[str, float]:
    """The question's words and pairs, each weighted down by how many of the sentences hold it."""
    both = {**terms.bigrams, **terms.words}
    said = ["\n".join(text for text, _ in terms.said_in(sentence)) for sentence in sentences]
    holding = {term: sum(term in sentence for sentence in said) for term in both}
    return {term: weight / holding[term] for term, weight in both.items() if holding[term]}


def _around(
    terms: QuestionTerms, hit: Hit, passage: Sequence[_Sentence], local: Mapping[str, float], top: float
) -> _Passage:
    own = _own(terms, f"{hit.chunk.title} {hit.chunk.author}")
    folded = (sentence.folded for sentence in passage)
    return _Passage(
        own=own,
        subject={word: weight for word, weight in terms.words.items() if word not in own.words},
        above=fold(" ".join((hit.chunk.title, *hit.chunk.path))),
        heading=fold(hit.chunk.path[-1]) if hit.chunk.path else "",
        sentences=passage,
        shares=[share(own.words, *said) + share(own.bigrams, *said) for said in map(terms.said_in, folded)],
        score=max(0.0, hit.score / top) if top > 0 else 0.0,
        rank=hit.rank,
        local={term: w for term, w in local.items() if term in own.words or term in own.bigrams},
    )


def _own(terms: QuestionTerms, subject: str) -> QuestionTerms:
    """The terms that the article's title, author and unit lack: its subject is named once and then meant all along.

    All of them where nothing else is asked.
    """
    rest = terms.without(fold(subject))
    return rest if rest.words else terms


class _Passage(NamedTuple):
    own: QuestionTerms
    """What is asked of the article's subject."""
    subject: dict[str, float]
    """The question's words that only name the subject."""
    above: str
    """Title and headings, folded."""
    heading: str
    """The nearest heading, folded."""
    sentences: Sequence[_Sentence]
    shares: Sequence[float]
    """Of each sentence: its share of the words and of the bigrams, added."""
    score: float
    rank: int
    local: dict[str, float]

    def beside(self, at: int) -> str:
        """The sentences before and after, folded."""
        return "\n".join(
            s.folded for s in (*self.sentences[max(0, at - 1) : at], *self.sentences[at + 1 : at + 2])
        )


LEAST_READ = 0.01
"""A probability below this counts as none."""


def _how_likely(probability: float) -> float:
    """From 0 at ``LEAST_READ`` to 1, by the logarithm."""
    return 1 - math.log(max(LEAST_READ, min(1.0, probability))) / math.log(LEAST_READ)


def _features(question: Question, around: _Passage, at: int, reading: Reading | None) -> Features:
    share_read = reading.share(around.sentences[at].span) if reading else 0.0
    text, terms = around.sentences[at].folded, around.own
    said = terms.said_in(text)
    words = share(terms.words, *said)
    rarest = max(terms.words, key=lambda w: terms.words[w], default="")
    fit = value_fit(question, text)
    best, own = max(around.shares), around.shares[at]
    before = around.shares[at - 1] if at else 0.0
    return Features(
        passage=around.score,
        first_passage=float(around.rank == 1),
        words=words,
        bigrams=share(terms.bigrams, *said),
        unigrams=share(terms.unigrams, *said),
        rarest=share({rarest: 1.0}, *said) if rarest else 0.0,
        best_words=float(best > 0 and own >= best),
        relative=own / best if best > 0 else 0.0,
        distinct=share(around.local, *said),
        subject=share(around.subject, *said),
        nearby=share(terms.words, *said, *terms.said_in(around.beside(at))) - words,
        heading=share(terms.words, *said, *terms.said_in(around.above)) - words,
        common=longest_common(question.folded, text) / max(len(question.folded), 1),
        type_fits=fit.fits,
        no_type=float(fit.lacks),
        definition_cue=definition_cue(question, terms, text, around.heading),
        reason_cue=float(question.kind is QuestionKind.WHY and bool(REASON.pattern.search(text))),
        decides=float(question.kind is QuestionKind.YES_NO and bool(DECIDES.pattern.search(text))),
        after_best=float(best > 0 and before >= best and before > own),
        short=max(0.0, 1 - len(text) / 20),
        long=min(1.0, max(0.0, (len(text) - 80) / 120)),
        asks=float(bool(ASKS.pattern.search(text))),
        read=_how_likely(share_read),
        read_here=share_read / reading.total if reading and reading.total else 0.0,
        holds=reading.holds if reading else 0.0,
    )


def by_article(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """The best evidence of each article, in the given order."""
    seen: set[str] = set()
    for item in evidence:
        if item.article.article_id not in seen:
            seen.add(item.article.article_id)
            yield item
