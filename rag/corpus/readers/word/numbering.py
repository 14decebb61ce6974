"""Which number does Word print before a paragraph that it numbers by itself?

The file says only that a paragraph belongs to a list; 一、 and （二） are counted when the page is shown. They are
counted here as Word does: a level counts on until a higher one does, which sets it back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

LEVELS = 9
NO_SPACE_BEHIND = "、）)．。："
"""Marks behind which the words follow at once."""


def attribute(element: Any, name: str) -> str | None:  # noqa: ANN401 - an lxml element
    """An attribute of an element that may not be there."""
    if element is None:
        return None
    value: str | None = element.get(W + name)
    return value


class NumberedAs(NamedTuple):
    """To which list a paragraph belongs, and how deep."""

    list_id: str
    """``0`` takes a paragraph out of the list of its style; empty where only the level is said."""
    level: int


def numbered_as(look: Any) -> NumberedAs | None:  # noqa: ANN401 - an lxml element
    """What the properties of a paragraph or style say; ``None`` where they say nothing of lists."""
    given = look.find(W + "numPr") if look is not None else None
    if given is None:
        return None
    level = attribute(given.find(W + "ilvl"), "val") or "0"
    list_id = attribute(given.find(W + "numId"), "val") or ""
    return NumberedAs(list_id, min(int(level), LEVELS - 1) if level.isdecimal() else 0)


def either(own: NumberedAs | None, styled: NumberedAs | None) -> NumberedAs | None:
    """What a paragraph says for itself, over what its style says; its level alone keeps the style's list."""
    if own and styled and not own.list_id:
        return NumberedAs(styled.list_id, own.level)
    return own or styled


@dataclass(frozen=True)
class Level:
    """How one level of a list is printed."""

    kind: str = "bullet"
    """As the format names it: ``decimal``, ``chineseCounting`` …"""
    pattern: str = ""
    """``第%1章``: the number of level 1 in place of ``%1``."""
    start: int = 1
    legal: bool = False
    """All numbers of the pattern are written in figures."""


@dataclass
class Numbering:
    """The lists of a document, and how far each has been counted."""

    levels: dict[str, tuple[Level, ...]]
    """By the list's id."""
    shared: dict[str, str]
    """Lists that are counted together have one name here."""
    counted: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Numbering:
        """The lists that the document defines."""
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return cls({}, {})
        abstract = {
            attribute(one, "abstractNumId"): tuple(_level(level) for level in one.iter(W + "lvl"))
            for one in root.iter(W + "abstractNum")
        }
        shared: dict[str, str] = {}
        for one in root.iter(W + "num"):
            overridden = next(one.iter(W + "startOverride"), None) is not None
            name, base = attribute(one, "numId"), attribute(one.find(W + "abstractNumId"), "val")
            if name and base in abstract:
                shared[name] = f"{base}/{name}" if overridden else f"{base}"
        return cls({name: abstract[base.split("/")[0]] for name, base in shared.items()}, shared)

    def next(self, numbered: NumberedAs | None) -> str:
        """What is printed before the next paragraph of a list; empty for bullets and outside lists."""
        levels = self.levels.get(numbered.list_id, ()) if numbered else ()
        if numbered is None or numbered.level >= len(levels):
            return ""
        counts = self.counted.setdefault(self.shared[numbered.list_id], [level.start - 1 for level in levels])
        counts[numbered.level] += 1
        for deeper in range(numbered.level + 1, len(levels)):
            counts[deeper] = levels[deeper].start - 1
        return _printed(levels, counts, numbered.level)


def _level(element: Any) -> Level:  # noqa: ANN401 - an lxml element
    kind = attribute(element.find(W + "numFmt"), "val") or "decimal"
    pattern = attribute(element.find(W + "lvlText"), "val") or ""
    start = attribute(element.find(W + "start"), "val") or "1"
    first = int(start) if start.isdecimal() and len(start) < 5 else 1
    return Level(kind, pattern, first, element.find(W + "isLgl") is not None)


def _printed(levels: tuple[Level, ...], counts: list[int], at: int) -> str:
    if levels[at].kind in ("bullet", "none"):
        return ""
    label = levels[at].pattern
    for index, (level, count) in enumerate(zip(levels, counts, strict=True), start=1):
        if f"%{index}" in label:
            kind = "decimal" if levels[at].legal else level.kind
            label = label.replace(f"%{index}", numeral(max(count, level.start), kind))
    if not label.strip():
        return ""
    return label if label[-1] in NO_SPACE_BEHIND else f"{label} "


DIGITS = "零一二三四五六七八九"
CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand")
)
ROWS = {
    # Kinds that name each number, from 1.
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
}
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def numeral(number: int, kind: str) -> str:
    """A number as a kind of list prints it; as figures where the kind is unknown or names no such number.

    >>> [numeral(12, kind) for kind in ("chineseCounting", "decimal", "upperRoman", "decimalEnclosedCircle")]
    ['十二', '12', 'XII', '⑫']
    """
    if kind in CHINESE and 0 < number < 100:
        return _chinese(number)
    if kind in ROWS and 0 < number <= len(ROWS[kind]):
        return ROWS[kind][number - 1]
    if kind in ("upperRoman", "lowerRoman") and 0 < number < 40:
        roman = _roman(number)
        return roman.upper() if kind == "upperRoman" else roman
    return str(number)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    before = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return before + (DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    written = ""
    for value, letters in ROMAN:
        written += letters * (number // value)
        number %= value
    return written
