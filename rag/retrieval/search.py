"""Which chunks of the library may answer this question, best first?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np

from embeddings.encoders.protocol import Encoder, Vectors, unit_rows
from embeddings.hub import ModelName
from embeddings.stores.protocol import Rows, VectorStore
from rag.corpus.article import Chunk
from rag.retrieval.bm25 import Floats
from rag.retrieval.fusion import best_rows, lexical_points
from rag.retrieval.hits import Hit, LegScores
from rag.retrieval.lexical import Chosen, LexicalIndex
from rag.retrieval.query import Query
from rag.retrieval.same_passages import SamePassages

ChunksAt = Callable[[Sequence[int]], Sequence[Chunk]]
"""The chunks of the given rows, in that order."""


@dataclass(frozen=True)
class RetrievalSettings:
    """How the search ranks."""

    article_weight: float = 0.5
    """Of the whole article's BM25: of two like passages, the one whose article is about the question."""
    coverage_weight: float = 0.2
    """Of the best BM25, for a chunk with all the question's words: many of them beat one of them often."""
    dense_weight: float = 16.0
    """Of the cosine, on the scale of the fields' sum: brings passages that say it in other words into the
    first ten. 12 to 24 measured alike on 170 and on 39,000 chunks; more begins to cost first places."""
    candidates: int = 100
    """From each leg, before their scores are added."""
    reranker: ModelName | None = None
    """A cross-encoder that reads the first hits again, together with the question, and puts them in its order;
    ``None`` for none: it takes seconds a question on a CPU."""
    rerank_hits: int = 30
    """Hits that it reads: each costs it as much as the next, and further down there is less to find."""

    def __post_init__(self) -> None:
        """Raise ``ValueError`` where a reranker would be given nothing to read."""
        if self.rerank_hits < 1:
            raise ValueError("rerank_hits must be positive")


class Retriever:
    """Searches one set of chunks by words and, where there are vectors, by meaning."""

    def __init__(
        self,
        lexical: LexicalIndex,
        store: VectorStore | None,
        encoder: Encoder | None,
        chunks_at: ChunksAt,
        settings: RetrievalSettings = RetrievalSettings(),
        same: SamePassages | None = None,
    ) -> None:
        self.lexical = lexical
        self.settings = settings
        self._chunks_at = chunks_at
        self._same = same
        self._dense = _DenseLeg(store, encoder) if store is not None and encoder is not None else None

    def search(self, query: Query, k: int = 10, *, within: Collection[str] | None = None) -> tuple[Hit, ...]:
        """The best ``k`` chunks; fewer where fewer have to do with the question, none for an empty one.

        ``within`` keeps to the articles with these ids: no other takes a place among the ``k``. Equal scores
        stand in the order of the chunks' rows. A passage that several printings of an article have is found
        once, in the one that is cited.
        """
        allowed = self._allowed(within)
        words = self._by_words(query)
        same = self._same.within(allowed) if self._same else None
        if same:
            words, allowed = same.lent(words), same.without_reprints(allowed)
        vector = self._dense.vector(query) if self._dense else None
        most = max(k, self.settings.candidates)
        near = self._by_meaning(vector, allowed, most, same, chosen=within is not None)
        candidates = _union(self._best_by_words(words, allowed, most), near)
        cosines = np.zeros(len(candidates))
        if self._dense and vector is not None:
            cosines = self._dense.store.scores_for(candidates, vector).astype(np.float64)
        meaning = self.settings.dense_weight * cosines
        total = words[candidates] + meaning
        order = best_rows(candidates, total, k)
        chunks = self._chunks_at([int(row) for row in candidates[order]])
        return tuple(
            Hit(
                rank,
                chunk,
                float(total[at]),
                LegScores(float(words[candidates[at]]), float(meaning[at]), float(cosines[at])),
            )
            for rank, (at, chunk) in enumerate(zip(order, chunks, strict=True), start=1)
        )

    def _by_words(self, query: Query) -> Floats:
        scores = self.lexical.search(query)
        return lexical_points(scores, self.settings.article_weight, self.settings.coverage_weight)

    def _allowed(self, within: Collection[str] | None) -> Chosen:
        """(n,) which chunks may be found."""
        if within is None:
            return np.ones(len(self.lexical), dtype=bool)
        return self.lexical.chunks_of(within)

    def _by_meaning(
        self, vector: Vectors | None, allowed: Chosen, most: int, same: SamePassages | None, *, chosen: bool
    ) -> Rows:
        """The rows nearest to a vector; with ``chosen``, of the allowed ones alone."""
        if self._dense is None or vector is None:
            return np.empty(0, dtype=np.int64)
        if chosen:
            return self._dense.store.search(vector, most, np.flatnonzero(allowed)).rows
        return self._dense.nearest(vector, most, same)

    def _best_by_words(self, words: Floats, allowed: Chosen, most: int) -> Rows:
        found = np.flatnonzero(allowed & (words > 0))
        return np.asarray(found[best_rows(found, words[found], most)])


def _union(rows: Rows, others: Rows) -> Rows:
    """The rows of both, rising, each once. Not ``np.union1d``, whose first call imports ``numpy.ma`` (0.1 s)."""
    both: Rows = np.sort(np.concatenate((rows, others)))
    first = np.ones(len(both), dtype=bool)
    first[1:] = both[1:] != both[:-1]
    return np.asarray(both[first])


@dataclass(frozen=True)
class _DenseLeg:
    store: VectorStore
    encoder: Encoder

    def nearest(self, vector: Vectors, most: int, same: SamePassages | None) -> Rows:
        """The rows nearest to a vector, each printing of a passage as the one that is cited."""
        asked, found = most, self.store.search(vector, most).rows
        if same is None:
            return found
        # many printings of one passage stand close together: look further until there are enough passages
        while len(rows := same.cited_rows(found)) < most and asked < len(self.store):
            asked *= 2
            found = self.store.search(vector, asked).rows
        return rows[:most]

    def vector(self, query: Query) -> Vectors | None:
        """The query's vector, its context mixed in; ``None`` where the encoder knows none of its words."""
        vector = self.encoder.encode_query(query.text)
        if query.context:
            mixed = vector + np.float32(query.context_weight) * self.encoder.encode_query(query.context)
            vector = unit_rows(mixed[np.newaxis])[0]
        return vector if vector.any() else None
