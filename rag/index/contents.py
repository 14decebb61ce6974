"""What does a generation hold, before and after it is on disk?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rag.corpus.article import Article, Chunk
from rag.corpus.page import Landmark
from rag.errors import QuoteMismatch


@dataclass(frozen=True)
class CutArticle:
    """An article and the chunks it was cut into, both in reading order."""

    article: Article
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True)
class CutPage:
    """The decoded text in which offsets count (a file, or one record of it) and its articles."""

    file: str
    record: str | None
    text: str
    articles: tuple[CutArticle, ...]
    landmarks: tuple[Landmark, ...] = ()


def all_chunks(pages: Iterable[CutPage]) -> list[Chunk]:
    """The chunks by row: in the order of the pages, then of their articles."""
    return [chunk for page in pages for cut in page.articles for chunk in cut.chunks]


def prove(cut: CutArticle, source: str) -> None:
    """Raise ``QuoteMismatch`` unless every character of the article and its chunks is its source's.

    What passes can be stored as the source and the places in it alone: see ``articles_db``.
    """
    article = cut.article
    read = "".join(source[run.source : run.source + run.length] for run in article.source_map.runs)
    if read != article.text:
        raise QuoteMismatch(f"{article.file}: article {article.article_id} is not its source")
    for chunk in cut.chunks:
        if chunk.span.slice(article.text) != chunk.text or chunk.article_id != article.article_id:
            raise QuoteMismatch(f"{article.file}: chunk {chunk.chunk_id} is not its article's")
