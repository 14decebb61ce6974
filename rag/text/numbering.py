"""Which number stands before a heading or an item of a list, and of what kind is it?

One table for headings and for enumerations inside a paragraph. Patterns are written in half width and
tried on text of folded width, so that ``（一）`` and ``(一)`` are one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rag.text.numerals import value_of
from rag.text.spans import Span

HAN_DIGITS = "一二三四五六七八九十"
_HAN = f"[{HAN_DIGITS}百]{{1,4}}"
_WIDTHS = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {"\u3000": " ", "\xa0": " ", "〔": "[", "〕": "]", "﹙": "(", "﹚": ")"}
)


def fold_width(text: str) -> str:
    """``text`` with full-width forms in half width, character for character.

    >>> fold_width("（一）安全，第一：２０２４")
    '(一)安全,第一:2024'
    """
    return _folded(text) if len(text) <= MAX_REMEMBERED else _fold(text)


MAX_REMEMBERED = 200
"""Characters of a line that is folded once and remembered: reading a page asks for it again and again."""


def _fold(text: str) -> str:
    return text.translate(_WIDTHS) if _WIDE.search(text) else text


_folded = lru_cache(maxsize=8192)(_fold)

_WIDE = re.compile("[" + re.escape("".join(map(chr, _WIDTHS))) + "]")


@dataclass(frozen=True)
class Family:
    """One way of numbering."""

    name: str
    pattern: str
    """Of the mark, in half width; group 1 is the number, and ``measure`` what only its like goes on with."""
    level: int | None
    """Usual depth of a heading with this mark, 1 for 一、; ``None`` for marks that head no section."""
    in_text: bool
    """Whether it also counts the items of a list inside a paragraph."""
    example: str


_MEASURE = "(?:道|步|种|类|个|点|关|层|招|件|方面|阶段|环节|年)"
"""Not 条, 款, 项, which count the articles of laws, nor 次, which counts events and wars."""

_OF_QUANTITY = "[倍万亿千百元吨米名%亩]"
"""What follows 1.5 where it counts something."""

FAMILIES: tuple[Family, ...] = (
    Family("part", rf"第({_HAN}|\d{{1,2}})(?:部分|[编篇章])[ :、]*", -1, False, "第一章 总则"),
    Family("division", rf"第({_HAN}|\d{{1,2}})节[ :、]*", 0, False, "第二节 监督"),
    Family("han", rf"({_HAN})(?:、|\.(?!\d)) *", 1, False, "一、强化思想引领"),
    Family("han-bracket", rf"\(({_HAN})\)[、.]? *", 2, True, "（一）完善机制"),
    Family("digit", r"(\d{1,2})(?:、|\.(?![\d]))[ 　]*", 3, True, "1.组织方面的优势"),
    Family("digit-space", r"(\d{1,2}) +(?=[\u4e00-\u9fff])", 3, False, "1 建章立制的意义"),
    Family(
        "decimal",
        rf"\d{{1,2}}\.(\d{{1,2}})(?: +|(?=[\u4e00-\u9fff]))(?!{_OF_QUANTITY})",
        4,
        False,
        "1.2 保障民主权利",
    ),
    Family("decimal-third", r"\d{1,2}\.\d{1,2}\.(\d{1,2})(?![\d.%])[ 、]*", 5, False, "1.2.3 提案办理"),
    Family("digit-bracket", r"\((\d{1,2})\)[、.]? *", 6, True, "（1）来信"),
    Family("digit-half", r"(?<!\()(\d{1,2})\) *", 7, True, "1）主体"),
    Family("circled", r"([①-⑳])[、.]? *", 8, True, "①解决共性问题"),
    Family("ordinal", rf"第({_HAN})[,、:] *", 9, True, "第一，健全制度"),
    Family(
        "measured",
        rf"第({_HAN})(?:(?P<measure>{_MEASURE})(?:[^\s,。;:、!?]{{0,4}}?(?:是|认为[,:]?|:)|[,、])? *|是)",
        None,
        True,
        "第一道是勘察关",
    ),
    Family("is", rf"({_HAN})是", None, True, "一是健全组织协同机制"),
    Family("must", rf"({_HAN})要", None, True, "一要抓学习"),
    Family("of-them", rf"其({_HAN})[,、:]? *", None, True, "其一，认识不足"),
    Family("first-then", r"(首先|其次|再次|再者|最后)[,、]? *", None, True, "首先，引导员工学习"),
    Family("one-side", r"(一方面|另一方面)[,、]? *", None, True, "一方面，要构建体系"),
)
_WORD_NUMBERS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "一方面": 1, "另一方面": 2}
LAST_ITEM = "最后"
"""Ends a list whatever its number."""


@dataclass(frozen=True)
class Marker:
    """A numbering mark found in a text."""

    family: str
    number: int
    level: int | None
    """Usual depth of a heading so marked; ``None`` for marks that head no section."""
    span: Span
    """The mark itself, with the spaces behind it."""


_HEADING_MARK = re.compile(
    "|".join(f"(?P<f{i}>{f.pattern})" for i, f in enumerate(FAMILIES) if f.level is not None)
)
_FIRST = frozenset(
    "第(（〔﹙百" + HAN_DIGITS + "0123456789０１２３４５６７８９" + "".join(map(chr, range(0x2460, 0x2474)))
)
"""First characters of all marks: most lines are told from headings by this alone."""

# An item of a list begins the text, a line or a clause.
_CLAUSE_START = r"(?:(?<=^)|(?<=[\n。；;:：,，!?！？、 (（“\"\u3000]))"
_TEXT_MARKS = tuple(
    (f, re.compile(_CLAUSE_START + f"(?P<mark>{f.pattern})", re.MULTILINE)) for f in FAMILIES if f.in_text
)


def heading_marker(line: str) -> Marker | None:
    """The numbering mark at the beginning of a line, or ``None``.

    >>> heading_marker("（二）问题导向").number, heading_marker("98.6%的设备"), heading_marker("一线管理")
    (2, None, None)
    """
    return _marker(line[:LONGEST_MARK]) if line[:1] in _FIRST else None


LONGEST_MARK = 24
"""Characters of a mark with the spaces behind it, and what tells it from a quantity."""


@lru_cache(maxsize=8192)
def _marker(beginning: str) -> Marker | None:
    """The same for the beginning of a line, which is asked for again at every step of reading a page."""
    match = _HEADING_MARK.match(fold_width(beginning))
    if match is None:
        return None
    family = FAMILIES[int(str(match.lastgroup)[1:])]
    outer = _HEADING_MARK.groupindex[str(match.lastgroup)]
    written = match.group(outer + 1)
    return Marker(family.name, number_of(written), family.level, Span(0, match.end()))


def enumerations(text: str) -> tuple[tuple[Marker, ...], ...]:
    """The lists counted out inside ``text``: each at least two marks of one family, numbered 1, 2, 3 ….

    >>> [[m.number for m in run] for run in enumerations("一是学习；二是培训。其次,检查")]
    [[1, 2]]
    """
    folded = fold_width(text)
    runs = [tuple(run) for family, pattern in _TEXT_MARKS for run in _runs(folded, family, pattern)]
    return tuple(sorted(runs, key=lambda run: run[0].span.start))


def enumeration_markers(text: str) -> tuple[Marker, ...]:
    """All marks of all ``enumerations``, in the order of the text."""
    return tuple(sorted((m for run in enumerations(text) for m in run), key=lambda marker: marker.span))


def number_of(written: str) -> int:
    """The number that a mark writes, from 1; 0 when it writes none.

    >>> [number_of(w) for w in ("三", "十二", "二十", "①", "7", "另一方面")]
    [3, 12, 20, 1, 7, 2]
    """
    if written in _WORD_NUMBERS:
        return _WORD_NUMBERS[written]
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    return value_of(written) or 0


def _runs(folded: str, family: Family, pattern: re.Pattern[str]) -> Iterator[list[Marker]]:
    # 第一道 goes on with 第二道, and not with 第二步.
    alike: dict[str | None, list[re.Match[str]]] = {}
    for match in pattern.finditer(folded):
        alike.setdefault(match.groupdict().get("measure"), []).append(match)
    for matches in alike.values():
        yield from _counted(matches, family)


def _counted(matches: list[re.Match[str]], family: Family) -> Iterator[list[Marker]]:
    run: list[Marker] = []
    for match in matches:
        written = match.group(2)
        expected = len(run) + 1
        number = expected if written == LAST_ITEM and run else number_of(written)
        marker = Marker(family.name, number, family.level, Span(*match.span("mark")))
        if number == expected:
            run.append(marker)
        elif number == 1:
            if len(run) > 1:
                yield run
            run = [marker]
    if len(run) > 1:
        yield run
