"""What does the explanation of a page consist of?

Flat lists in the order of the page. Every entry has a place: code points of the page's text (``Page.text``) and the
lines they stand on in it, counted from 1: those of the file, where the file is its own text.
"""

from __future__ import annotations

from dataclasses import dataclass

from rag.corpus.article import ArticleKind
from rag.corpus.layout.style import PageStyle
from rag.errors import Words
from rag.text.spans import Span


@dataclass(frozen=True)
class Place:
    """Where something stands on the page."""

    spans: tuple[Span, ...]
    """At least one, in reading order."""
    line: int
    """Of the first character of the first span."""
    last_line: int
    """Of the last character of the last span."""
    in_document: Words | None = None
    """The page of a PDF or the part of an EPUB; ``None`` where the file is its own text."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0].start


@dataclass(frozen=True)
class Dropped:
    """Words that belong to no article."""

    place: Place
    text: str
    kind: str
    """A key of ``DROPPED``."""
    why: Words


@dataclass(frozen=True)
class Stretch:
    """Text of one article that stands together on the page."""

    place: Place
    begins: str
    ends: str
    """Its first and last words, without layout; ``ends`` is empty where ``begins`` is all of it."""
    goes_on: bool
    """It begins in the middle of the sentence that the stretch before it breaks off."""


@dataclass(frozen=True)
class ArticleFound:
    """An article or notice as the page was cut."""

    number: int
    """From 1, in the order of the page; the other entries name it by this."""
    article_id: str
    kind: ArticleKind
    title: str | None
    author: str | None
    affiliation: str | None
    """``None`` where the page gives none."""
    stretches: tuple[Stretch, ...]
    """In reading order."""

    @property
    def place(self) -> Place:
        """Where its text begins."""
        return self.stretches[0].place


@dataclass(frozen=True)
class MarkFound:
    """A line that frames articles and is no body text."""

    place: Place
    text: str
    kind: str
    """A key of ``MARKS``."""
    what: Words
    article: int | None
    """The article it belongs to; ``None`` where it was given to none."""


@dataclass(frozen=True)
class ReasonGiven:
    """One piece of evidence for a seam, or against it."""

    name: str
    """A key of ``REASONS``."""
    points: float
    words: Words


@dataclass(frozen=True)
class SeamMade:
    """A joint in mid-sentence."""

    place: Place
    """The last words before it and the first behind it."""
    before: str
    behind: str
    score: float
    reasons: tuple[ReasonGiven, ...]
    """Their points add up to the score."""
    article: int | None
    """``None`` where the words on both sides were left out as foreign."""


@dataclass(frozen=True)
class ForeignFound:
    """A passage that stands on the page twice; this copy was left out."""

    place: Place
    text: str
    stands_in: int | None
    """The article among whose words it stands; ``None`` for one that was nothing else."""
    belongs_to: int | None
    """The article that holds the other copy; ``None`` where the two are not alike in every character."""


@dataclass(frozen=True)
class Doubt:
    """What may have been understood wrongly, and is worth a look."""

    place: Place
    kind: str
    """A key of ``DOUBTS``."""
    words: Words
    article: int | None


@dataclass(frozen=True)
class Explanation:
    """How one page was understood."""

    file: str
    record: str | None
    length: int
    """Characters of the page's text."""
    style: PageStyle
    setting: Words
    """The style in words."""
    dropped: tuple[Dropped, ...]
    articles: tuple[ArticleFound, ...]
    marks: tuple[MarkFound, ...]
    seams: tuple[SeamMade, ...]
    foreign: tuple[ForeignFound, ...]
    doubts: tuple[Doubt, ...]
