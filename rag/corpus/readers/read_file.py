"""What goes into every reader, and what comes out?"""

from __future__ import annotations

from dataclasses import dataclass, field

from rag.corpus.page import Page
from rag.corpus.readers.settings import ReadingSettings
from rag.corpus.skipped import Skipped


@dataclass(frozen=True)
class RawFile:
    """One file's bytes, not yet understood."""

    name: str
    """``SourceFile.name``."""
    data: bytes
    settings: ReadingSettings = field(default_factory=ReadingSettings)


@dataclass(frozen=True)
class ReadFile:
    """The pages of one file, and the parts of it that could not be read."""

    pages: tuple[Page, ...]
    skipped: tuple[Skipped, ...] = ()
