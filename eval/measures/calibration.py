"""When the system says nine in ten, is it right nine times in ten?

* *Reliability curve*: the questions in order of what was said of them, cut into bins of equally many (Nguyen and
  O'Connor 2015); beside the mean said in each bin stands the share that came true. Bins of equal width would leave
  most of them empty, since most is said near 1.
* *Expected calibration error*: the mean distance of the two, each bin weighted by its questions (Guo et al. 2017).
* *Brier score*: the mean squared distance of what was said from what came true, 1 or 0 (Brier 1950). Saying the
  share of true cases of everything scores ``share * (1 - share)``; below that something is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

BINS = 10
"""Few enough that a set of some hundred questions has dozens in each."""


class Said(NamedTuple):
    """A probability that was told, and what came of it."""

    probability: float
    true: bool


class Bin(NamedTuple):
    """Questions of which about the same was said."""

    n: int
    said: float
    """The mean of the probabilities told."""
    true: float
    """The share that came true."""


def reliability(told: Sequence[Said], bins: int = BINS) -> tuple[Bin, ...]:
    """The curve, from the least that was said to the most; equal probabilities stand in one bin.

    >>> reliability([Said(0.2, False), Said(0.4, True), Said(0.9, True), Said(0.9, True)], bins=2)
    (Bin(n=2, said=0.30000000000000004, true=0.5), Bin(n=2, said=0.9, true=1.0))
    """
    ordered = sorted(told)
    found: list[Bin] = []
    start = 0
    while start < len(ordered):
        left = max(1, bins - len(found))
        end = start + max(1, round((len(ordered) - start) / left))
        while end < len(ordered) and ordered[end].probability == ordered[end - 1].probability:
            end += 1
        found.append(_bin(ordered[start:end]))
        start = end
    return tuple(found)


def expected_calibration_error(bins: Sequence[Bin]) -> float:
    """The mean distance of said and true over the questions. Raises ``ValueError`` for no bins."""
    if not bins:
        raise ValueError("nothing was said")
    return sum(one.n * abs(one.said - one.true) for one in bins) / sum(one.n for one in bins)


def brier(told: Sequence[Said]) -> float:
    """The mean squared distance. Raises ``ValueError`` where nothing was told.

    >>> brier([Said(1.0, True), Said(0.5, False)])
    0.125
    """
    if not told:
        raise ValueError("nothing was said")
    return sum((one.probability - one.true) ** 2 for one in told) / len(told)


def calibration(told: Sequence[Said]) -> dict[str, Any] | None:
    """All of it as plain JSON values; ``None`` where nothing was told."""
    if not told:
        return None
    bins = reliability(told)
    return {
        "n": len(told),
        "said": sum(one.probability for one in told) / len(told),
        "true": sum(one.true for one in told) / len(told),
        "brier": brier(told),
        "ece": expected_calibration_error(bins),
        "bins": [one._asdict() for one in bins],
    }


def _bin(told: Sequence[Said]) -> Bin:
    return Bin(
        len(told),
        sum(one.probability for one in told) / len(told),
        sum(one.true for one in told) / len(told),
    )
