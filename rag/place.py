"""Where in a document does a quotation stand, in words that help a person to turn to it?"""

from __future__ import annotations

from collections.abc import Sequence

from rag.corpus.article import Article
from rag.corpus.page import LandmarkKind
from rag.errors import Words
from rag.text.spans import Span

NAMES = {
    LandmarkKind.PAGE: Words("第 {number} 页", "page {number}"),
    LandmarkKind.PART: Words("第 {number} 部分", "part {number}"),
}
RANGES = {
    LandmarkKind.PAGE: Words("第 {first}–{last} 页", "pages {first}–{last}"),
    LandmarkKind.PART: Words("第 {first}–{last} 部分", "parts {first}–{last}"),
}


def place_of(article: Article, pieces: Sequence[Span]) -> Words | None:
    """The page of a PDF or the part of an EPUB that places in the article's source are on, or from where to where.

    ``None`` for plain text, where the file itself is what is read, and for words that have no place.
    """
    found = article.landmarks_at(pieces)
    if not found:
        return None
    first, last = found[0], found[-1]
    if first.number == last.number:
        return Words(*(said.format(number=first.number) for said in NAMES[first.kind]))
    return Words(*(said.format(first=first.number, last=last.number) for said in RANGES[first.kind]))
