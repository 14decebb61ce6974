"""Where are the sources, articles and chunks of a generation, and how are they read one at a time?

One SQLite file, written once and then only read: opened immutable, so that it needs no journal and no
lock, and may stand on a read-only disk. The numbers of pages, articles and chunks count from 0 in reading
order; a chunk's number is its row in the lexical index and in the vector store.
"""

from __future__ import annotations

import sqlite3
import threading
import weakref
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from rag.corpus.article import Article, Chunk
from rag.corpus.page import Landmark
from rag.errors import IndexDamaged, Words
from rag.index.article_codec import (
    pack,
    pack_article,
    pack_chunk,
    pack_landmarks,
    unpack,
    unpack_article,
    unpack_chunk,
    unpack_landmarks,
    unpack_signature,
)
from rag.index.contents import CutArticle, CutPage
from rag.index.manifest import REFRESH_OR_BACK, Counts

ARTICLES_DB = "articles.sqlite"
ARTICLES_IN_MEMORY = 512
"""A question touches some tens of articles; reading one again costs a quarter of a millisecond."""
PAGES_IN_MEMORY = 32
"""Pages can be hundreds of kilobytes, and the articles of one page are read together."""

TABLES = """
CREATE TABLE page (page INTEGER PRIMARY KEY, file BLOB, record BLOB, text BLOB, landmarks BLOB);
CREATE TABLE article (article INTEGER PRIMARY KEY, id TEXT NOT NULL, page INT NOT NULL, fields BLOB NOT NULL);
CREATE TABLE chunk (chunk INTEGER PRIMARY KEY, article INT NOT NULL, fields BLOB NOT NULL);
"""
INDEXES = """
CREATE INDEX page_of_file ON page (file);
CREATE UNIQUE INDEX article_by_id ON article (id);
CREATE INDEX article_of_page ON article (page);
CREATE INDEX chunk_of_article ON chunk (article);
"""


def write_articles(path: Path, pages: Iterable[CutPage]) -> Counts:
    """Write the pages into a new file, each article proved before (``contents.prove``)."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        # The file is synchronised once, when all of the generation is written; half of it is never read.
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        for statement in TABLES.strip().splitlines():
            db.execute(statement)
        counts = _insert(db, pages)
        for statement in INDEXES.strip().splitlines():
            db.execute(statement)
        db.execute("COMMIT")
    finally:
        db.close()
    return counts


def _insert(db: sqlite3.Connection, pages: Iterable[CutPage]) -> Counts:
    articles = chunks = 0
    for number, page in enumerate(pages):
        text = page.text.encode("utf-8", "surrogatepass")
        beside = pack(page.file), pack(page.record), text, pack_landmarks(page.landmarks)
        db.execute("INSERT INTO page VALUES (?, ?, ?, ?, ?)", (number, *beside))
        for cut in page.articles:
            fields = pack_article(cut.article)
            db.execute(
                "INSERT INTO article VALUES (?, ?, ?, ?)", (articles, cut.article.article_id, number, fields)
            )
            rows = ((chunks + row, articles, pack_chunk(chunk)) for row, chunk in enumerate(cut.chunks))
            db.executemany("INSERT INTO chunk VALUES (?, ?, ?)", rows)
            articles += 1
            chunks += len(cut.chunks)
    return Counts(articles, chunks)


class ArticlesDb:
    """The articles of one generation, read from any thread; the file stays open until the object goes."""

    def __init__(self, path: Path) -> None:
        """Open a file of ``write_articles``. Raises ``IndexDamaged`` where it is none."""
        self._path = path
        self._turn = threading.Lock()
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            weakref.finalize(self, self._db.close)
        except sqlite3.Error as fault:
            raise self._damaged() from fault
        articles, chunks = "SELECT count(*) FROM article", "SELECT count(*) FROM chunk"
        self.counts = Counts(*self._rows(f"SELECT ({articles}), ({chunks})")[0])
        self._page = lru_cache(PAGES_IN_MEMORY)(self._read_page)
        self._article = lru_cache(ARTICLES_IN_MEMORY)(self._read_article)

    def article(self, article_id: str) -> Article:
        """The article of this id. Raises ``KeyError``."""
        return self._article(self._number(article_id))

    def articles(self) -> Iterator[Article]:
        """All articles, in reading order; not kept in memory."""
        for number in range(self.counts.articles):
            yield self._read_article(number)

    def signatures(self) -> dict[tuple[str, str, str], None]:
        """Author, affiliation and newspaper of all articles, each three once; without reading their texts."""
        rows = self._rows("SELECT fields FROM article ORDER BY article")
        return dict.fromkeys(unpack_signature(fields) for (fields,) in rows)

    def chunk(self, row: int) -> Chunk:
        """The chunk of a row. Raises ``IndexError`` for a row that is not there."""
        found = self._rows("SELECT article, fields FROM chunk WHERE chunk = ?", row)
        if not found:
            raise IndexError(f"no chunk has row {row}; there are {self.counts.chunks}")
        number, fields = found[0]
        return unpack_chunk(fields, self._article(number))

    def chunks(self) -> Iterator[Chunk]:
        """All chunks, by row."""
        for number in range(self.counts.articles):
            yield from self._chunks(number)

    def chunks_of(self, article_id: str) -> tuple[Chunk, ...]:
        """The chunks of an article in reading order. Raises ``KeyError``."""
        return self._chunks(self._number(article_id))

    def chunk_counts(self) -> dict[str, int]:
        """How many chunks each article has, by article id, in reading order."""
        chunks = "SELECT count(*) FROM chunk WHERE chunk.article = article.article"
        return dict(self._rows(f"SELECT id, ({chunks}) FROM article ORDER BY article"))

    def source(self, article_id: str) -> str:
        """The decoded text in which the article's places count. Raises ``KeyError``."""
        rows = self._rows("SELECT page FROM article WHERE id = ?", article_id)
        if not rows:
            raise KeyError(article_id)
        return self._page(rows[0][0])[1]

    def pages_of(self, file: str) -> Iterator[CutPage]:
        """All that was read from one file, in reading order."""
        for (page,) in self._rows("SELECT page FROM page WHERE file = ? ORDER BY page", pack(file)):
            (_, record), text, landmarks = self._page(page)
            numbers = self._rows("SELECT article FROM article WHERE page = ? ORDER BY article", page)
            cuts = tuple(CutArticle(self._article(n), self._chunks(n)) for (n,) in numbers)
            yield CutPage(file, record, text, cuts, landmarks)

    def close(self) -> None:
        """Close the file before the object goes; nothing can be read after."""
        self._db.close()

    def _number(self, article_id: str) -> int:
        rows = self._rows("SELECT article FROM article WHERE id = ?", article_id)
        if not rows:
            raise KeyError(article_id)
        return int(rows[0][0])

    def _read_page(self, number: int) -> tuple[tuple[str, str | None], str, tuple[Landmark, ...]]:
        query = "SELECT file, record, text, landmarks FROM page WHERE page = ?"
        file, record, text, landmarks = self._rows(query, number)[0]
        place = unpack(file), unpack(record)
        return place, text.decode("utf-8", "surrogatepass"), unpack_landmarks(landmarks)

    def _read_article(self, number: int) -> Article:
        article_id, page, fields = self._rows(
            "SELECT id, page, fields FROM article WHERE article = ?", number
        )[0]
        return unpack_article(fields, article_id, *self._page(page))

    def _chunks(self, number: int) -> tuple[Chunk, ...]:
        rows = self._rows("SELECT fields FROM chunk WHERE article = ? ORDER BY chunk", number)
        article = self._article(number)
        return tuple(unpack_chunk(fields, article) for (fields,) in rows)

    def _rows(self, query: str, *values: object) -> list[Any]:
        try:
            with self._turn:
                return self._db.execute(query, values).fetchall()
        except sqlite3.DatabaseError as fault:
            raise self._damaged() from fault

    def _damaged(self) -> IndexDamaged:
        return IndexDamaged(
            Words("索引文件缺失或已损坏", "a file of the index is missing or damaged"),
            where=str(self._path),
            mend=REFRESH_OR_BACK,
        )
