"""What does refusing below a line of confidence cost, and what does it catch, for every line that could be drawn?

The receiver operating characteristic with refusing as the positive decision (Fawcett 2006, An introduction to ROC
analysis): for a line c, ``refused`` is the share of answerable questions with a confidence of at most c and
``caught`` the same share of unanswerable ones. The area under it is ``roc_auc``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """One line that could be drawn: everything at or below ``confidence`` is refused."""

    confidence: float
    refused: float
    """Share of the answerable questions, from 0 to 1."""
    caught: float
    """Share of the unanswerable ones."""


NOTHING_REFUSED = Line(-1.0, 0.0, 0.0)
"""The line below every confidence."""


def roc(answerable: Sequence[float], unanswerable: Sequence[float]) -> tuple[Line, ...]:
    """Every line that makes a difference, from refusing nothing to refusing all; none unless both are given.

    >>> [tuple(line) for line in roc([0.9, 0.5], [0.5, 0.2])][1:]
    [(0.2, 0.0, 0.5), (0.5, 0.5, 1.0), (0.9, 1.0, 1.0)]
    """
    if not answerable or not unanswerable:
        return ()
    kept, gone = sorted(answerable), sorted(unanswerable)
    lines = [
        Line(score, bisect_right(kept, score) / len(kept), bisect_right(gone, score) / len(gone))
        for score in sorted({*kept, *gone})
    ]
    return (NOTHING_REFUSED, *lines)


def line_for(lines: Sequence[Line], refused: float) -> Line:
    """The highest line that refuses at most this share of the answerable questions.

    Raises ``ValueError`` for no lines.
    """
    if not lines:
        raise ValueError("no lines to choose from")
    return max((line for line in lines if line.refused <= refused), default=NOTHING_REFUSED)


def corners(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without those in the middle of a straight run up or across: the same curve, shorter."""
    inner = zip(lines, lines[1:], lines[2:], strict=False)
    turning = [here for before, here, after in inner if not _straight(before, here, after)]
    return (*lines[:1], *turning, *lines[1:][-1:])


def _straight(before: Line, here: Line, after: Line) -> bool:
    across = before.caught == here.caught == after.caught
    return across or before.refused == here.refused == after.refused


def roc_auc(positives: Sequence[float], negatives: Sequence[float]) -> float | None:
    """The chance that a positive scores above a negative, ties half (Mann-Whitney); ``None`` unless both are given.

    >>> roc_auc([3.0, 2.0], [2.0, 1.0])
    0.875
    """
    if not positives or not negatives:
        return None
    ordered = sorted(negatives)
    wins = sum((bisect_left(ordered, score) + bisect_right(ordered, score)) / 2 for score in positives)
    return wins / (len(positives) * len(negatives))
