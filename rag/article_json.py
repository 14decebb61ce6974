"""An article as scripts read it: the JSON object of the contract, field by field."""

from __future__ import annotations

from typing import Any

from rag.corpus.article import Article, Section, SourceText
from rag.reply_json import imprint_fields, pairs
from rag.text.spans import Span


def article_object(article: Article, chunks: int, reprint_of: str | None = None) -> dict[str, Any]:
    """One article as plain JSON values; all places are code points of its file's (or record's) text.

    ``chunks`` is how many passages it was cut into, ``reprint_of`` the id of the article that is cited for it.
    """
    return {
        "article_id": article.article_id,
        "title": _words(article.title),
        "author": _words(article.author),
        "affiliation": _words(article.affiliation),
        "kind": article.kind.value,
        "file": article.file,
        "record": article.record,
        "pieces": pairs(article.pieces(Span(0, len(article.text)))),
        "title_span": _extent(article.title),
        "sections": [_section(article, section) for section in article.sections],
        "chunks": chunks,
        **imprint_fields(article),
        "reprint_of": reprint_of,
    }


def _words(words: SourceText | None) -> str | None:
    return words.text if words else None


def _extent(words: SourceText | None) -> list[int] | None:
    """From the first character to the last; ``None`` where the text does not hold the words."""
    if words is None or not words.pieces:
        return None
    return [words.pieces[0].start, words.pieces[-1].end]


def _section(article: Article, section: Section) -> dict[str, Any]:
    return {
        "level": section.level,
        "heading": section.heading.slice(article.text),
        "start": article.source_map.place(section.heading.start),
        "path": list(section.path),
    }
