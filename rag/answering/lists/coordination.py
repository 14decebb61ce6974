"""Where in a sentence are items set side by side with 、, and where do the first and the last of them end?

``明确党员在安全生产、质量管理、市场开拓等方面的责任`` lists 安全生产, 质量管理 and 市场开拓: the middle items are
bounded by the marks; the outer two are cut where a cue word, or the length of their neighbours, says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from statistics import median

from rag.text.segmenter import words_of
from rag.text.sentences import END_MARKS
from rag.text.spans import Span


@dataclass(frozen=True)
class Coordination:
    """Items set side by side in one text."""

    items: tuple[Span, ...]
    """At least two, from left to right."""
    lead: Span
    """What stands before the first item inside the same sentence."""


_REGION = re.compile(r"[^,，;；:：。！？!?|\n]+")
"""Items of one coordination stand between two of these."""

_QUOTED = re.compile(r"[“「『]([^“”「」『』]*、[^“”「」『』]*)[”」』]|[（(]([^（）()]*、[^（）()]*)[）)]")
"""A coordination inside quotation marks or brackets: “引领、服务、监督”."""

_MARK = re.compile(
    r"、|(?<=[》”」])(?:[和与及]|以及)?(?=[《“「])|(?<=[\u4e00-\u9fff])(?:→|-|—>)(?=[\u4e00-\u9fff])"
)
"""Between items: the mark, 和 or nothing between 《…》 and 《…》, or the arrow between steps."""

_JOINT = re.compile(
    r"、?(?:以及|还有|(?<![饱温总缓])和(?!谐|解|平|睦)|(?<!参)与|(?<![普涉以波])及(?!时|其)|或者|或)"
)
"""Before the last item."""

FIRST_ITEM_CUES = (
    "是指", "分别指", "指的是", "讲授", "供应", "配备", "负责", "备好", "做到",
    "分别是", "分别为", "主要有", "主要是", "主要包括", "具体包括", "包括", "包含", "涵盖", "涉及", "分为", "分成", "形成",
    "构成", "确定", "明确", "整合", "开设", "设立", "建立", "组织", "开展", "通过", "利用", "围绕", "针对", "结合",
    "注重", "强调", "突出", "弘扬", "保障", "维护", "保护", "具备", "具有", "采用", "采取", "运用", "实现", "推动", "参与",
    "进行", "履行", "提供", "即", "是", "为", "有", "在", "对", "将", "把", "由", "向", "从", "如", "的", "了", "与",
)  # fmt: skip
"""After the last of these the first item may begin: 弘扬‖劳模精神、劳动精神."""

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
    found = [_split(text, Span(*m.span(m.lastindex or 0)), whole=True) for m in _QUOTED.finditer(text)]
    masked = _QUOTED.sub(lambda m: m.group()[0] + "·" * (len(m.group()) - 2) + m.group()[-1], text)
    regions = (Span(*m.span()) for m in _REGION.finditer(masked) if _MARK.search(m.group()))
    found += [_split(masked, region, whole=False) for region in regions]
    found += [_pair(masked, Span(*m.span())) for m in _REGION.finditer(masked) if not _MARK.search(m.group())]
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
        items[0] = _trim_first(text, items, wish)
        items[-1] = _trim_last(text, items, wish)
    items = [item for item in items if item.length]
    if len(items) < 2:
        return None
    return Coordination(tuple(items), Span(_sentence_start(text, region.start), items[0].start))


_MEANS = re.compile("(?:是|分别|就)指(?:的是)?|指的是")
"""After these the first item begins, wherever the segmenter ends a word: 是指‖班前自查."""

_PAIRED = re.compile(
    r".*(?:分为|分成|包括|包含|主要是|主要有|即|是)(?P<first>[^和与及]{2,14}?)(?:和|与|以及|及)(?P<second>[^和与及]{2,14})$"
)


def _pair(text: str, region: Span) -> Coordination | None:
    """Two items without a mark, where they are announced: 评标方法分为‖最低价法和评分法."""
    match = _PAIRED.match(region.slice(text))
    if match is None:
        return None
    first, second = (Span(*match.span(name)).shift(region.start) for name in ("first", "second"))
    items = [first, _trim_last(text, [first, second], first.length)]
    return Coordination(tuple(items), Span(_sentence_start(text, region.start), first.start))


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
    tail = items[0].slice(text)[-2:]
    for n, item in enumerate(items[1:], start=1):
        words = item.slice(text)
        if n >= min(2, len(items) - 1) and len(tail) == 2 and 0 < words.find(tail) < len(words) - 2:
            return [*items[:n], Span(item.start, item.start + words.find(tail) + 2)]
        if not words.endswith(tail):
            break
    return items


def _usual_length(items: list[Span]) -> float:
    inner = items[1:-1]
    return median(i.length for i in inner) if inner else min(items[0].length, items[-1].length)


_OPENING = {"《": "》", "“": "”", "「": "」", "『": "』"}


def _trim_first(text: str, items: list[Span], wish: float) -> Span:
    first, second = items[0], items[1]
    words, mark = first.slice(text), text[second.start : second.start + 1]
    if mark in _OPENING and mark in words:
        return Span(first.start + words.rindex(mark), first.end)
    begin = max(0, len(words) - LONGEST_CUT)
    costs = {0: _misfit(len(words), wish)}
    for start in {*_boundaries(words[begin:]), *(m.end() for m in _MEANS.finditer(words[begin:]))}:
        at = begin + start
        if at and len(words) - at >= 2:
            cue = words.endswith(FIRST_ITEM_CUES, 0, at)
            costs[at] = _misfit(len(words) - at, wish) + (-_CUE_BONUS if cue else _NO_CUE)
            costs[at] -= _ALIKE * (words[at] == second.slice(text)[:1])
    return Span(first.start + min(costs, key=lambda at: (costs[at], at)), first.end)


def _trim_last(text: str, items: list[Span], wish: float) -> Span:
    last, before = items[-1], items[-2]
    words, mark = last.slice(text), text[before.start : before.start + 1]
    if mark in _OPENING and words.startswith(mark) and _OPENING[mark] in words:
        return Span(last.start, last.start + words.index(_OPENING[mark]) + 1)
    ends = [end for end in _boundaries(words[:LONGEST_CUT]) if end >= 2]
    for end in ends:
        if words.startswith("等", end):
            return Span(last.start, last.start + end)
    costs = {len(words): _misfit(len(words), wish)}
    for end in () if CATCH_ALL in words else ends:
        cue = next((c for c in LAST_ITEM_CUES if words.startswith(c, end)), None)
        costs[end] = _misfit(end, wish) + (_NO_CUE if cue is None else 0.0 if cue == "的" else -_CUE_BONUS)
        costs[end] -= _ALIKE * (words[end - 1] == before.slice(text)[-1:])
    return Span(last.start, last.start + min(costs, key=lambda end: (costs[end], -end)))


LONGEST_CUT = 32
"""Characters of a first item, from its end, or of a last one, from its beginning, within which it may be cut."""


@lru_cache(maxsize=4096)
def _boundaries(words: str) -> tuple[int, ...]:
    """Where in ``words`` one word ends and the next begins, outside quotation marks and brackets."""
    ends = list(accumulate(len(word) for word in words_of(words)))[:-1]
    return tuple(end for end in ends if not _open(words[:end]) and not _open(words[end:]))


def _open(words: str) -> bool:
    return any(words.count(first) != words.count(last) for first, last in _PAIRS)


_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("（", "）"), ("(", ")"))


CATCH_ALL = "其他"
"""In a last item that gathers what is left, however long: 法律规定的其他方式."""

_CUE_BONUS = 0.3
"""A cut at a cue may fit the neighbours' length this much worse than no cut and is still taken; not at 的, which
stands inside items as often as behind them."""

_NO_CUE = 0.9
"""A cut between words without a cue must fit this much better."""

_ALIKE = 0.3
"""What it counts that an item begins (or ends) with the same character as the next (or the one before)."""


def _misfit(length: int, wish: float) -> float:
    return abs(length - wish) / max(wish, 1.0)


def _sentence_start(text: str, before: int) -> int:
    return max(text.rfind(mark, 0, before) for mark in END_MARKS + "\n") + 1
