"""How sure is an answer, in plain words and in percent?"""

from __future__ import annotations

from typing import NamedTuple

from rag.errors import Language, Words


class Band(NamedTuple):
    """The words for all probabilities from one on."""

    at_least: float
    words: Words


BANDS = (
    Band(0.8, Words("很可能答对", "very likely right")),
    Band(0.5, Words("可能答对", "probably right")),
    Band(0.0, Words("不太确定", "not sure")),
)
"""From the surest on; of ten answers called very likely, at least eight should be right."""

PERCENT = Words("{words}（约 {percent}%）", "{words} (about {percent}%)")


def confidence_said(probability: float, language: Language) -> str:
    """The words and the number for a probability from 0 to 1; nothing is called certain or impossible.

    >>> confidence_said(0.87, "zh"), confidence_said(1.0, "zh"), confidence_said(0.31, "en")
    ('很可能答对（约 87%）', '很可能答对（约 99%）', 'not sure (about 31%)')
    """
    words = next(band.words for band in BANDS if probability >= band.at_least)
    percent = min(99, max(1, round(100 * probability)))
    return PERCENT.say(language).format(words=words.say(language), percent=percent)


def is_unsure(probability: float) -> bool:
    """Whether the words call for a second look."""
    return probability < BANDS[-2].at_least
