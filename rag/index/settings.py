"""Which choices of the index can a person change, and why are they what they are?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class IndexSettings:
    """How generations are kept, locked and checked."""

    generations_kept: int = 3
    """The published one and two to go back to: yesterday's and the one before a mistake was noticed."""
    lock_timeout_s: float = 0.0
    """A second refresh fails at once and says who is at work: a scheduled one simply comes round again."""
    full_check_mib: int = 64
    """Opening reads every byte of an index up to this size (about 1 ms a MiB); above it, sizes only."""
