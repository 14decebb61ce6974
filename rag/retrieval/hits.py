"""A retrieved chunk with its score: the stage between the index and the answer."""

from __future__ import annotations

from dataclasses import dataclass

from rag.corpus.article import Chunk


@dataclass(frozen=True)
class LegScores:
    """What each leg of the search gave, on the scale on which they are added."""

    bm25: float
    """Words: the three fields, the article's own score and coverage."""
    dense: float
    """Meaning: the weighted cosine of query and passage."""
    cosine: float = 0.0
    """Of query and passage; 0 without an encoder."""
    rerank: float | None = None
    """What the reranker gave, on a scale of its own and no part of the sum; ``None`` where it did not read."""
    focus: float = 0.0
    """For standing in the article that the conversation is about."""


@dataclass(frozen=True)
class Hit:
    """A chunk and how well it fits."""

    rank: int
    """From 1."""
    chunk: Chunk
    score: float
    """Higher is better; what the legs gave, added. Falls with the rank, unless a reranker gave the order."""
    scores: LegScores
