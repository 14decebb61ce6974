"""What was left out of the corpus, and why?"""

from __future__ import annotations

from dataclasses import dataclass

from rag.errors import Words


@dataclass(frozen=True)
class Skipped:
    """A file, or a line of one, that was left out."""

    file: str
    reason: Words
