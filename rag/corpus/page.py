"""A file, and the pages of text that it holds: the first two stages of reading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True)
class SourceFile:
    """One file of the corpus, found but not yet read."""

    path: Path
    """Where it is on this machine."""
    name: str
    """Its path relative to the corpus root it was given under, with ``/``: what citations name."""


class LandmarkKind(StrEnum):
    """What a reader of the document turns to."""

    PAGE = "page"
    """A page of a PDF."""
    PART = "part"
    """A document of the reading order of an EPUB. Not a chapter: the cover and the preface count as well."""


class Landmark(NamedTuple):
    """Where something begins that a person can turn to in the document itself."""

    start: int
    """Code point in the text of the page."""
    kind: LandmarkKind
    number: int
    """From 1, as a viewer counts them and not as the print numbers them."""


@dataclass(frozen=True)
class Page:
    """Decoded text in which offsets count: a whole file, a chapter, or one record of a table of articles."""

    file: str
    """``SourceFile.name``."""
    record: str | None
    """Which text of the file it is, where that holds several: the id of a record of a JSON Lines or CSV file, the
    number of the document that begins a chapter of an EPUB. ``None`` where the file is one text."""
    text: str
    """Of plain text: decoded, the byte-order mark removed, line ends untouched. Of other formats: as extracted."""
    title: str | None = None
    """Known from outside the text: then the page is one article, and this is its title."""
    author: str | None = None
    affiliation: str | None = None
    newspaper: str | None = None
    date: str | None = None
    edition: str | None = None
    column: str | None = None
    """Fields that stand beside the text; ``None`` where the text itself must tell."""
    landmarks: tuple[Landmark, ...] = ()
    """In order; empty where the file is its own text."""
