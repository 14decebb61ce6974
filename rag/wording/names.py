"""Which author was meant where a name is typed by its sound, in Chinese (阎锐峰) or in Latin letters (Yan Ruifeng)?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from rag.text.normalise import HAN
from rag.text.segmenter import frequency
from rag.wording.alternative import Correction
from rag.wording.known import Library
from rag.wording.sounds import spellings

SHORTEST = 3
"""Characters of a name that is known by its sound in Chinese: two have too many neighbours."""


class NamesBySound:
    """The authors of one library by how their names sound."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def _authors(self) -> frozenset[str]:
        return frozenset(self._library.authors())

    @cached_property
    def _blurred(self) -> dict[str, str]:
        return {sound: name for name in self._authors for sound in spellings(name, alike=True)}

    @cached_property
    def _latin(self) -> dict[str, str]:
        """Pinyin in one word, the surname first or last."""
        first = {sound: name for name in self._authors for sound in spellings(name)}
        last = {sound: name for name in self._authors for sound in spellings(name[1:] + name[0])}
        return last | first

    def in_chinese(self, folded: str) -> Iterator[Correction]:
        """The stretches of folded text that sound like an author and are no words of the library."""
        for stretch in _stretches(folded):
            if stretch in self._authors:
                continue
            meant = next(
                (self._blurred[s] for s in spellings(stretch, alike=True) if s in self._blurred), None
            )
            if meant and not frequency(stretch) and not self._library.knows(stretch):
                yield Correction(stretch, meant, "name")

    def in_latin(self, words: Sequence[str]) -> str | None:
        """The author whose name words in Latin letters spell: 沈渡 for shen du.; ``None`` for no one's."""
        return self._latin.get("".join(words).replace("'", "").replace("ü", "v"))


def _stretches(folded: str) -> Iterable[str]:
    for run in re.findall(f"[{HAN}]+", folded):
        for start in range(len(run) - SHORTEST + 1):
            yield from (run[start : start + size] for size in (4, SHORTEST) if start + size <= len(run))
