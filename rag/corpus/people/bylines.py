"""Who wrote the article: what does a byline say, and which lines are bylines?

Forms, tried in this order (half and full width are one):

    ■山西杏花村汾酒销售有限责任公司 樊光茹     a mark, unit and name
    □ 李 林                                a mark and a name, its two characters spaced
    文/张三、李四                            a word that says so
    本报记者 王五 通讯员 赵六
    作者：钱七 单位：某某集团
    张三 李四                               names alone: only right under a title
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from rag.corpus.article import SourceText
from rag.corpus.people.names import UNIT_ENDS, is_likely_name, is_name, is_unit, name_spans, names_in
from rag.corpus.strand import Strand, joined
from rag.text.numbering import fold_width
from rag.text.spans import Span

MARKS = "■□●○◆◇▲△▼▽★☆◎◉▇█▅▪▫◼◻◾◽▶►♦❖※⊙◤◥"
"""Signs that papers print before a byline."""

MISREAD_MARKS = "姻"
"""Characters that text recognition makes of such a sign; a mark only before a unit and a name."""

MAX_BYLINE = 60
"""A longer line is no byline: two long units with three names take fifty characters."""

FIRST_OF_BYLINES = frozenset(MARKS + MISREAD_MARKS)
"""First characters of marked bylines: most lines are told from them by this alone."""

_MARKED = re.compile(rf"[{MARKS}]+\s*(?P<who>\S.*)")
_MISREAD = re.compile(rf"[{MISREAD_MARKS}]\s*(?P<who>\S.*)")
_REPORTER = re.compile(
    r"\(?(?P<unit>本报|本刊|本网|\S{2,12}?(?:日报|晚报|时报|新闻网|网|通讯社))?\s?"
    r"(?:首席|特约|见习|实习)?(?:全媒体)?(?:记者|通讯员|特约撰稿人|特约评论员|评论员)[\s:/]+(?P<who>\S.*?)\)?"
)
_WRITTEN_BY = re.compile(
    r"[(]?(?:文|图文|撰文|撰稿人?|作者|供稿人?|文字|文\s*[、,]\s*图)\s*[/:|]\s*(?P<who>\S.*?)"
    r"(?:\s*[,;]?\s*(?:作者)?(?:单位|工作单位)\s*:\s*(?P<unit>\S.*?))?[)]?"
)
_UNIT_IN_BRACKETS = re.compile(r"\s*\((?P<unit>[^()]{4,40})\)\s*$")
_WORD = re.compile(r"\S+")
_WORK = r"(?:图文|撰文|文字|文|图|摄影|摄)"
_ROLE = re.compile(
    r"(?:本报|本刊|本网)?(?:首席|特约|见习|实习|全媒体)*(?:记者|通讯员|撰稿人|评论员)[\s:/]*"
    # 张三/文  张三 文  文 张三, but neither 乔亦文 nor 李 文
    rf"|^{_WORK}\s*[/:|]\s*|/{_WORK}(?=\s|$)|(?<=\S\S\s){_WORK}(?=\s|$)|^{_WORK}(?=\s+\S\S)|\s报道$"
)


@dataclass(frozen=True)
class Byline:
    """Who wrote an article, as far as one line tells."""

    author: SourceText | None
    affiliation: SourceText | None


class Certainty(Enum):
    """How sure a line is a byline, by what stands on it alone."""

    LIKELY = 1
    """Names, or a unit and names, without any mark: it needs a title above and a text below."""
    SURE = 2


def byline_certainty(text: str, *, marked: bool = False) -> Certainty | None:
    """Whether a line is a byline; with ``marked``, only one behind a printed mark counts.

    >>> byline_certainty("本报记者 李四"), byline_certainty("红岭矿业公司　赵志远"), byline_certainty("国家")
    (<Certainty.SURE: 2>, <Certainty.LIKELY: 1>, None)
    """
    if len(text) > MAX_BYLINE:
        return None
    if text[:1] in FIRST_OF_BYLINES and starts_byline(text):
        return Certainty.SURE
    if marked or not _MAY_HOLD_NAMES.search(text):
        return None
    folded = fold_width(text)
    for pattern in (_WRITTEN_BY, _REPORTER):
        match = pattern.fullmatch(folded)
        if match and names_in(_without_roles(match["who"])):
            return Certainty.SURE
    return Certainty.LIKELY if _is_plain(folded) else None


_MAY_HOLD_NAMES = re.compile(r"^[^。；：！？;!?《》“”\d]{2,40}$|[:：/／（(]")
"""What all bylines have in common, to pass over most lines at once."""


def _is_plain(folded: str) -> bool:
    """Whether a line holds names, or a unit and names, and nothing else."""
    bracket = _UNIT_IN_BRACKETS.search(folded)
    if bracket and is_unit(bracket["unit"]) and bracket["unit"].endswith(UNIT_ENDS):
        names = names_in(folded[: bracket.start()])
        return bool(names) and all(map(is_likely_name, names))
    names = names_in(folded)
    if names:
        spaced = any(len(name) == 2 and name not in folded for name in names)
        return spaced or all(is_likely_name(name) for name in names)
    unit, _, rest = folded.partition(" ")
    return (
        unit.endswith(UNIT_ENDS)
        and is_unit(unit)
        and all(map(is_likely_name, names_in(rest)))
        and bool(names_in(rest))
    )


def starts_byline(text: str) -> bool:
    """Whether a line begins as a certain byline does: a printed mark and a short rest.

    >>> starts_byline("●刘兆媛"), starts_byline("■ 一、抓学习,促提升。"), starts_byline("姻缘天注定")
    (True, False, False)
    """
    return text[:1] in FIRST_OF_BYLINES and _marked_who(fold_width(text)) is not None


def byline_of(strand: Strand, source: str, *, under_title: bool = False) -> Byline | None:
    """What a line says as a byline, or ``None`` if it is none.

    ``under_title`` also admits names without any mark.
    """
    if len(strand.text) > MAX_BYLINE:
        return None
    folded = fold_width(strand.text)
    who = _marked_who(folded)
    if who is not None:
        return _read_who(strand, source, who)
    for pattern in (_WRITTEN_BY, _REPORTER):
        match = pattern.fullmatch(folded)
        if match and names_in(_without_roles(match["who"])):
            return _of_match(strand, source, match)
    if under_title and (names_in(folded) or _is_plain(folded) or _unit_and_name(folded)):
        return _read_who(strand, source, Span(0, len(folded)))
    return None


_PHOTOGRAPHER = re.compile(r"\s+(?:摄影|图片|图|摄)\s*[/:|].*$")
"""The name behind 摄影/ is no author's."""


def _without_roles(folded: str) -> str:
    """The names of a byline with spaces in place of 记者, 通讯员 and the like, at the same places."""
    return _blanked(_ROLE, _blanked(_PHOTOGRAPHER, folded))


def _blanked(pattern: re.Pattern[str], folded: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), folded)


def _marked_who(folded: str) -> Span | None:
    """Where the unit and the names of a marked byline stand."""
    if len(folded) > MAX_BYLINE:
        return None
    match = _MARKED.fullmatch(folded)
    if match and _may_be_who(match["who"]):
        return Span(*match.span("who"))
    match = _MISREAD.fullmatch(folded)
    if match and _unit_and_name(match["who"]):
        return Span(*match.span("who"))
    return None


def _may_be_who(folded: str) -> bool:
    """Whether what stands behind a printed mark can be names, with or without a unit."""
    if re.search(r"[。!?;:《》]", folded):
        return False
    folded = _without_roles(folded).strip()
    words = _UNIT_IN_BRACKETS.sub("", folded).split()
    return bool(
        names_in(folded)
        or _SHORT_HAN.fullmatch("".join(words))
        or (len(words) > 1 and _SHORT_HAN.fullmatch(words[-1]) and is_unit(words[0]))
        or (len(words) > 1 and is_unit(words[0]) and names_in(" ".join(words[1:])))
        or (len(words) == 2 and is_name(words[0]) and words[1].endswith(UNIT_ENDS) and is_unit(words[1]))
        or (len(words) == 1 and words[0].endswith(UNIT_ENDS) and len(words[0]) > MIN_LONE_UNIT)
        or (len(words) == 1 and _glued_name(words[0]))
    )


def _glued_name(word: str) -> int:
    """Length of the name at the end of a unit with no space between, else 0: 某某集团公司马宇飞."""
    for length in (3, 2):
        unit = word[:-length]
        if len(unit) >= MIN_LONE_UNIT and unit.endswith(UNIT_ENDS) and is_name(word[-length:]):
            return length
    return 0


_SHORT_HAN = re.compile(r"[\u3400-\u9fff·]{2,4}")
MIN_LONE_UNIT = 6
"""Characters of a unit that stands alone behind a mark; a shorter word is the item of a list."""


def _unit_and_name(folded: str) -> bool:
    unit, _, rest = folded.strip().partition(" ")
    return is_unit(unit) and bool(names_in(rest))


def _of_match(strand: Strand, source: str, match: re.Match[str]) -> Byline:
    who = _read_who(strand, source, Span(*match.span("who")))
    groups = match.groupdict()
    if not groups.get("unit"):
        return who
    unit = strand.cut(*match.span("unit")).trimmed().label(source)
    return Byline(who.author, unit if is_unit(unit.text) else who.affiliation)


def _read_who(strand: Strand, source: str, who: Span) -> Byline:
    """Unit and names of ``who``: the names last, the unit before them or in brackets behind."""
    folded = _without_roles(fold_width(strand.text))
    unit: Span | None = None
    bracket = _UNIT_IN_BRACKETS.search(folded, who.start, who.end)
    if bracket:
        unit, who = Span(*bracket.span("unit")), Span(who.start, bracket.start())
    words = [Span(*match.span()) for match in _WORD.finditer(folded, who.start, who.end)]
    if len(words) == 2 and is_name(words[0].slice(folded)) and words[1].slice(folded).endswith(UNIT_ENDS):
        unit, words = words[1], words[:1]
    split = 0
    for index, word in enumerate(() if names_in(who.slice(folded)) else words[:-1]):
        if is_unit(word.slice(folded)):
            split = index + 1
    if split:
        unit = Span(words[0].start, words[split - 1].end)
        words = words[split:]
    elif len(words) == 1 and _glued_name(words[0].slice(folded)):
        name = words[0].end - _glued_name(words[0].slice(folded))
        unit, words = Span(words[0].start, name), [Span(name, words[0].end)]
    elif (
        len(words) == 1
        and not names_in(_without_roles(words[0].slice(folded)))
        and is_unit(words[0].slice(folded))
    ):
        return Byline(None, strand.cut(*words[0]).label(source))
    author = strand.cut(words[0].start, words[-1].end) if words else None
    return Byline(
        author_label(author, source) if author else None,
        strand.cut(*unit).trimmed().label(source) if unit else None,
    )


def author_label(strand: Strand, source: str) -> SourceText:
    """The names of ``strand`` and where they stand, with the commas between them: nothing else, no 通讯员.

    A name of two characters is shown without the space inside; where no comma stands between two names, a
    space does. Where no names can be told, all of it.
    """
    folded = _without_roles(fold_width(strand.text))
    spans = name_spans(folded)
    if not spans:
        return strand.label(source, " ".join(strand.text.split()))
    kept = [strand.cut(*spans[0])]
    shown = _closed_up(kept[0].text)
    for before, behind in pairwise(spans):
        comma = strand.cut(before.end, behind.start).trimmed()
        name = strand.cut(*behind)
        is_comma = comma.text in _COMMAS
        kept += [comma, name] if is_comma else [name]
        shown += (comma.text if is_comma else " ") + _closed_up(name.text)
    return joined(kept).label(source, shown)


_COMMAS = frozenset("、，,；;")


def _closed_up(name: str) -> str:
    return "".join(name.split())
