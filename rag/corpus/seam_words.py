"""Do the words and brackets at an end go on in a beginning?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rag.corpus.seam_settings import Reason, SeamSettings
from rag.text.characters.model import PageModel, background

PAIRS = {"(": ")", "（": "）", "“": "”", "《": "》", "「": "」", "【": "】", "‘": "’"}
CONTINUING = "，,、。；;）)”’》」】：:！？%"
"""Marks that can begin no sentence."""

NEAR = 60
"""Characters that a bracket or quotation usually holds; a longer one may have lost its other half."""


class WordEvidence:
    """What the words on both sides say, judged by general Chinese and by the page they stand on."""

    def __init__(self, page: str, settings: SeamSettings) -> None:
        self.page = page
        self.settings = settings
        self.counted: dict[str, int] = {}
        self.model = PageModel(page, background())
        self._followed: dict[str, set[str]] = {}

    def reasons(self, ending: str, beginning: str) -> Iterator[Reason]:
        """What speaks for and against the two as one sentence; neither is empty."""
        if beginning[0] in CONTINUING:
            yield Reason("continuing_mark", self.settings.continuing_mark)
        for opening, closing in PAIRS.items():
            yield from self._bracket(ending, beginning, opening, closing)
        if _is_han(ending[-1] + beginning[0]):
            yield Reason("characters", self._characters(ending[-2:], beginning[:2]))
            yield from self._words(ending[-2:], beginning[:2])

    def ratio(self, left: str, right: str) -> float:
        """``PageModel.continuation`` of the two, on this page."""
        return self.model.continuation(left[-2:], right[:2])

    def before(self, character: str) -> frozenset[str]:
        """The characters that stand before a Chinese character on the page."""
        if not self._followed:
            for first, second in pairwise(self.page):
                self._followed.setdefault(second, set()).add(first)
        return frozenset(self._followed.get(character, ())) if _is_han(character) else frozenset()

    def _bracket(self, ending: str, beginning: str, opening: str, closing: str) -> Iterator[Reason]:
        opened = ending.rfind(opening) if ending.rfind(opening) > ending.rfind(closing) else -1
        close = beginning.find(closing)
        if opening in beginning[: max(close, 0)]:
            close = -1
        if opened >= 0 and close >= 0:
            inside = len(ending) - opened + close
            yield Reason("bracket_closed", self.settings.bracket_closed / (1 if inside <= NEAR else 3))
        elif opened >= 0 or close >= 0:
            # The nearer the lonely half, the less likely that its other half was lost elsewhere.
            away = len(ending) - opened if opened >= 0 else close
            yield Reason("bracket_missing", self.settings.bracket_missing * max(0.0, 1 - away / NEAR))

    def _characters(self, left: str, right: str) -> float:
        settings = self.settings
        ratio = self.model.continuation(left, right)
        even = settings.even_ratio
        return settings.ratio * (min(max(ratio, settings.least_ratio), settings.most_ratio) - even)

    def _words(self, left: str, right: str) -> Iterator[Reason]:
        pair = left[-1:] + right[:1]
        together = self._count(pair)
        if not together:
            return
        share = together / min(self._count(left[-1:]), self._count(right[:1]))
        yield Reason("word", self.settings.word * (0.5 + share))
        if self._count(left + right[:1]) or self._count(left[-1:] + right):
            yield Reason("phrase", self.settings.phrase * (2 if self._count(left + right) else 1))

    def _count(self, characters: str) -> int:
        """How often Chinese characters stand together on the page."""
        if not _is_han(characters):
            return 0
        if characters not in self.counted:
            self.counted[characters] = self.page.count(characters)
        return self.counted[characters]


def _is_han(characters: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" for c in characters)
