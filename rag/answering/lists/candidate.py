"""A list found in an article, and what speaks for it: what the three ways of finding lists share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rag.answering.lists.list_table import AFTER_ASKING, ANNOUNCED, EXAMPLE, FILLERS, aspects
from rag.answering.lists.list_weights import WEIGHTS
from rag.answering.overlap import QuestionTerms, share
from rag.answering.question import Question
from rag.corpus.article import Article
from rag.text.normalise import fold
from rag.text.spans import Span
from rag.text.tokens import content_words

HEAD_BEFORE_CHARS = 14
"""Before the first item within which the noun asked for stands beside the list: 三类证据主要包括‖."""

HEAD_AFTER_CHARS = 10
"""Behind the last item, likewise: ‖等主要证据."""

LONG_ITEM_CHARS = 30
"""A mean length of the items from which they are whole sentences."""


class ListFeatures(NamedTuple):
    """What is known of a list as an answer; each from 0 to 1."""

    lead: float
    """Share of the question's subject in the words that announce the list: its heading, its sentence's beginning."""
    around: float
    """What the items and the rest of their sentence add to that share."""
    above: float
    """What headings and title further up add."""
    items: float
    """Share of the subject inside the items themselves."""
    head_in_items: float
    """Share of the items that hold the noun asked for: 证据 in ``哪三类证据``."""
    head_beside: float
    """1 when that noun stands right before or after the list."""
    same_aspect: float
    """1 when a heading names the aspect asked for (短板, 路径, …)."""
    other_aspect: float
    """1 when it names another aspect."""
    asked_item: float
    """1 when one short item is itself the aspect asked for (优势 and 困境 under one heading): its own list is meant."""
    split: float
    """1 when the items themselves name different aspects (现状, 路径): parts of an article, no list of points."""
    count_fits: float
    """1 when the number asked for is the number of items."""
    count_differs: float
    """1 when it is not."""
    pair: float
    """1 for two items only, the commonest accident."""
    headings: float
    """1 for a list made by headings."""
    root: float
    """1 for the parts of a whole article."""
    enumeration: float
    """1 for 一是…二是…."""
    announced: float
    """1 when 包括, 分为, 有 or a colon stands right before the first item."""
    example: float
    """1 when 如 or 例如 does."""
    long_items: float
    """Mean length of the items by ``LONG_ITEM_CHARS``, at most 1."""
    article: float
    """Score of the article's best passage, as a share of the best passage's."""
    passage: float
    """Score of the list's own best passage, likewise."""


SHORT_ITEM = 6
"""Characters of an item that names an aspect and nothing else: 困境, 主要问题."""


@dataclass(frozen=True)
class ListCandidate:
    """Items that could be the whole list."""

    article: Article
    items: tuple[Span, ...]
    """In ``article.text``, in its order."""
    lead: Span | None
    """The heading or sentence that announces the list."""
    features: ListFeatures

    @property
    def score(self) -> float:
        """Weighted sum of the features; higher is better, comparable within one question."""
        return sum(w * value for w, value in zip(WEIGHTS, self.features, strict=True))


class ListTexts(NamedTuple):
    """The words of and around a list, folded."""

    lead: str
    sentence: str
    above: str
    items: Sequence[str]
    after: str


class ListPlace(NamedTuple):
    """How well the search liked the place of a list."""

    article: float
    passage: float


class ListMarks(NamedTuple):
    """The features that only the finder of a list knows; each as in ``ListFeatures``."""

    same_aspect: bool = False
    other_aspect: bool = False
    headings: bool = False
    root: bool = False
    enumeration: bool = False


@dataclass(frozen=True)
class ListQuestion:
    """A question for a list: its subject without the words that only ask for items."""

    question: Question
    words: dict[str, float]
    bigrams: dict[str, float]
    aspects: frozenset[str]
    heads: tuple[str, ...]
    """The nouns that follow 哪些 or 几种, as words."""
    terms: QuestionTerms
    """Of the whole question, for its other words."""

    @classmethod
    def of(cls, question: Question, terms: QuestionTerms) -> ListQuestion:
        """The subject's terms: fillers and aspect words taken out, unless nothing would be left."""
        named = {w: idf for w, idf in terms.words.items() if not FILLERS.search(w) and not aspects(w)}
        pairs = {b: idf for b, idf in terms.bigrams.items() if not FILLERS.search(b) and not aspects(b)}
        return cls(
            question,
            named or dict(terms.words),
            pairs or dict(terms.bigrams),
            aspects(question.folded),
            heads_of(question.folded),
            terms,
        )

    def coverage(self, *texts: tuple[str, float]) -> float:
        """The share of the subject that folded texts cover, each with its factor: mean of words and bigrams."""
        said = [pair for text, factor in texts for pair in self.terms.said_in(text, factor)]
        return (share(self.words, *said) + share(self.bigrams, *said)) / 2

    def describe(self, texts: ListTexts, place: ListPlace, marks: ListMarks = ListMarks()) -> ListFeatures:
        """The features of a list of at least one item."""
        lead = (texts.lead, 1.0)
        inside = ("\n".join((*texts.items, texts.sentence)), 1.0)
        own = self.coverage(lead)
        around = self.coverage(lead, inside)
        beside = texts.lead[-HEAD_BEFORE_CHARS:] + "\n" + texts.after[:HEAD_AFTER_CHARS]
        n = len(texts.items)
        return ListFeatures(
            lead=own,
            around=around - own,
            above=self.coverage(lead, inside, (texts.above, 1.0)) - around,
            items=self.coverage(("\n".join(texts.items), 1.0)),
            head_in_items=max((sum(h in i for i in texts.items) / n for h in self.heads), default=0.0),
            head_beside=float(any(h in beside for h in self.heads)),
            same_aspect=float(marks.same_aspect),
            other_aspect=float(marks.other_aspect),
            asked_item=float(any(len(i) <= SHORT_ITEM and self.aspects & aspects(i) for i in texts.items)),
            split=float(sum(bool(aspects(i)) for i in texts.items) >= 2),
            count_fits=float(self.question.count == n),
            count_differs=float(self.question.count not in (None, n)),
            pair=float(n == 2),
            headings=float(marks.headings),
            root=float(marks.root),
            enumeration=float(marks.enumeration),
            announced=float(bool(ANNOUNCED.search(texts.lead))),
            example=float(bool(EXAMPLE.search(texts.lead))),
            long_items=min(1.0, sum(map(len, texts.items)) / n / LONG_ITEM_CHARS),
            article=place.article,
            passage=place.passage,
        )


def heads_of(folded: str) -> tuple[str, ...]:
    """The first words after 哪些 / 几种 / 什么, or the last word of a question without any.

    >>> heads_of("查行贿案子要收哪三类证据?"), heads_of("基层党务短板")
    (('证据',), ('短板',))
    """
    match = AFTER_ASKING.search(folded)
    words = [w for w in content_words(match.group(1) if match else folded) if len(w) > 1]
    return tuple(words[:2] if match else words[-1:])


def best_lists(candidates: Iterable[ListCandidate]) -> tuple[ListCandidate, ...]:
    """Best first; ties by article and place."""
    return tuple(sorted(candidates, key=lambda c: (-c.score, c.article.article_id, c.items)))


def folded_items(article: Article, items: Iterable[Span]) -> tuple[str, ...]:
    """The items' words, folded."""
    return tuple(fold(item.slice(article.text)) for item in items)


def words_above(article: Article, offset: int) -> str:
    """Title and headings above a place of ``article.text``, folded."""
    title = fold(article.title.text) if article.title else ""
    return title + "\n" + fold("\n".join(article.path_at(offset)))
