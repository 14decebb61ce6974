"""A file, and the pages of text that it holds: the first two stages of reading."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SourceFile:
    """One file of the corpus, found but not yet read."""

    path: Path
    """Where it is on this machine."""
    name: str
    """Its path relative to the corpus root it was given under, with ``/``: what citations name."""


@dataclass(frozen=True)
class Page:
    """Decoded text in which offsets count: a whole file, or one record of a JSON Lines file."""

    file: str
    """``SourceFile.name``."""
    record: str | None
    """The id of a JSON Lines record, else ``None``."""
    text: str
    """Decoded, the byte-order mark removed, line ends untouched."""
    title: str | None = None
    author: str | None = None
    affiliation: str | None = None
    newspaper: str | None = None
    date: str | None = None
    edition: str | None = None
    column: str | None = None
    """Fields that stand beside the text (records only); ``None`` where the text itself must tell."""
