"""A library that is a handful of sentences, asked as an index is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from rag.text.tokens import tokenise


class Sentences:
    """The least that answers what ``Library`` asks; every sentence is a passage."""

    def __init__(self, sentences: Sequence[str], authors: Sequence[str]) -> None:
        self._sentences = sentences
        self._authors = authors

    def knows(self, term: str) -> bool:
        return any(term in one for one in (*self._sentences, *self._authors))

    def occurrences(self, word: str) -> int:
        return sum(word in tokenise(one).words for one in self._sentences)

    def authors(self) -> Sequence[str]:
        return self._authors

    def passages_with(self, characters: str, most: int) -> Sequence[str]:
        return [one for one in self._sentences if set(characters) <= set(one)][:most]


MakeLibrary = Callable[..., Sentences]


@pytest.fixture(scope="session")
def make_library() -> MakeLibrary:
    """Makes a library of sentences."""

    def make(*sentences: str, authors: Sequence[str] = ()) -> Sentences:
        return Sentences(sentences, authors)

    return make
