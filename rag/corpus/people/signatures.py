"""What stands in brackets at the end of an article: its unit, its author, or both?

(作者单位:贵州路桥集团有限公司)            on its own line, or glued to the last sentence
（作者：付余 单位：广东省佛山市纪委监委）
（范晓东 作者单位：湖北省纪委监委）
（作者系某矿党委书记）  （作者董同会，系某室一级巡视员）
【作者单位】某某集团
（刘飞 杨凯）  （某网站 曹静静）          names alone: only at the very end of an article
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from rag.corpus.article import SourceText
from rag.corpus.people.bylines import Byline, author_label
from rag.corpus.people.editors import names_editor
from rag.corpus.people.names import UNIT_ENDS, is_name, is_unit, names_in
from rag.corpus.strand import Strand
from rag.text.numbering import fold_width
from rag.text.spans import Span

MAX_SIGNATURE = 120
"""A longer bracket is an aside: three authors with their units take a hundred characters."""

_UNIT_WORD = r"(?:(?:第一)?(?:作者|通讯作者)?(?:所在)?(?:工作)?单位)"
_AUTHOR = r"(?:本文)?作者\s*:?\s*(?P<who>[^:,。]{0,16}?)[\s,]*"


class Form(NamedTuple):
    """One way to state author and unit in brackets."""

    pattern: re.Pattern[str]
    """Of all that stands in the brackets, in half width."""
    example: str


FORMS = (
    Form(
        re.compile(rf"{_UNIT_WORD}\s*:\s*(?P<unit>[^。]+?)[\s,;]*作者\s*:\s*(?P<who>[^。]+)"),
        "单位：青峰矿机电科 作者：江平",
    ),
    Form(
        re.compile(rf"(?:作者\s*:\s*)?(?P<who>[^:。]{{0,24}}?)[\s,;]*{_UNIT_WORD}\s*:\s*(?P<unit>[^。]+)"),
        "江平 作者单位：青峰矿机电科",
    ),
    # Before 为, which many names hold.
    Form(re.compile(rf"{_AUTHOR}(?:均?系|单位系|现任)\s*(?P<unit>[^。]+)"), "作者江有为，系青峰矿机电科科长"),
    Form(re.compile(rf"{_AUTHOR}均?为\s*(?P<unit>[^。]+)"), "作者为青峰矿机电科科长"),
    Form(re.compile(r"作者\s*:?\s*(?P<who>[^:。]{2,30})(?P<unit>)"), "作者：江平"),
)
"""The first that fits decides."""

_UNIT_LABEL = re.compile(
    rf"[\[【]\s*{_UNIT_WORD}\s*[\]】]\s*:?\s*(?P<unit>\S.*)|(?:第一)?作者(?:工作)?单位\s*:\s*(?P<bare>\S[^。]*)"
)
_OPENING = re.compile(rf"[(\[【]\s*(?:本文)?(?:作者|{_UNIT_WORD})|(?:本文)?作者(?:均?[系为]|单位|:)")
_BARE = re.compile(r"(?:本文)?作者(?:均?[系为]|:)[^。]{4,60}")
"""作者系某矿党委书记, without brackets."""

_BRACKETS = {")": "(", "]": "[", "】": "【"}


@dataclass(frozen=True)
class Signature:
    """A bracket that closes an article."""

    start: int
    """Where it begins in the text of its block: what stands before it is body."""
    byline: Byline
    certain: bool
    """It names author or unit in so many words; otherwise it counts only at the very end."""


def starts_signature(text: str) -> bool:
    """Whether a line begins with a bracket or label that closes an article."""
    folded = fold_width(text[:24])
    if names_editor(text):
        return True
    return bool(_OPENING.match(folded) or _UNIT_LABEL.match(folded))


_UNIT_BRACKET = re.compile(
    rf"[(\[【]\s*(?:{_UNIT_WORD}\s*:\s*)?(?P<unit>[^()\[\]。,;\s]{{4,40}})[^()。]{{0,24}}[)\]】]"
)


def unit_in_bracket(strand: Strand, source: str) -> SourceText | None:
    """The unit of a line that is nothing but a unit in brackets: （某某集团，山西 太原 030024）."""
    match = _UNIT_BRACKET.fullmatch(fold_width(strand.text))
    if match is None or not match["unit"].endswith(UNIT_ENDS):
        return None
    return strand.cut(*match.span("unit")).label(source)


def is_unit_bracket(text: str) -> bool:
    """Whether a line is nothing but a unit in brackets.

    >>> is_unit_bracket("（红岭铁路工程局，山西 太原 030024）"), is_unit_bracket("（一）守住底线")
    (True, False)
    """
    return text[:1] in "(（[【〔" and unit_in_bracket(Strand(text, (Span(0, len(text)),)), text) is not None


def closes_article(text: str) -> bool:
    """Whether a line is a signature from end to end."""
    return _certain_start(text) == 0


def ends_article(text: str) -> bool:
    """Whether a line ends with a signature that closes an article.

    >>> ends_article("平安才算到家。（作者单位：红岭煤矿）"), ends_article("平安（又称安全）")
    (True, False)
    """
    return _certain_start(text) is not None


def _certain_start(text: str) -> int | None:
    """Where the certain signature of a line begins."""
    signature = signature_of(Strand(text, (Span(0, len(text)),)), text)
    return signature.start if signature and signature.certain else None


def signature_of(strand: Strand, source: str) -> Signature | None:
    """The signature at the end of a block, or ``None``."""
    text = strand.text.rstrip()
    if names_editor(text):
        return Signature(0, Byline(None, None), certain=True)
    if not (text.endswith((*_BRACKETS, "）", "〕")) or "单位" in text[:12] or "作者" in text[:4]):
        return None
    start = max(0, len(text) - MAX_SIGNATURE)
    folded = fold_width(text[start:])
    if start == 0:
        label = _UNIT_LABEL.fullmatch(folded)
        if label:
            group = "unit" if label["unit"] else "bare"
            unit = strand.cut(*label.span(group)).trimmed().label(source)
            return Signature(0, Byline(None, unit), certain=True)
        if _BARE.fullmatch(folded):
            byline = _stated(strand.trimmed(), source)
            return Signature(0, byline, certain=True) if byline else None
    opened = _last_bracket(folded)
    if opened is None:
        return None
    if names_editor(text[start + opened :]):
        return Signature(start + opened, Byline(None, None), certain=True)
    inside = strand.cut(start + opened + 1, len(text) - 1).trimmed()
    byline, certain = _stated(inside, source), True
    if byline is None:
        byline, certain = _names_alone(inside, source), False
    return None if byline is None else Signature(start + opened, byline, certain)


def _last_bracket(folded: str) -> int | None:
    """Where the bracket opens that the text closes with."""
    closing = folded[-1:]
    opening = _BRACKETS.get(closing)
    depth = 0
    for index in range(len(folded) - 1 if opening else -1, -1, -1):
        depth += {closing: 1, opening: -1}.get(folded[index], 0)
        if depth == 0:
            return index
    return None


def _stated(inside: Strand, source: str) -> Byline | None:
    folded = fold_width(inside.text)
    for form in FORMS:
        match = form.pattern.fullmatch(folded.rstrip())
        if match is None:
            continue
        who = inside.cut(*match.span("who")).trimmed()
        unit = inside.cut(*match.span("unit")).trimmed()
        if who.text and not names_in(fold_width(who.text)):
            continue
        # （单位：万元） stands over a table.
        if not who.text and "作者" not in folded and not is_unit(unit.text):
            continue
        return Byline(
            author_label(who, source) if who.text else None,
            unit.label(source) if unit.text else None,
        )
    return None


_BEFORE_NAME = ("网站", "网", "报", "社", "委", "院", "公司", "记者")
"""How a unit ends that stands before a name with nothing between: 青峰矿业网站方小禾."""


def _names_alone(inside: Strand, source: str) -> Byline | None:
    folded = fold_width(inside.text).strip()
    if names_in(folded):
        who = inside.trimmed()
        return Byline(author_label(who, source), None)
    # 某网站 曹静静, the space often lost: the shortest unit that leaves a name.
    for length in (3, 2, 4):
        name = folded[-length:]
        unit = folded[:-length].rstrip()
        if is_name(name) and is_unit(unit) and unit.endswith(_BEFORE_NAME):
            trimmed = inside.trimmed()
            at = len(trimmed.text) - length
            return Byline(trimmed.cut(at, at + length).label(source), trimmed.cut(0, len(unit)).label(source))
    return None
