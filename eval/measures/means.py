"""What is the mean over questions, and how sure is it?

Questions about one article stand or fall together, so the standard error is clustered by article:
``SE = sqrt(G/(G-1) · Σ_g (Σ_{i∈g} (x_i - m))²) / n`` with G clusters (Liang & Zeger 1986; for evaluations
Miller 2024, Adding Error Bars to Evals). The interval is ``m ± 1.96 SE``, kept inside the range of the
values for shares. It is wide for a reason: 300 yes/no questions cannot tell 3 points apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

NORMAL_95 = 1.96


@dataclass(frozen=True)
class Mean:
    """A mean with its 95 % interval."""

    value: float
    low: float
    high: float
    n: int
    clusters: int

    def to_object(self) -> dict[str, float | int]:
        """``{mean, low, high, n}``."""
        return {"mean": self.value, "low": self.low, "high": self.high, "n": self.n}


def clustered_mean(values: Sequence[float], clusters: Sequence[str]) -> Mean:
    """The mean of ``values``; ``clusters`` names the article of each. Raises ``ValueError`` for no values.

    One cluster says nothing about the others: its interval spans the values seen.

    >>> clustered_mean([1.0, 1.0, 0.0, 0.0], ["甲", "甲", "乙", "乙"]).low
    0.0
    """
    if not values:
        raise ValueError("no values, no mean")
    mean = sum(values) / len(values)
    sums: dict[str, float] = defaultdict(float)
    for value, cluster in zip(values, clusters, strict=True):
        sums[cluster] += value - mean
    groups = len(sums)
    if groups < 2:
        return Mean(mean, min(values), max(values), len(values), groups)
    error = sqrt(groups / (groups - 1) * sum(total**2 for total in sums.values())) / len(values)
    half = NORMAL_95 * error
    return Mean(mean, max(min(values), mean - half), min(max(values), mean + half), len(values), groups)
