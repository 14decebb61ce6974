"""Where in a sentence are items set side by side with 、, and where do the first and the last of them end?

``明确党员在安全生产、质量管理、市场开拓等方面的责任`` lists 安全生产, 质量管理 and 市场开拓: the middle items are
bounded by the marks; the outer two are cut where a cue word, or the length of their neighbours, says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from rag.text.sentences import END_MARKS
from rag.text.spans import Span


@dataclass(frozen=True)
class Coordination:
    """Items set side by side in one text."""

    items: tuple[Span, ...]
    """At least two, from left to right."""
    lead: Span
    """What stands before the first item inside the same sentence."""


_REGION = re.compile(r"[^,，;；:：。！？!?\n]+")
"""Items of one coordination stand between two of these."""

_QUOTED = re.compile(r"[“「『]([^“”「」『』]*、[^“”「」『』]*)[”」』]")
"""A coordination inside quotation marks: “引领、服务、监督”."""

_MARK = re.compile(r"、|(?<=[》”」])(?=[《“「])")
"""Between items: the mark, or nothing between 《…》 and 《…》."""

_JOINT = re.compile(
    r"、?(?:以及|还有|(?<![饱温总缓])和(?!谐|解|平|睦)|(?<!参)与|(?<![普涉以波])及(?!时|其)|或者|或)"
)
"""Before the last item."""

FIRST_ITEM_CUES = (
    "讲授", "供应", "配备", "负责", "备好", "做到",
    "分别是", "分别为", "主要有", "主要是", "主要包括", "具体包括", "包括", "包含", "涵盖", "涉及", "分为", "分成", "形成",
    "构成", "确定", "明确", "整合", "开设", "设立", "建立", "组织", "开展", "通过", "利用", "围绕", "针对", "结合",
    "注重", "强调", "突出", "弘扬", "保障", "维护", "保护", "具备", "具有", "采用", "采取", "运用", "实现", "推动", "参与",
    "进行", "履行", "提供", "即", "是", "为", "有", "在", "对", "将", "把", "由", "向", "从", "如", "的", "了", "与",
)  # fmt: skip
"""After the last of these the first item may begin: 弘扬‖劳模精神、劳动精神."""

PART_OF_A_WORD: dict[str, str] = {
    "有": "国所拥具享持公私含没",  # 国有‖资产 is no cut
    "是": "还但可凡",
    "为": "作成认行称",
    "在": "存现所内",
    "对": "应面相针",
    "由": "自理缘事",
    "向": "方面导动",
    "从": "服无",
    "把": "一",
    "将": "即",
    "如": "例比诸",
    "与": "参",
    "的": "目",
    "了": "为除",
}
"""A cue of one character is none behind these, with which it makes a word."""

LAST_ITEM_CUES = (
    "等", "的", "相互", "之间", "方面", "三个", "四个", "五个", "六个", "三种", "四种", "两种", "两个", "三位", "四位",
    "共同", "进行", "情况", "组成", "为主", "作为", "为", "是", "都", "均", "纳入",
)  # fmt: skip
"""Before the first of these the last item may end: 市场开拓‖等方面."""


def coordinations(text: str) -> tuple[Coordination, ...]:
    """Every list of at least two items marked by 、 in one sentence.

    Lists inside quotation marks are found for themselves, and the quotation is one item of what surrounds it.

    >>> s = "明确党员在安全生产、质量管理、市场开拓等方面的责任。"
    >>> [i.slice(s) for i in coordinations(s)[0].items]
    ['安全生产', '质量管理', '市场开拓']
    """
    found = [_split(text, Span(*m.span(1)), whole=True) for m in _QUOTED.finditer(text)]
    masked = _QUOTED.sub(lambda m: "“" + "·" * (len(m.group()) - 2) + "”", text)
    regions = (Span(*m.span()) for m in _REGION.finditer(masked) if _MARK.search(m.group()))
    found += [_split(masked, region, whole=False) for region in regions]
    return tuple(c for c in found if c is not None)


def _split(text: str, region: Span, *, whole: bool) -> Coordination | None:
    cuts = [Span(*m.span()).shift(region.start) for m in _MARK.finditer(region.slice(text))]
    edges = [region.start, *(edge for cut in cuts for edge in cut), region.end]
    items = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if len(items) < 2:
        return None
    items[-1:] = _parted(text, items[-1])
    if not whole:
        items = _parallel(text, items)
        wish = _usual_length(items)
        items[0] = _trim_first(text, items[0], items[1], wish)
        items[-1] = _trim_last(text, items[-1], items[-2], wish)
    items = [item for item in items if item.length]
    if len(items) < 2:
        return None
    return Coordination(tuple(items), Span(_sentence_start(text, region.start), items[0].start))


def _parted(text: str, last: Span) -> list[Span]:
    """The last part, or the two items that 和 / 以及 joins in it: ``申请条件还有审批流程``."""
    words = last.slice(text)
    match = _JOINT.search(words)
    if not match or match.start() < 2 or len(words) - match.end() < 2:
        return [last]
    if any(cue in words[: match.start()] for cue in LAST_ITEM_CUES):
        return [last]
    return [Span(last.start, last.start + match.start()), Span(last.start + match.end(), last.end)]


def _parallel(text: str, items: list[Span]) -> list[Span]:
    """Items with one tail end where the tail ends: 党内监督、内部监督、外部监督‖相互配合."""
    for item, following in pairwise(items):
        tail = item.slice(text)[-2:]
        at = following.slice(text).find(tail)
        if len(tail) == 2 and at > 0 and at + 2 < following.length and following is not items[0]:
            cut = items.index(following)
            return [*items[:cut], Span(following.start, following.start + at + 2)]
    return items


def _usual_length(items: list[Span]) -> float:
    inner = items[1:-1]
    return median(i.length for i in inner) if inner else min(items[0].length, items[-1].length)


_OPENING = {"《": "》", "“": "”", "「": "」", "『": "』"}


def _trim_first(text: str, first: Span, second: Span, wish: float) -> Span:
    words, mark = first.slice(text), text[second.start : second.start + 1]
    if mark in _OPENING and mark in words:
        return Span(first.start + words.rindex(mark), first.end)
    starts = {
        m.end()
        for cue in FIRST_ITEM_CUES
        for m in re.finditer(re.escape(cue), words)
        if m.start() == 0 or words[m.start() - 1] not in PART_OF_A_WORD.get(cue, "")
    }
    usable = [(_misfit(len(words) - s, wish) - _CUE_BONUS, s) for s in starts if len(words) - s >= 2]
    best = min([*usable, (_misfit(len(words), wish), 0)])[1]
    return Span(first.start + best, first.end)


def _trim_last(text: str, last: Span, before: Span, wish: float) -> Span:
    words, mark = last.slice(text), text[before.start : before.start + 1]
    if mark in _OPENING and words.startswith(mark) and _OPENING[mark] in words:
        return Span(last.start, last.start + words.index(_OPENING[mark]) + 1)
    ends = {m.start(): cue for cue in LAST_ITEM_CUES for m in re.finditer(re.escape(cue), words)}
    usable = [
        (_misfit(e, wish) - (0.0 if cue == "的" else _CUE_BONUS), e) for e, cue in ends.items() if e >= 2
    ]
    best = min([*usable, (_misfit(len(words), wish), len(words))], key=lambda cut: (cut[0], -cut[1]))[1]
    return Span(last.start, last.start + best)


_CUE_BONUS = 0.3
"""A cut at a cue may fit the neighbours' length this much worse than no cut and is still taken; not at 的, which
stands inside items as often as behind them."""


def _misfit(length: int, wish: float) -> float:
    return abs(length - wish) / max(wish, 1.0)


def _sentence_start(text: str, before: int) -> int:
    return max(text.rfind(mark, 0, before) for mark in END_MARKS + "\n") + 1
