"""What does one generation say? The one place where the side that writes and the side that asks meet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rag.corpus.article import Article, Chunk
from rag.errors import IndexDamaged, Words
from rag.index.articles_db import ARTICLES_DB, ArticlesDb
from rag.index.generations import generations_folder, published
from rag.index.manifest import REFRESH_FULL, Manifest, check_files, read_manifest
from rag.index.meaning import GivenEncoder, VectorsOnDisk
from rag.index.printings import Printings
from rag.index.reprints_db import read_reprints
from rag.index.settings import IndexSettings

if TYPE_CHECKING:
    from embeddings.encoders.protocol import Encoder
    from rag.retrieval.lexical import LexicalIndex
    from rag.retrieval.same_passages import SamePassages
    from rag.retrieval.search import RetrievalSettings, Retriever

LEXICAL = "lexical"
VECTORS = "vectors.faiss"


class Snapshot:
    """One generation, read-only and safe to use from several threads.

    Its articles and manifest are open from the start; the words, the vectors and the encoder are read when
    they are first asked for. Once ``warm`` has been called nothing more is read by name, so that the
    snapshot goes on even when its generation is deleted.
    """

    def __init__(
        self, folder: Path, settings: IndexSettings = IndexSettings(), at_hand: GivenEncoder | None = None
    ) -> None:
        """Open the finished generation in ``folder``; an encoder ``at_hand`` is used if it is the right one.

        Raises ``IndexDamaged`` or ``IndexOutdated``.
        """
        self.folder = folder
        self.manifest: Manifest = read_manifest(folder)
        check_files(folder, self.manifest, settings.full_check_mib)
        fits = at_hand is not None and at_hand.entry == self.manifest.encoder
        self.encoder = at_hand if at_hand and fits else GivenEncoder(self.manifest.encoder)
        """The encoder whose vectors these are. It raises ``EncoderUnavailable`` at its first use."""
        self._db = ArticlesDb(folder / ARTICLES_DB)
        if self._db.counts != self.manifest.counts:
            raise IndexDamaged(
                Words("索引中的文章数与清单不符", "the index holds another number of articles than it says"),
                where=str(folder),
                mend=REFRESH_FULL,
            )

    @property
    def generation(self) -> str:
        """The name of the generation."""
        return self.manifest.generation

    @property
    def n_articles(self) -> int:
        """How many articles there are."""
        return self.manifest.counts.articles

    @property
    def n_chunks(self) -> int:
        """How many chunks there are; their rows count from 0."""
        return self.manifest.counts.chunks

    def articles(self) -> tuple[Article, ...]:
        """All articles, by file, then in reading order; kept once read."""
        return self._articles

    def article(self, article_id: str) -> Article:
        """The article of this id. Raises ``KeyError``."""
        return self._db.article(article_id)

    def signatures(self) -> tuple[tuple[str, str, str], ...]:
        """Author, affiliation and newspaper of the articles as printed, each three once; quicker than ``articles``."""
        return tuple(self._db.signatures())

    def chunk(self, row: int) -> Chunk:
        """The chunk of a row of the lexical index and of the vectors. Raises ``IndexError``."""
        return self._db.chunk(row)

    def chunks_of(self, article_id: str) -> tuple[Chunk, ...]:
        """The chunks of an article in reading order. Raises ``KeyError``."""
        return self._db.chunks_of(article_id)

    def chunk_counts(self) -> dict[str, int]:
        """How many chunks each article has, by article id, in reading order."""
        return self._db.chunk_counts()

    def source(self, article: Article) -> str:
        """The decoded text in which the article's places count. Raises ``KeyError``."""
        return self._db.source(article.article_id)

    @property
    def database(self) -> ArticlesDb:
        """The articles as a refresh carries them over: with their pages."""
        return self._db

    @cached_property
    def lexical(self) -> LexicalIndex:
        """The words of the chunks. Raises ``IndexDamaged`` or ``IndexOutdated``."""
        from rag.retrieval.lexical import LexicalIndex

        return LexicalIndex.load(self.folder / LEXICAL)

    @cached_property
    def vectors(self) -> VectorsOnDisk:
        """The vectors of the chunks."""
        return VectorsOnDisk(self.folder / VECTORS, self.n_chunks, self.manifest.encoder.dim)

    @cached_property
    def printings(self) -> Printings:
        """Which articles are reprints of which. Raises ``IndexDamaged``."""
        return Printings(read_reprints(self.folder))

    @cached_property
    def retriever(self) -> Retriever:
        """The search over this generation."""
        return self.retriever_with(self.encoder)

    def retriever_with(self, encoder: Encoder, settings: RetrievalSettings | None = None) -> Retriever:
        """The search with an encoder that is at hand already, or with other settings than the defaults."""
        from rag.retrieval.search import RetrievalSettings, Retriever

        return Retriever(
            self.lexical,
            self.vectors,
            encoder,
            self._chunks_at,
            settings or RetrievalSettings(),
            self._same_passages,
        )

    def warm(self) -> None:
        """Read what the first question would have to wait for."""
        _ = self.retriever
        self.vectors.warm()
        self.encoder.warm()

    def close(self) -> None:
        """Let go of the files, where they must be moved or deleted next."""
        self._db.close()

    def _chunks_at(self, rows: Sequence[int]) -> list[Chunk]:
        return [self._db.chunk(row) for row in rows]

    @cached_property
    def _same_passages(self) -> SamePassages | None:
        return self.printings.same_passages(self.lexical.article_ids, self.lexical.article_of)

    @cached_property
    def _articles(self) -> tuple[Article, ...]:
        return tuple(self._db.articles())


def open_snapshot(
    index: Path, settings: IndexSettings = IndexSettings(), at_hand: GivenEncoder | None = None
) -> Snapshot:
    """The published generation of an index; ``at_hand`` as for ``Snapshot``.

    Raises ``IndexNotFound``, ``IndexDamaged`` or ``IndexOutdated``.
    """
    while True:
        name = published(index)
        try:
            return Snapshot(generations_folder(index) / name, settings, at_hand)
        except IndexDamaged:
            # Between reading CURRENT and opening, another generation may have taken its place.
            if published(index) == name:
                raise
