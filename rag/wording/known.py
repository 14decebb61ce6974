"""What the wording of a question may ask of a library: which words stand in it, and who wrote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Library(Protocol):
    """One generation of an index, or anything like it."""

    def knows(self, term: str) -> bool:
        """Whether a folded word stands in the articles, or in a byline."""

    def occurrences(self, word: str) -> int:
        """In how many passages it stands as a word of its own; 0 where the segmenter never cut it so."""

    def authors(self) -> Sequence[str]:
        """The names of the authors, folded, each once."""

    def passages_with(self, characters: str, most: int) -> Sequence[str]:
        """The folded texts of at most ``most`` passages that hold every one of the characters."""
