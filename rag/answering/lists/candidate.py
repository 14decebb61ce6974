"""Which lists may be the one asked for, and what speaks for each: shared by all ways of finding lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

from rag.answering.lists.features import ListFeatures, ListMarks, ListPlace, ListTexts
from rag.answering.lists.list_table import (
    AFTER_ASKING,
    ANNOUNCED,
    CONDITION,
    DENIED,
    EXAMPLE,
    FILLERS,
    aspects,
)
from rag.answering.lists.list_weights import WEIGHTS
from rag.answering.overlap import QuestionTerms, share
from rag.answering.question import Question
from rag.corpus.article import Article
from rag.text.normalise import fold
from rag.text.numerals import NUMERAL, value_of
from rag.text.spans import Span
from rag.text.tokens import content_words

HEAD_BEFORE_CHARS = 14
"""Before the first item within which the noun asked for stands beside the list: 三类证据主要包括‖."""

HEAD_AFTER_CHARS = 10
"""Behind the last item, likewise: ‖等主要证据."""

RIGHT_CHARS = 12
"""Read behind the last item: a little more than ``HEAD_AFTER_CHARS``, since folding drops white space."""

Place = Callable[[Article, Span], ListPlace]
"""How well the search liked a stretch of an article."""

ASKED_AMONG = 0.3
"""Of the subject's words, by which the fullest item exceeds the middle one when it is itself the subject."""

MANY_ITEMS = 10
"""Items from which more make no difference."""

LONG_ITEM_CHARS = 30
"""A mean length of the items from which they are whole sentences."""


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

    def candidate(
        self, article: Article, lead: Span, items: tuple[Span, ...], place: Place, marks: ListMarks
    ) -> ListCandidate:
        """A list in running text; without a lead the nearest heading announces it."""
        path = article.path_at(items[0].start)
        announced = fold(lead.slice(article.text)) or fold(path[-1] if path else "")
        named = frozenset() if lead.length else aspects(announced)
        marks = marks._replace(
            opens=not lead.length,
            same_aspect=bool(self.aspects & named),
            other_aspect=bool(self.aspects and named) and not self.aspects & named,
        )
        after = fold(article.text[items[-1].end : items[-1].end + RIGHT_CHARS])
        above = words_above(article, items[0].start)
        texts = ListTexts(announced, "", above, folded_items(article, items), after)
        whole = Span(lead.start if lead.length else items[0].start, items[-1].end)
        features = self.describe(texts, place(article, whole), marks)
        return ListCandidate(article, items, lead if lead.length else None, features)

    def describe(self, texts: ListTexts, place: ListPlace, marks: ListMarks = ListMarks()) -> ListFeatures:
        """The features of a list of at least one item."""
        lead = (texts.lead, 1.0)
        inside = ("\n".join((*texts.items, texts.sentence)), 1.0)
        own = self.coverage(lead)
        around = self.coverage(lead, inside)
        beside = texts.lead[-HEAD_BEFORE_CHARS:] + "\n" + texts.after[:HEAD_AFTER_CHARS]
        shares = [self.coverage((item, 1.0)) for item in texts.items]
        lengths = [len(item) for item in texts.items]
        last = _CLAUSE.split(texts.lead.rstrip(",:;。\n"))[-1]
        n = len(texts.items)
        return ListFeatures(
            lead=own,
            clause=self.coverage((last, 1.0)),
            around=around - own,
            above=self.coverage(lead, inside, (texts.above, 1.0)) - around,
            items=self.coverage(("\n".join(texts.items), 1.0)),
            asked_among=float(max(shares) - median(shares) > ASKED_AMONG),
            denied=float(bool(DENIED.search(last)) != bool(DENIED.search(self.question.folded))),
            head_in_items=max((sum(h in i for i in texts.items) / n for h in self.heads), default=0.0),
            head_beside=float(any(h in beside for h in self.heads)),
            head_share=sum(h in last or h in texts.after[:HEAD_AFTER_CHARS] for h in self.heads)
            / max(1, len(self.heads)),
            same_aspect=float(marks.same_aspect),
            other_aspect=float(marks.other_aspect),
            aspect_beside=float(bool(self.aspects & (aspects(beside) | aspects(texts.lead) & {CONDITION}))),
            asked_item=float(any(len(i) <= SHORT_ITEM and self.aspects & aspects(i) for i in texts.items)),
            split=float(sum(bool(aspects(i)) for i in texts.items) >= 2),
            count_fits=float(self.question.count == n),
            count_differs=float(self.question.count not in (None, n)),
            pair=float(n == 2),
            many=min(1.0, n / MANY_ITEMS),
            opens=float(marks.opens),
            summed_up=float(texts.after.startswith("等")),
            headings=float(marks.headings),
            root=float(marks.root),
            enumeration=float(marks.enumeration),
            clauses=float(marks.clauses),
            lines=float(marks.lines),
            announced=float(bool(ANNOUNCED.search(texts.lead))),
            example=float(bool(EXAMPLE.search(texts.lead))),
            long_items=min(1.0, sum(lengths) / n / LONG_ITEM_CHARS),
            article=place.article,
            passage=place.passage,
            sentence=0.0 if marks.opens else place.sentence,
            sentence_below=place.sentence if marks.opens else 0.0,
        )


_CLAUSE = re.compile("[,;。!?\n]")

_PROMISE = re.compile(rf"({NUMERAL})(?:个|种|类|项|条|点|大|方面|步|样|道|层)")


def promised(words: str) -> int | None:
    """How many items the words around a list speak of: 4 in ``主要有以下四种情况``.

    >>> promised("主要有以下四种情况:"), promised("包括")
    (4, None)
    """
    found = _PROMISE.findall(words)
    return value_of(found[-1]) if found else None


def heads_of(folded: str) -> tuple[str, ...]:
    """The first words after 哪些 / 几种 / 什么, or the last word of a question without any.

    >>> heads_of("查行贿案子要收哪三类证据?"), heads_of("基层党务短板")
    (('证据',), ('短板',))
    """
    match = AFTER_ASKING.search(folded)
    words = [w for w in content_words(match.group(1) if match else folded) if len(w) > 1]
    return tuple(words[:2] if match else words[-1:])


def best_lists(candidates: Iterable[ListCandidate]) -> tuple[ListCandidate, ...]:
    """Best first, without those that say the same again and again; ties by article and place."""
    telling = (one for one in candidates if not _repeats(one))
    return tuple(sorted(telling, key=lambda c: (-c.score, c.article.article_id, c.items)))


def _repeats(candidate: ListCandidate) -> bool:
    """Whether half of the items or more are said by others: 电话, 电话, 电话 at the head of each line."""
    return 2 * len(set(folded_items(candidate.article, candidate.items))) <= len(candidate.items)


def folded_items(article: Article, items: Iterable[Span]) -> tuple[str, ...]:
    """The items' words, folded."""
    return tuple(fold(item.slice(article.text)) for item in items)


def words_above(article: Article, offset: int) -> str:
    """Title and headings above a place of ``article.text``, folded."""
    title = fold(article.title.text) if article.title else ""
    return title + "\n" + fold("\n".join(article.path_at(offset)))
