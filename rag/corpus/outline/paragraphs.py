"""What is a paragraph of an article's text, and a heading found in it?"""

from __future__ import annotations

from dataclasses import dataclass

from rag.text.numbering import Marker
from rag.text.spans import Span


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of an article's text."""

    span: Span
    depth: int
    """Number of ``#`` before it."""
    bold: tuple[Span, ...]
    """What is printed bold, in the article's text."""

    @property
    def is_bold(self) -> bool:
        """All of it is bold."""
        return self.bold == (self.span,)


@dataclass(frozen=True)
class FoundHeading:
    """A heading before its level is known."""

    span: Span
    after: int
    """Where the text under it begins: behind the full stop, colon or space of a run-in heading."""
    marker: Marker | None
    depth: int
    run_in: bool
