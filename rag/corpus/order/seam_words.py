"""Do the words and brackets at an end go on in a beginning?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rag.corpus.order.seam_settings import Reason, SeamSettings
from rag.text.characters.model import PageModel, background, general

PAIRS = {"(": ")", "（": "）", "“": "”", "《": "》", "「": "」", "【": "】", "‘": "’"}
_MARKS = frozenset(PAIRS) | frozenset(PAIRS.values())
CONTINUING = "，,、。；;）)”’》」】：:！？%"
"""Marks that can begin no sentence."""

NEAR = 60
"""Characters that a bracket or quotation usually holds; a longer one may have lost its other half."""


@lru_cache(maxsize=4096)
def _opened(ending: str) -> dict[str, int]:
    """Closing marks that an end waits for, and how many characters ago their other halves stand."""
    last = {mark: at for at, mark in enumerate(ending) if mark in _MARKS}
    return {
        closing: len(ending) - last[opening]
        for opening, closing in PAIRS.items()
        if opening in last and last[opening] > last.get(closing, -1)
    }


@lru_cache(maxsize=4096)
def _closed(beginning: str) -> dict[str, int]:
    """Closing marks of a beginning whose other halves it does not have, and where they stand in it."""
    first: dict[str, int] = {}
    for at, mark in enumerate(beginning):
        if mark in _MARKS:
            first.setdefault(mark, at)
    return {
        closing: first[closing]
        for opening, closing in PAIRS.items()
        if closing in first and first.get(opening, len(beginning)) > first[closing]
    }


class WordEvidence:
    """What the words on both sides say, judged by general Chinese and by the page they stand on."""

    def __init__(self, page: str, settings: SeamSettings) -> None:
        self.page = page
        self.settings = settings
        self.counted: dict[str, int] = {}
        self.model = PageModel(page, background())

    def reasons(self, ending: str, beginning: str) -> Iterator[Reason]:
        """What speaks for and against the two as one sentence; neither is empty."""
        if beginning[0] in CONTINUING:
            yield Reason("continuing_mark", self.settings.continuing_mark)
        opened, closed = _opened(ending), _closed(beginning)
        if opened or closed:
            yield from self._brackets(opened, closed)
        if _is_han(ending[-1] + beginning[0]):
            yield Reason("characters", self._characters(ending[-2:], beginning[:2]))
            yield from self._words(ending[-2:], beginning[:2])

    def ratio(self, left: str, right: str) -> float:
        """``PageModel.continuation`` of the two, on this page."""
        return self.model.continuation(left[-2:], right[:2])

    def may_part(self, left: str, right: str, limit: float) -> bool:
        """Whether their ratio lies under a limit, in general Chinese and on this page."""
        return general().continuation(left[-2:], right[:2]) < limit and self.ratio(left, right) < limit

    def stand_together(self, first: str, second: str) -> bool:
        """Whether two Chinese characters stand one behind the other on the page."""
        return first + second in self.model.pairs

    def _brackets(self, opened: dict[str, int], closed: dict[str, int]) -> Iterator[Reason]:
        for closing in opened.keys() | closed.keys():
            before, behind = opened.get(closing), closed.get(closing)
            if before is not None and behind is not None:
                near = before + behind <= NEAR
                yield Reason("bracket_closed", self.settings.bracket_closed / (1 if near else 3))
                continue
            # The nearer the lonely half, the less likely that its other half was lost elsewhere.
            away = before if before is not None else behind or 0
            if away < NEAR:
                yield Reason("bracket_missing", self.settings.bracket_missing * (1 - away / NEAR))

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
            self.counted[characters] = self.model.on_page(characters)
        return self.counted[characters]


def _is_han(characters: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" for c in characters)
