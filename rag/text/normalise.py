"""How is text made equal where only its writing differs, and where did each character stand before?

For matching only: what is shown is always the untouched text. Query and corpus go through the same folding.
In this order:

1. every character by itself: NFKC and case folding (full width, Kangxi radicals, ligatures), quotes and
   dashes unified, radicals that NFKC forgets, zero-width and control characters dropped;
2. white space dropped unless it parts two characters that are both not Chinese; then it is one space;
3. traditional to simplified (OpenCC ``t2s``: https://github.com/BYVoid/OpenCC), which keeps the length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rag.text.spans import Span

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""Chinese characters as the inside of a regular expression's ``[…]``: 々, 〇 and the ideograph blocks."""

UNIFIED = {
    '"': "“”„‟«»「」『』〝〞〟",  # “会” = 「会」
    "'": "‘’‚‛`´′",  # ‘会’ = '会'
    "-": "‐‑‒–—―−─━﹘",  # 党建—工会 = 党建-工会; ZYWL–6000 = ZYWL-6000
    "~": "〜∼",  # 3〜5 = 3~5
    "·": "•‧∙⋅・",  # 习仲勋•传 = 习仲勋·传
}
"""Marks written alike though coded apart: the mark kept, and the ones it stands for."""

RADICALS = dict(
    zip(
        "⺁⺄⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "厂乙母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals that NFKC leaves alone; text taken from PDF pages has them in place of characters: ⺠ for 民."""

DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})
"""Control characters, zero-width marks, lone surrogates: never seen, so never meant."""

VARIATION_SELECTORS = range(0xFE00, 0xFE10)


@dataclass(frozen=True)
class Normalised:
    """Folded text with the way back."""

    text: str
    places: tuple[int, ...]
    """For each character of ``text`` the offset it came from; never falling."""

    def span(self, start: int, end: int) -> Span:
        """Where the non-empty stretch ``[start, end)`` of ``text`` stands in the text as it was.

        >>> normalise("李 林（１９８５）").span(0, 2)
        Span(start=0, end=3)
        """
        return Span(self.places[start], self.places[end - 1] + 1)


def fold(text: str) -> str:
    """``text`` as it is matched.

    >>> fold("ＺＹＷＬ—6000Y 型、「黨  建」，李 林")
    'zywl-6000y型、"党建",李林'
    >>> fold("Adobe  PDF/A 格式")
    'adobe pdf/a格式'
    """
    return _simplified(_without_loose_space(text.translate(_FOLDED)))


def normalise(text: str) -> Normalised:
    """``fold(text)`` with the offset in ``text`` of each of its characters.

    >>> normalise("１ ﬁ党 建")
    Normalised(text='1 fi党建', places=(0, 1, 2, 2, 3, 5))
    """
    folded = [_FOLDED[ord(character)] for character in text]
    places = [place for place, part in enumerate(folded) for _ in part]
    spread = "".join(folded)
    kept: list[str] = []
    kept_places: list[int] = []
    end = 0
    for space in _SPACE.finditer(spread):
        kept.append(spread[end : space.start()])
        kept_places += places[end : space.start()]
        if _parts_words(spread, space):
            kept.append(" ")
            kept_places.append(places[space.start()])
        end = space.end()
    kept.append(spread[end:])
    kept_places += places[end:]
    return Normalised(_simplified("".join(kept)), tuple(kept_places))


class _Folding(dict[int, str]):
    """Code point → what it is matched as; filled as characters are met, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    """One character folded until nothing changes, so that folding twice is folding once."""
    before, folded = "", character
    while folded != before:
        before = folded
        compatible = unicodedata.normalize("NFKC", folded).casefold()
        folded = "".join(_MARKS.get(c, c) for c in compatible if not _is_dropped(c))
    return folded


def _is_dropped(character: str) -> bool:
    if character.isspace():
        return False
    return unicodedata.category(character) in DROPPED_CATEGORIES or ord(character) in VARIATION_SELECTORS


_MARKS = {variant: mark for mark, variants in UNIFIED.items() for variant in variants} | RADICALS
_FOLDED = _Folding()
_SPACE = re.compile(r"\s+")
_HAN = re.compile(f"[{HAN}]")


def _without_loose_space(text: str) -> str:
    return _SPACE.sub(lambda space: " " if _parts_words(text, space) else "", text)


def _parts_words(text: str, space: re.Match[str]) -> bool:
    """Whether the space stands between two characters of which neither is Chinese."""
    before, after = text[max(0, space.start() - 1) : space.start()], text[space.end() : space.end() + 1]
    return bool(before and after) and not (_HAN.match(before) or _HAN.match(after))


def _simplified(text: str) -> str:
    """``text`` in simplified characters, of the same length.

    Repeated until nothing changes (at most thrice: words can form anew), so that folding is idempotent.
    """
    if not _HAN.search(text):
        return text
    for _ in range(3):
        simplified = _keeping_length(text)
        if simplified == text:
            break
        text = simplified
    return text


def _keeping_length(text: str) -> str:
    convert = _converter()
    simplified = convert(text)
    if len(simplified) == len(text):
        return simplified
    singly = ((character, convert(character)) for character in text)
    return "".join(one if len(one) == 1 else character for character, one in singly)


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC("t2s").convert
    return convert
