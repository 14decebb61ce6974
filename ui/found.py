"""How is it said, on the page and in a terminal alike, what brought a passage?"""

from __future__ import annotations

import math
from typing import NamedTuple

from rag.errors import Language, Words
from rag.retrieval.explained import Explained, FoundWords

WHY_FOUND = Words("为什么找到它", "Why this was found")
WHY_THESE = Words("为什么找到这些段落", "Why these passages were found")
PARTS = {
    "passage": Words("段落里的词", "Words of the passage"),
    "article": Words("全文里的词", "Words of its article"),
    "coverage": Words("覆盖程度", "Coverage of the question"),
    "meaning": Words("意思", "Meaning"),
    "focus": Words("正在谈的文章", "Article talked about"),
}
SCORE = Words("共 {score:.1f} 分", "{score:.1f} points")
SCATTERED = Words("零散的字", "scattered characters")

_TIMES = Words("{count} 次", "{count}×")
_RARE = Words("约 {share} 的段落有", "in about {share} of passages")
_AS = Words("“{text}”作“{meant}”", "“{text}” as “{meant}”")
_EARLIER = Words("（承上）", " (asked before)")


class Part(NamedTuple):
    """One part of a score, ready to be shown."""

    name: str
    points: float
    bar: float
    """How long its bar is, in [0, 1] of the longest; 0 for what took points away."""


def parts_said(one: Explained, language: Language) -> list[Part]:
    """The parts of a score that are not nothing, in the order in which they are added."""
    parts = {name: points for name, points in one.parts._asdict().items() if points}
    longest = max([*parts.values(), 0.0]) or 1.0
    return [
        Part(PARTS[name].say(language), points, max(points, 0.0) / longest) for name, points in parts.items()
    ]


def word_said(word: FoundWords, language: Language) -> str:
    """A stretch of the question, and what the passage has in its place."""
    said = f"“{word.text}”"
    if word.meant:
        said = _AS.say(language).format(text=word.text, meant=word.meant)
    return said + (_EARLIER.say(language) if word.earlier else "")


def times_said(word: FoundWords, language: Language) -> str:
    """How often it stands in the passage."""
    return _TIMES.say(language).format(count=word.occurrences)


def rarity_said(word: FoundWords, language: Language) -> str:
    """What share of all passages has it: ``约 0.4% 的段落有``."""
    return _RARE.say(language).format(share=f"{min(1.0, math.exp(-word.rarity)):.1%}")
