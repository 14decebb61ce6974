"""What comes out of every reader."""

from __future__ import annotations

from dataclasses import dataclass

from rag.corpus.page import Page
from rag.corpus.skipped import Skipped


@dataclass(frozen=True)
class ReadFile:
    """The pages of one file, and the parts of it that could not be read."""

    pages: tuple[Page, ...]
    skipped: tuple[Skipped, ...] = ()
