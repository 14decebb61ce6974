"""How good is a ranking of ids against the ids that are relevant?

The usual definitions with binary relevance (Manning, Raghavan & Schütze, Introduction to Information
Retrieval, ch. 8; nDCG after Järvelin & Kekäläinen 2002); ranks start at 1. ``ranking`` holds no id twice.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from math import log2


def recall_at(k: int, ranking: Sequence[str], relevant: Set[str]) -> float:
    """R@k: the share of the relevant ids among the first ``k``.

    >>> recall_at(2, ["甲", "乙", "丙"], {"乙", "丙"})
    0.5
    """
    return sum(one in relevant for one in ranking[:k]) / len(relevant)


def reciprocal_rank(k: int, ranking: Sequence[str], relevant: Set[str]) -> float:
    """RR@k: 1 / rank of the first relevant id, 0 when none is among the first ``k``."""
    return next((1 / rank for rank, one in enumerate(ranking[:k], 1) if one in relevant), 0.0)


def ndcg_at(k: int, ranking: Sequence[str], relevant: Set[str]) -> float:
    """nDCG@k: ``Σ rel_i / log2(i + 1)`` over the first ``k``, by the same sum of a perfect ranking."""
    gain = sum(1 / log2(rank + 1) for rank, one in enumerate(ranking[:k], 1) if one in relevant)
    ideal = sum(1 / log2(rank + 1) for rank in range(1, min(k, len(relevant)) + 1))
    return gain / ideal
