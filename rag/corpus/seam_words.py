"""Do the words and brackets at an end go on in a beginning?"""

from __future__ import annotations

from rag.corpus.seam_settings import SeamSettings
from rag.text.segmenter import frequency

PAIRS = {"(": ")", "（": "）", "“": "”", "《": "》", "「": "」", "【": "】", "‘": "’"}
CONTINUING = "，,、。；;）)”’》」】：:！？%"
"""Marks that can begin no sentence."""

NEAR = 60
"""Characters that a bracket or quotation usually holds; a longer one may have lost its other half."""


class WordEvidence:
    """What the words on both sides say, judged by the page they stand on."""

    def __init__(self, page: str, settings: SeamSettings) -> None:
        self.page = page
        self.settings = settings
        self.counted: dict[str, int] = {}

    def score(self, ending: str, beginning: str) -> float:
        """Points for the two as one sentence; ``beginning`` is not empty."""
        return self._marks(ending, beginning) + self._words(ending, beginning)

    def _marks(self, ending: str, beginning: str) -> float:
        points = self.settings.continuing_mark if beginning[0] in CONTINUING else 0.0
        for opening, closing in PAIRS.items():
            opened = ending.rfind(opening) if ending.rfind(opening) > ending.rfind(closing) else -1
            close = beginning.find(closing)
            if opening in beginning[: max(close, 0)]:
                close = -1
            if opened >= 0 and close >= 0:
                inside = len(ending) - opened + close
                points += self.settings.bracket_closed / (1 if inside <= NEAR else 3)
            elif opened >= 0 or close >= 0:
                # The nearer the lonely half, the less likely that its other half was lost elsewhere.
                away = len(ending) - opened if opened >= 0 else close
                points += self.settings.bracket_missing * max(0.0, 1 - away / NEAR)
        return points

    def _words(self, ending: str, beginning: str) -> float:
        left, right = ending[-2:], beginning[:2]
        pair = left[-1:] + right[:1]
        together = self._count(pair)
        if not together:
            return self.settings.dictionary if _in_dictionary(left, right) else 0.0
        share = together / min(self._count(left[-1:]), self._count(right[:1]))
        points = self.settings.word * (0.5 + share)
        if self._count(left + right[:1]) or self._count(left[-1:] + right):
            points += self.settings.phrase
            if self._count(left + right):
                points += self.settings.phrase
        return points

    def _count(self, characters: str) -> int:
        """How often Chinese characters stand together on the page."""
        if not _is_han(characters):
            return 0
        if characters not in self.counted:
            self.counted[characters] = self.page.count(characters)
        return self.counted[characters]


def _in_dictionary(left: str, right: str) -> bool:
    """Whether the two characters before and the two behind make a word across the seam."""
    words = {left[at:] + right[:end] for at in (0, 1) for end in (1, 2)}
    return any(len(word) > 1 and _is_han(word) and frequency(word) > 0 for word in words)


def _is_han(characters: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" for c in characters)
