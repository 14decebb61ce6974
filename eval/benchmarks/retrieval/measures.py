"""How good are the rankings, how sure is that, and how much better is one system than another?

* ``R@k``: 1 when a right article is among the first k, as ``article@k`` of the other measures; nearly every question
  has one right article.
* ``MRR@10``, ``nDCG@10``: as in ``eval.measures.ranking``.

Intervals are of 95 %, clustered by passage. A difference is taken question by question, over those that both systems
were asked: its interval is much narrower than those of the two shares.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from eval.benchmarks.retrieval.questions import Judged
from eval.measures.latency import latency
from eval.measures.means import Mean, clustered_mean
from eval.measures.ranking import ndcg_at, reciprocal_rank
from rag.errors import Words

DEPTHS = (1, 5, 10)
MEASURES = (*(f"R@{k}" for k in DEPTHS), "MRR@10", "nDCG@10")
COMPARED = "R@1"


def measured(ranking: Sequence[str], right: Set[str]) -> dict[str, float]:
    """The measures of one ranking.

    >>> [round(value, 2) for value in measured(["甲", "乙", "丙"], {"乙"}).values()]
    [0.0, 1.0, 1.0, 0.5, 0.63]
    """
    return {
        **{f"R@{k}": float(any(one in right for one in ranking[:k])) for k in DEPTHS},
        "MRR@10": reciprocal_rank(10, ranking, right),
        "nDCG@10": ndcg_at(10, ranking, right),
    }


@dataclass(frozen=True)
class Row:
    """What one system found for the questions of one set."""

    name: Words
    found: Mapping[int, Mapping[str, float]]
    """By the place of the question in its set."""
    seconds: tuple[float, ...] = ()
    """A question each."""
    missing: Words | None = None
    """Why it was not asked."""

    def means(self, judged: Sequence[Judged]) -> dict[str, Mean]:
        """The mean of each measure; none where nothing was asked."""
        return {name: self._mean(judged, self.column(name)) for name in MEASURES if self.found}

    def behind(self, first: Row, judged: Sequence[Judged]) -> Mean | None:
        """How much more often ``first`` has a right article first, over the questions that both were asked."""
        own, other = self.column(COMPARED), first.column(COMPARED)
        both = {at: other[at] - value for at, value in own.items() if at in other}
        return self._mean(judged, both) if both else None

    def column(self, measure: str) -> dict[int, float]:
        """One measure of every question."""
        return {at: values[measure] for at, values in self.found.items()}

    @staticmethod
    def _mean(judged: Sequence[Judged], values: Mapping[int, float]) -> Mean:
        return clustered_mean(list(values.values()), [judged[at].cluster for at in values])


@dataclass(frozen=True)
class Table:
    """The systems over one set of questions, the full search first."""

    judged: tuple[Judged, ...]
    rows: tuple[Row, ...]

    def behind(self, row: Row) -> Mean | None:
        """``Row.behind`` the full search; ``None`` for that itself."""
        return None if row is self.rows[0] else row.behind(self.rows[0], self.judged)

    def to_object(self) -> dict[str, Any]:
        """Plain JSON values, by the English names of the systems."""
        return {row.name.en: self._row_object(row) for row in self.rows}

    def _row_object(self, row: Row) -> dict[str, Any]:
        if row.missing:
            return {"missing": row.missing.en}
        behind = self.behind(row)
        return {
            **{name: mean.to_object() for name, mean in row.means(self.judged).items()},
            **({"wenju_minus_this": {COMPARED: behind.to_object()}} if behind else {}),
            "latency": latency(row.seconds),
        }
