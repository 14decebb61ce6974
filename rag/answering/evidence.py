"""Which sentence of the retrieved passages says it, and what speaks for it?

Every sentence of the hits is described by a few numbers between 0 and 1 and scored by their weighted sum. The
weights are learned (``python -m eval.fitting``) from question sets that may be used for it; see ``WEIGHTS``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rag.answering.answer import QuestionKind
from rag.answering.overlap import QuestionTerms, longest_common, share
from rag.answering.question import Question
from rag.answering.sentence_weights import WEIGHTS
from rag.answering.values import find_values, fits_measure, wanted_types
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
def _sentences(text: str, chunk: Span) -> tuple[_Sentence, ...]:
    spans = (span for span in clauses(text, chunk) if span.slice(text).strip())
    return tuple(_Sentence(span, fold(span.slice(text))) for span in spans)


def gather(
    question: Question, terms: QuestionTerms, hits: Sequence[tuple[Hit, Article]]
) -> tuple[Evidence, ...]:
    """Every sentence of the hits as evidence, best first; ties by passage, then by place."""
    found: list[Evidence] = []
    top = max((hit.score for hit, _ in hits), default=0.0)
    read = [_sentences(article.text, hit.chunk.span) for hit, article in hits]
    local = _local(terms, [sentence.folded for passage in read for sentence in passage])
    for (hit, article), passage in zip(hits, read, strict=True):
        around = _Passage(
            above=fold(" ".join((hit.chunk.title, *hit.chunk.path))),
            heading=fold(hit.chunk.path[-1]) if hit.chunk.path else "",
            sentences=passage,
            shares=[
                share(terms.words, (s.folded, 1.0)) + share(terms.bigrams, (s.folded, 1.0)) for s in passage
            ],
            score=max(0.0, hit.score / top) if top > 0 else 0.0,
            rank=hit.rank,
            local=local,
        )
        for at, sentence in enumerate(passage):
            features = _features(question, terms, around, at)
            score = sum(w * value for w, value in zip(WEIGHTS, features, strict=True))
            found.append(Evidence(article, hit, sentence.span, features, score))
    return tuple(sorted(found, key=lambda e: (-e.score, e.hit.rank, e.span)))


def _local(terms: QuestionTerms, sentences: Sequence[str]) -> dict[str, float]:
    """The question's words and pairs, each weighted down by how many of the sentences hold it."""
    both = {**terms.bigrams, **terms.words}
    holding = {term: sum(term in sentence for sentence in sentences) for term in both}
    return {term: weight / holding[term] for term, weight in both.items() if holding[term]}


class _Passage(NamedTuple):
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


def _features(question: Question, terms: QuestionTerms, around: _Passage, at: int) -> Features:
    text = around.sentences[at].folded
    words = share(terms.words, (text, 1.0))
    rarest = max(terms.words, key=lambda w: terms.words[w], default="")
    fits, lacks = _type_fit(question, text)
    best, own = max(around.shares), around.shares[at]
    before = around.shares[at - 1] if at else 0.0
    return Features(
        passage=around.score,
        first_passage=float(around.rank == 1),
        words=words,
        bigrams=share(terms.bigrams, (text, 1.0)),
        unigrams=share(terms.unigrams, (text, 1.0)),
        rarest=float(bool(rarest) and rarest in text),
        best_words=float(best > 0 and own >= best),
        relative=own / best if best > 0 else 0.0,
        distinct=share(around.local, (text, 1.0)),
        nearby=share(terms.words, (text, 1.0), (around.beside(at), 1.0)) - words,
        heading=share(terms.words, (text, 1.0), (around.above, 1.0)) - words,
        common=longest_common(question.folded, text) / max(len(question.folded), 1),
        type_fits=fits,
        no_type=lacks,
        definition_cue=_definition_cue(question, terms, text, around.heading),
        reason_cue=float(question.kind is QuestionKind.WHY and bool(_REASON.search(text))),
        decides=float(question.kind is QuestionKind.YES_NO and bool(_DECIDES.search(text))),
        after_best=float(best > 0 and before >= best and before > own),
        short=max(0.0, 1 - len(text) / 20),
        long=min(1.0, max(0.0, (len(text) - 80) / 120)),
        asks=float(bool(_ASKS.search(text))),
    )


_REASON = re.compile(
    r"因为|由于|因(?!此|素|地|而)|为了|针对|鉴于|缘于|源于|之所以|导致|使得|以防|防止|避免|为.{2,12}(?:提供|打好|奠定)"
)
"""Words that give a reason, or a purpose."""

_DECIDES = re.compile(
    "不属于|属于|不构成|构成|不应|应当|必须|不得|可以|不能|无权|有权|不需要|无需|仍然?|也要|同样|不予|不再|认定为|不以|不适用|(?:的|都)自由"
)
"""Words by which a text says yes or no."""

_ASKS = re.compile(r"[?][\"']?\s*$")


def _type_fit(question: Question, text: str) -> tuple[float, float]:
    """Whether the sentence holds a value of a wanted type that the question does not; and whether it lacks one."""
    if question.kind not in (QuestionKind.NUMBER, QuestionKind.ENTITY):
        return 0.0, 0.0
    types = wanted_types(question.folded, number=question.kind is QuestionKind.NUMBER)
    if not types:
        return 0.0, 0.0
    for rank, value_type in enumerate(types):
        values = find_values(text, value_type)
        new = [value for value in values if value.slice(text) not in question.folded]
        if question.unit and any(fits_measure(text, value, question.unit) for value in new):
            return 1.0, 0.0
        if new:
            return (0.7 if question.unit else 1.0) * (1.0 if rank == 0 else 0.4), float(rank > 0)
    return 0.0, 1.0


class DefiningRow(NamedTuple):
    """Words between a term and its definition."""

    pattern: re.Pattern[str]
    strength: float
    reach: int
    """Characters that may stand between the term and these words."""
    example: str


DEFINING: tuple[DefiningRow, ...] = (
    DefiningRow(
        re.compile(r"是指|指的是|[,则]指|系指|即指|意为|定义为|理解为"), 1.0, 14, "再生证据（又称…）是指…"
    ),
    DefiningRow(re.compile(r"^指(?!导|挥|标|示|出|南)"), 1.0, 0, "普通党员 指…"),
    DefiningRow(
        re.compile(r",?(?:本质上|实质上|其实|也|就|则|既)?(?:是(?!否|不是)|属于|即(?!使)|意味着)"),
        0.6,
        3,
        "公开招标是…",
    ),
    DefiningRow(re.compile(r"[::]"), 0.4, 2, "信用贷款：…"),
)
"""Tried in this order; the term, or the heading that is the term, must stand right before."""

_CLASSING = re.compile(r"的(?:一[种项个类])?[^的,。]{1,6}[。;]?$")
CLASSING_BONUS = 0.2
"""For a sentence that ends in 的行为规则, 的活动, 的总称: it names the kind of thing."""


def _definition_cue(question: Question, terms: QuestionTerms, text: str, heading: str) -> float:
    """How plainly the sentence defines what is asked for: the strongest row whose left side ends in it."""
    if question.kind is not QuestionKind.DEFINITION:
        return 0.0
    if question.term and "所谓" + question.term in text.replace('"', ""):
        return 1.0
    for row in DEFINING:
        for match in row.pattern.finditer(text):
            left = text[: match.start()] or heading
            known = (
                _ends_in_term(question.term, left, row.reach)
                if question.term
                else share(terms.words, (left, 1.0))
            )
            if known >= 0.4:
                return row.strength * known * (1.0 if _CLASSING.search(text) else 1 - CLASSING_BONUS)
    return 0.1 if question.term and question.term in text else 0.0


def _ends_in_term(term: str, left: str, reach: int) -> float:
    """1 when the last characters of ``left`` hold the term or three quarters of its pairs, else 0."""
    end = left[-len(term) - reach :]
    pairs = [term[i : i + 2] for i in range(len(term) - 1)] or [term]
    return float(sum(pair in end for pair in pairs) >= 0.75 * len(pairs))


def paragraph_of(article: Article, span: Span) -> Span:
    """The paragraph of ``article.text`` that holds the span."""
    start = article.text.rfind("\n", 0, span.start) + 1
    end = article.text.find("\n", span.end)
    return Span(start, len(article.text) if end < 0 else end)


def by_article(evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """The best evidence of each article, in the given order."""
    seen: set[str] = set()
    for item in evidence:
        if item.article.article_id not in seen:
            seen.add(item.article.article_id)
            yield item
