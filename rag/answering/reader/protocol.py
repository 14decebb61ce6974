"""What must a reader promise, and what does it say of a passage?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rag.text.spans import Span

Floats = NDArray[np.float32]
Offsets = NDArray[np.int64]

LONGEST_ANSWER = 40
"""Tokens of an answer at most."""

NEVER = np.float32(1e-9)
"""Stands for no probability where its logarithm is taken."""


@dataclass(frozen=True, eq=False)
class Reading:
    """One passage as it was read for a question."""

    places: Offsets
    """(tokens, 2) ``[start, end)`` of each token in the passage's text, rising."""
    start: Floats
    """(tokens,) the probability that an answer starts here; over all passages read together they sum to 1."""
    end: Floats
    """(tokens,) the probability that an answer ends here, if the passage holds it."""
    holds: float
    """The probability that this passage holds an answer, by itself."""

    @cached_property
    def total(self) -> float:
        """The probability that the answer is in this passage rather than in the others."""
        return float(self.start.sum())

    def share(self, span: Span) -> float:
        """The probability that the answer starts inside ``span`` of the passage."""
        first, last = np.searchsorted(self.places[:, 0], (span.start, span.end))
        return float(self.start[first:last].sum())

    def best_span(self, within: Span) -> Span | None:
        """The likeliest answer inside ``within``; ``None`` where no token lies there."""
        first = int(np.searchsorted(self.places[:, 0], within.start))
        last = int(np.searchsorted(self.places[:, 1], within.end, side="right"))
        if first >= last:
            return None
        both = np.log(self.start[first:last, None] + NEVER) + np.log(self.end[None, first:last] + NEVER)
        allowed = np.triu(np.ones(both.shape, dtype=bool)) & ~np.triu(
            np.ones(both.shape, dtype=bool), LONGEST_ANSWER
        )
        start, end = divmod(int(np.where(allowed, both, -np.inf).argmax()), last - first)
        return Span(int(self.places[first + start, 0]), int(self.places[first + end, 1]))


UNREAD = Reading(np.zeros((0, 2), np.int64), np.zeros(0, np.float32), np.zeros(0, np.float32), 0.0)
"""A passage without a word."""


class Reader(Protocol):
    """Finds answers in passages."""

    name: str

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """A reading a passage, in their order, comparable with each other."""
