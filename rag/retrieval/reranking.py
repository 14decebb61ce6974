"""In which order do the first hits stand once they are read again, together with the question?

The hits keep the scores that the search gave them, which later stages weigh; a reranker changes their order alone.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from rag.retrieval.hits import Hit

if TYPE_CHECKING:
    from embeddings.rerankers.protocol import Reranker


class Favoured(NamedTuple):
    """The article that a conversation is about."""

    article_id: str
    bonus: float
    """What its passages gain, as a share of what lies between the reranker's best and worst score."""


class SecondReading:
    """The reranker of the settings; loaded by the first question, or by ``warm``, and kept.

    Safe to use from several threads.
    """

    def __init__(self, name: str, most: int) -> None:
        """``name`` as ``load_reranker`` takes it; the first ``most`` hits are read."""
        self.name = name
        self.most = most
        self._loaded: Reranker | None = None
        self._loading = threading.Lock()

    def warm(self) -> None:
        """Load it now. Raises ``RerankerUnavailable``, and tries again when called again."""
        self._reranker()

    def of(self, hits: Sequence[Hit], question: str, favoured: Favoured | None = None) -> tuple[Hit, ...]:
        """The hits ranked anew: the first ``most`` as the reranker puts them, the rest behind as they stood.

        Raises ``RerankerUnavailable``.
        """
        first, rest = hits[: self.most], hits[self.most :]
        ordered = (*reranked(first, question, self._reranker(), favoured), *rest)
        return tuple(replace(hit, rank=rank) for rank, hit in enumerate(ordered, start=1))

    def _reranker(self) -> Reranker:
        with self._loading:
            if self._loaded is None:
                from embeddings.rerankers import load_reranker

                self._loaded = load_reranker(self.name)
            return self._loaded


def reranked(
    hits: Sequence[Hit], question: str, reranker: Reranker, favoured: Favoured | None = None
) -> tuple[Hit, ...]:
    """All the hits as the reranker puts them, with what it gave; equal scores keep their order."""
    scores = [float(score) for score in reranker.score(question, [hit.chunk.passage for hit in hits])]
    lift = favoured.bonus * (max(scores) - min(scores)) if favoured and scores else 0.0

    def weight(hit: Hit, score: float) -> float:
        return score + lift if favoured and hit.chunk.article_id == favoured.article_id else score

    read = sorted(zip(hits, scores, strict=True), key=lambda pair: -weight(*pair))
    return tuple(
        replace(hit, rank=rank, scores=replace(hit.scores, rerank=score))
        for rank, (hit, score) in enumerate(read, start=1)
    )
