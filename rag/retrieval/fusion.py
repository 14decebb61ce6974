"""How do the legs of the search become one score?

They are added on BM25's scale. Not by reciprocal ranks: with one weak leg that costs 4 to 15 points at
rank 1, as it forgets by how much the better leg was sure. The meaning weighs by what the words leave open: a question
in the words of its passage is found by them, one in everyday words is not.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.stores.protocol import Rows
from rag.retrieval.bm25 import Floats
from rag.retrieval.lexical import LexicalScores


class LexicalParts(NamedTuple):
    """What words give each chunk, and by what; added in this order they are its points."""

    passage: Floats
    article: Floats
    coverage: Floats

    @property
    def points(self) -> Floats:
        """(n,) their sum."""
        return self.passage + self.article + self.coverage


def lexical_parts(scores: LexicalScores, article_weight: float, coverage_weight: float) -> LexicalParts:
    """(n,) what words give each chunk: its own BM25, its article's, and how much of the question it covers.

    Coverage counts in parts of the best chunk's BM25, so that its weight means the same for short and long
    questions.
    """
    best = float(scores.chunks.max(initial=0.0))
    return LexicalParts(
        scores.chunks, article_weight * scores.articles, coverage_weight * best * scores.coverage
    )


def meaning_weight(worth: float, coverage: Floats, share: float) -> float:
    """What a cosine of 1 brings: ``share`` of what the words are worth and the chunk that covers most leaves open.

    ``worth`` as ``LexicalIndex.worth``; ``coverage`` (n,) of the chunks that may be found. A long question has more
    points to give than a short one, so its meaning must have more as well. Without a word to look up it is ``share``.

    >>> meaning_weight(100.0, np.array([0.2, 0.75]), 0.5)
    12.5
    """
    return share * (worth or 1.0) * (1.0 - float(coverage.max(initial=0.0)))


def best_rows(rows: Rows, scores: NDArray[np.floating], k: int) -> NDArray[np.int64]:
    """Where the ``k`` best of ``rows`` stand in it, by score, best first; ties by row, upwards.

    >>> best_rows(np.array([4, 2, 9, 1]), np.array([1.0, 1.0, 2.0, 0.5]), 3).tolist()
    [2, 1, 0]
    """
    if not 0 < k < len(rows):
        return np.lexsort((rows, -scores))[: max(k, 0)]
    least = np.partition(scores, len(scores) - k)[len(scores) - k]
    worth = np.flatnonzero(scores >= least)
    return worth[np.lexsort((rows[worth], -scores[worth]))[:k]]
