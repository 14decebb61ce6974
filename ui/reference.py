"""Which place of which article does a link of the chat lead to?

A link carries ``<article_id>.<number>.<place>``: the place is ``<start>-<end>`` in the article's text, or the
name of a label that stands outside it (``title``, ``author``, ``affiliation``, ``date``). It comes back from a browser, so
it is read as something that anybody may have written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rag.answering.quote import Quote
from rag.corpus.article import Article, SourceText
from rag.text.spans import Span


class Label(StrEnum):
    """What an article says about itself outside its text."""

    TITLE = "title"
    AUTHOR = "author"
    AFFILIATION = "affiliation"
    DATE = "date"

    def of(self, article: Article) -> SourceText | None:
        """The words of this label, or ``None`` where the page gives none."""
        match self:
            case Label.TITLE:
                return article.title
            case Label.AUTHOR:
                return article.author
            case Label.AFFILIATION:
                return article.affiliation
            case Label.DATE:
                return article.imprint.date


Place = Span | Label


@dataclass(frozen=True)
class Reference:
    """Citation ``number`` of a reply, and the place it quotes."""

    article_id: str
    number: int
    place: Place

    def __str__(self) -> str:
        place = f"{self.place.start}-{self.place.end}" if isinstance(self.place, Span) else self.place.value
        return f"{self.article_id}.{self.number}.{place}"

    @property
    def href(self) -> str:
        """The link as it stands in a message; the chat keeps no other attribute that could carry it."""
        return f"#cite={self}"


_FORM = re.compile(
    r"([0-9A-Za-z_-]{1,80})\.(\d{1,4})\.(?:(\d{1,9})-(\d{1,9})|(title|author|affiliation|date))", re.ASCII
)


def parse_reference(text: str) -> Reference | None:
    """The reference that ``text`` writes out, or ``None`` if it writes none.

    >>> parse_reference("a1b2.3.10-24")
    Reference(article_id='a1b2', number=3, place=Span(start=10, end=24))
    >>> parse_reference("a1b2.3.24-10"), parse_reference("<script>")
    (None, None)
    """
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    article_id, number, start, end, label = match.groups()
    if label:
        return Reference(article_id, int(number), Label(label))
    span = Span(int(start), int(end))
    return Reference(article_id, int(number), span) if span.length > 0 else None


def label_of(quote: Quote, article: Article) -> Label | None:
    """Which label of the article a quotation is; ``None`` for a quotation of its text."""
    if quote.span is not None:
        return None
    for label in Label:
        words = label.of(article)
        if words and (words.text, words.pieces) == (quote.text, quote.pieces):
            return label
    return None


def reference_to(quote: Quote, article: Article, number: int) -> Reference:
    """The reference to a quotation; one of an unknown label leads to the title."""
    return Reference(article.article_id, number, quote.span or label_of(quote, article) or Label.TITLE)
