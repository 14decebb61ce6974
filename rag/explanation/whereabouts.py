"""On which line does a character stand, and in which article is it?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from rag.corpus.article import Article
from rag.corpus.layout.blocks import Block
from rag.corpus.page_reading import PageReading
from rag.explanation.entries import Place
from rag.place import place_of
from rag.text.spans import SourceMap, Span

SIDE = 12
"""Characters shown of each side of a seam, and of each end of a stretch."""


class Whereabouts:
    """A page and its articles, to be asked where something is."""

    def __init__(self, reading: PageReading, articles: Sequence[Article]) -> None:
        """``articles`` are those of the page; they are numbered from 1."""
        self.reading = reading
        self.articles = articles
        self.text = reading.page.text
        self._line_feeds = [at for at, character in enumerate(self.text) if character == "\n"]
        self._owned = sorted(
            (span.start, span.end, number)
            for number, article in enumerate(articles, start=1)
            for span in _spans_of(article)
        )

    def place(self, spans: Iterable[Span]) -> Place:
        """The place of some words of the page, at least one; spans with only layout between become one."""
        kept = tuple(spans)
        words = SourceMap.of(kept, self.text)
        pieces = words.pieces(Span(0, words.length))
        # The landmarks of a page are in each of its articles.
        in_document = place_of(self.articles[0], pieces) if self.articles else None
        return Place(pieces, self._line(pieces[0].start), self._line(pieces[-1].end - 1), in_document)

    def of_blocks(self, blocks: Iterable[Block]) -> Place:
        """The place of whole blocks."""
        return self.place(span for block in blocks for span in block.strand.kept)

    def article_at(self, offset: int) -> int | None:
        """The number of the article whose text, title, author or unit holds a character of the page."""
        at = bisect_right(self._owned, offset, key=lambda owned: owned[0]) - 1
        if at < 0 or offset >= self._owned[at][1]:
            return None
        return self._owned[at][2]

    def article_of(self, spans: Iterable[Span]) -> int | None:
        """The number of the article that holds the first of these spans that any article holds."""
        held = (self.article_at(span.start) for span in spans)
        return next((number for number in held if number is not None), None)

    def _line(self, offset: int) -> int:
        return bisect_left(self._line_feeds, offset) + 1


def _spans_of(article: Article) -> Iterator[Span]:
    for run in article.source_map.runs:
        yield Span(run.source, run.source + run.length)
    for label in (article.title, article.author, article.affiliation):
        yield from label.pieces if label else ()
