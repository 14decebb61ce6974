"""How are the vectors and the encoder of a generation loaded no sooner than a question needs them?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rag.errors import IndexDamaged, IndexOutdated, Words
from rag.index.manifest import REFRESH_FULL, REFRESH_OR_BACK, EncoderEntry

if TYPE_CHECKING:
    from embeddings.encoders.protocol import Encoder, Progress, Vectors
    from embeddings.stores.protocol import Neighbours, Rows, Scores, VectorStore


class VectorsOnDisk:
    """A ``VectorStore`` that is opened at its first search: importing FAISS alone takes 0.14 s."""

    def __init__(self, path: Path, rows: int, dim: int) -> None:
        self._path = path
        self._rows = rows
        self._dim = dim

    def __len__(self) -> int:
        return self._rows

    @property
    def dim(self) -> int:
        """The length of the vectors."""
        return self._dim

    def search(self, vector: Vectors, k: int, among: Rows | None = None) -> Neighbours:
        """As ``VectorStore.search``."""
        return self._store.search(vector, k, among)

    def scores_for(self, rows: Sequence[int] | Rows, vector: Vectors) -> Scores:
        """As ``VectorStore.scores_for``."""
        return self._store.scores_for(rows, vector)

    def warm(self) -> None:
        """Open it now. Raises ``IndexDamaged``."""
        _ = self._store

    @cached_property
    def _store(self) -> VectorStore:
        from embeddings.stores.faiss_store import FaissStore

        try:
            store: VectorStore = FaissStore.open(self._path)
            sound = (len(store), store.dim) == (self._rows, self._dim)
        except (RuntimeError, OSError) as fault:
            raise self._damaged() from fault
        if not sound:
            raise self._damaged()
        return store

    def _damaged(self) -> IndexDamaged:
        return IndexDamaged(
            Words("向量文件缺失或已损坏", "the vectors are missing or damaged"),
            where=str(self._path),
            mend=REFRESH_OR_BACK,
        )


class GivenEncoder:
    """The encoder that a manifest names, loaded at its first use.

    Raises ``EncoderUnavailable`` then where it is not on this machine, and ``IndexOutdated`` where it now
    gives other vectors than those on disk.
    """

    def __init__(self, entry: EncoderEntry) -> None:
        self.entry = entry

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self.entry.name

    @property
    def dim(self) -> int:
        """The length of its vectors."""
        return self.entry.dim

    @property
    def fingerprint(self) -> str:
        """That of the vectors on disk."""
        return self.entry.fingerprint

    def encode_passages(self, texts: Sequence[str], on_progress: Progress | None = None) -> Vectors:
        """As ``Encoder.encode_passages``."""
        return self._encoder.encode_passages(texts, on_progress)

    def encode_query(self, text: str) -> Vectors:
        """As ``Encoder.encode_query``."""
        return self._encoder.encode_query(text)

    def warm(self) -> None:
        """Load it now."""
        _ = self._encoder

    @cached_property
    def _encoder(self) -> Encoder:
        from embeddings.encoders import load_encoder

        encoder = load_encoder(self.entry.name)
        if encoder.fingerprint != self.entry.fingerprint:
            raise IndexOutdated(
                Words(
                    "编码模型已更换，索引中的向量不再适用", "the encoder has changed since the index was made"
                ),
                where=self.entry.name,
                mend=REFRESH_FULL,
            )
        return encoder
