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
from rag.retrieval.fusion import LexicalParts, best_rows, lexical_parts, meaning_weight
from rag.retrieval.hits import Hit, LegScores
from rag.retrieval.lexical import Chosen, LexicalIndex
from rag.retrieval.origin import Origin, ScoreParts
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
    dense_weight: float = 0.6
    """Of the cosine, in parts of what the question's words could bring at most and no passage covers. Words that
    stand in a passage are trusted, and where people say it otherwise the meaning leads: 0.16 to 0.26 of the first
    places for everyday questions about laws, with no more than 0.004 lost for those in the words of their passage.
    0.5 to 1 measured alike; a constant weight had to choose between the two. Chosen from a coarse grid over the kept
    questions of our own, CMRC's trial and news training questions, and a part of both development sets."""
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
        legs = self._legs(query, max(k, self.settings.candidates), within)
        words = legs.words
        candidates = _union(legs.by_words, legs.by_meaning)
        cosines = np.zeros(len(candidates))
        if self._dense and legs.vector is not None:
            cosines = self._dense.store.scores_for(candidates, legs.vector).astype(np.float64)
        meaning = legs.meaning_weight * cosines
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

    def origins(
        self, query: Query, hits: Sequence[Hit], *, within: Collection[str] | None = None
    ) -> tuple[Origin, ...]:
        """How each hit of a search for the same query came to its score; searched anew, so the hits cost nothing."""
        most = max(len(hits), self.settings.candidates)
        legs = self._legs(query, most, within)
        return tuple(self._origin(query, hit, legs, most) for hit in hits)

    def _origin(self, query: Query, hit: Hit, legs: _Legs, most: int) -> Origin:
        row = self._row(hit.chunk)
        scored = legs.same.lender(legs.parts.points, row) if legs.same else row
        by_words, by_meaning = (_rank(row, rows) for rows in (legs.by_words, legs.by_meaning))
        return Origin(
            hit,
            ScoreParts(
                float(legs.parts.passage[scored]),
                float(legs.parts.article[scored]),
                float(legs.parts.coverage[scored]),
                hit.scores.dense,
                hit.scores.focus,
            ),
            self.lexical.explain(query, scored),
            self._chunks_at([scored])[0],
            by_words,
            by_meaning,
            most,
        )

    def _row(self, chunk: Chunk) -> int:
        rows = np.flatnonzero(self.lexical.chunks_of({chunk.article_id})).tolist()
        return int(rows[list(self._chunks_at(rows)).index(chunk)])

    def _legs(self, query: Query, most: int, within: Collection[str] | None) -> _Legs:
        """What each leg finds by itself, ``most`` of either."""
        allowed = self._allowed(within)
        scores = self.lexical.search(query)
        parts = lexical_parts(scores, self.settings.article_weight, self.settings.coverage_weight)
        words = parts.points
        weight = meaning_weight(
            self.lexical.worth(query), scores.coverage[allowed], self.settings.dense_weight
        )
        same = self._same.within(allowed) if self._same else None
        if same:
            words, allowed = same.lent(words), same.without_reprints(allowed)
        vector = self._dense.vector(query) if self._dense else None
        near = self._by_meaning(vector, allowed, most, same, chosen=within is not None)
        return _Legs(parts, words, weight, self._best_by_words(words, allowed, most), near, vector, same)

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


@dataclass(frozen=True, eq=False)
class _Legs:
    """What the legs of one search found, each by itself."""

    parts: LexicalParts
    """Of every row by itself."""
    words: Floats
    """(n,) points by words, a cited passage with the best of its printings."""
    meaning_weight: float
    """Of the cosine."""
    by_words: Rows
    by_meaning: Rows
    """Best first, either of them."""
    vector: Vectors | None
    same: SamePassages | None


def _rank(row: int, rows: Rows) -> int | None:
    """From 1; ``None`` for a row that is not among them."""
    places = np.flatnonzero(rows == row)
    return int(places[0]) + 1 if len(places) else None


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
