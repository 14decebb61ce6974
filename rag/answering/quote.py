"""A quotation that is proved: what is shown is what stands at its place in the file."""

from __future__ import annotations

from dataclasses import dataclass

from rag.corpus.article import Article, SourceText
from rag.errors import QuoteMismatch
from rag.text.spans import Span, without_layout


@dataclass(frozen=True)
class Quote:
    """Words of one article and where they stand.

    Made by ``quote_body`` or ``quote_label``; ``prove`` holds it against the file.
    """

    article_id: str
    file: str
    record: str | None
    text: str
    """Verbatim: the pieces joined, without line breaks, layout spaces and Markdown marks."""
    pieces: tuple[Span, ...]
    """In the source text, in reading order; empty only for a field of a JSON Lines record."""
    span: Span | None
    """The place in ``Article.text``; ``None`` for a title, a name or a unit."""


def quote_body(article: Article, span: Span) -> Quote:
    """The quotation of a span of ``article.text``, trimmed of white space at both ends.

    Raises ``ValueError`` for a span that holds no words.
    """
    words = span.slice(article.text)
    start = span.start + len(words) - len(words.lstrip())
    trimmed = Span(start, start + len(words.strip()))
    if not trimmed.length:
        raise ValueError(f"nothing to quote at {span} of article {article.article_id}")
    text = trimmed.slice(article.text).replace("\n", "")
    return Quote(article.article_id, article.file, article.record, text, article.pieces(trimmed), trimmed)


def quote_label(article: Article, label: SourceText) -> Quote:
    """The quotation of a title, a name or a unit."""
    return Quote(article.article_id, article.file, article.record, label.text, label.pieces, None)


def prove(quote: Quote, source: str) -> Quote:
    """The same quote, after comparing it with its places in the source text.

    Raises ``QuoteMismatch`` when a place says something else: a fault of ours that must never reach a reader.
    """
    said = "".join(piece.slice(source) for piece in quote.pieces)
    if quote.pieces and without_layout(said) != without_layout(quote.text):
        raise QuoteMismatch(f"{quote.file} {list(quote.pieces)} says {said!r}, not {quote.text!r}")
    return quote
