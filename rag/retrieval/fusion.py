"""How do the legs of the search become one score?

They are added on BM25's scale. Not by reciprocal ranks: with one weak leg that costs 4 to 15 points at
rank 1, as it forgets by how much the better leg was sure.
"""

from __future__ import annotations

import math

from rag.retrieval.bm25 import Floats
from rag.retrieval.lexical import LexicalScores


def lexical_points(scores: LexicalScores, article_weight: float, coverage_weight: float) -> Floats:
    """(n,) what words give each chunk: its own BM25, its article's, and how much of the question it covers.

    Coverage counts in parts of the best chunk's BM25, so that its weight means the same for short and long
    questions.
    """
    best = float(scores.chunks.max(initial=0.0))
    return scores.chunks + article_weight * scores.articles + coverage_weight * best * scores.coverage


def dense_scale(chunks: int, dense_weight: float) -> float:
    """What a cosine of 1 counts in an index of so many chunks.

    BM25 grows with the corpus as idf does, and so must the cosine beside it: with the idf of a term that
    stands in one chunk alone, nearly ``ln(chunks)``.
    """
    return dense_weight * math.log1p(chunks)
