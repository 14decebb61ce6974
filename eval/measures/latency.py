"""How long does an answer take? Percentiles of the replies' ``seconds``."""

from __future__ import annotations

from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the sorted values lie, interpolated linearly.

    Raises ``ValueError`` for no values.

    >>> percentile([10.0, 20.0, 30.0, 40.0], 0.5)
    25.0
    """
    if not values:
        raise ValueError("no values, no percentile")
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def latency(seconds: Sequence[float]) -> dict[str, float | int]:
    """Count, median, 95th percentile and longest, in seconds; empty for no values."""
    if not seconds:
        return {}
    return {
        "n": len(seconds),
        "p50_seconds": percentile(seconds, 0.5),
        "p95_seconds": percentile(seconds, 0.95),
        "max_seconds": max(seconds),
    }
