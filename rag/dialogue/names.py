"""What of the last question does a name alone replace: 那工作纪律呢 after 群众纪律是什么意思?"""

from __future__ import annotations

import re
from itertools import accumulate

from rag.answering.question import asks
from rag.dialogue.cues import KIND_OF_NAME, PREDICATE, PREPOSITION
from rag.text.normalise import normalise
from rag.text.segmenter import words_of
from rag.text.spans import Span


def beside_its_like(name: str, question: str) -> str | None:
    """The question with the words of the same form as ``name`` replaced by it.

    Of the same form are words of equal length that share half of the characters in their places, the last of
    them in a name of two, which stands at the beginning: 建议 is no like of 会议.

    >>> beside_its_like("工作纪律", "群众纪律是什么意思?")
    '工作纪律是什么意思?'
    >>> beside_its_like("李某", "王某拿了多少?")
    '李某拿了多少?'
    >>> beside_its_like("食堂", "夜班怎么排?")
    """
    said, wanted = normalise(question), normalise(name).text
    if not wanted:
        return None
    edges = {0, *accumulate(len(word) for word in words_of(said.text))}
    edges.update(edge for figure in _FIGURE.finditer(said.text) for edge in figure.span())
    like = max(
        (Span(at, at + len(wanted)) for at in range(len(said.text) - len(wanted) + 1)),
        key=lambda span: _alike(wanted, span.slice(said.text)),
        default=None,
    )
    if like is None or not _alike(wanted, like.slice(said.text)) or not edges.issuperset(like):
        return None
    if like.length == 2 and like.start and wanted[-1] not in "某的":
        return None
    place = said.span(*like)
    return question[: place.start] + name + question[place.end :]


def beside_its_kind(name: str, question: str) -> str | None:
    """The question with a name of the same kind replaced: 矿 or 公司 at its end, whatever stands before.

    The old name begins where its clause does, or behind 的, 里 or a preposition.

    >>> beside_its_kind("柳林渡", "青湾渡的三查有几项?") is None
    True
    >>> beside_its_kind("东风渡口站", "青湾站的“三查”有几项?")
    '东风渡口站的“三查”有几项?'
    >>> beside_its_kind("工人医院", "对人民医院有什么要求?")
    '对工人医院有什么要求?'
    """
    kind = KIND_OF_NAME.pattern.search(normalise(name).text)
    said = normalise(question)
    if kind is None:
        return None
    edges = {0, *accumulate(len(word) for word in words_of(said.text))}
    for match in re.finditer(
        rf"(?:^(?:对|在|从|由|给)?|[,，的里]|对|在|从|由|给)(?P<old>[^,，的里?]{{1,10}}?{kind.group()})",
        said.text,
    ):
        old = match.span("old")
        if old[1] in edges and match["old"] != normalise(name).text:
            place = said.span(*old)
            return question[: place.start] + name + question[place.end :]
    return None


_FIGURE = re.compile(r"\d+(?:\.\d+)?[年月日%]?")


def _alike(name: str, words: str) -> int:
    """How many characters two names of one length share in their places; 0 where that is too few."""
    same = sum(a == b for a, b in zip(name, words, strict=True))
    if same == len(name) or 2 * same < len(name) or (name[-1] != words[-1] and name[0] != words[0]):
        return 0
    return 0 if len(name) == 2 and name[-1] != words[-1] else same


def as_subject(name: str, question: str) -> str | None:
    """The question asked of ``name`` instead of its own subject; ``None`` where it has none.

    >>> as_subject("夜班", "白天的食堂归谁管?")
    '夜班归谁管?'
    >>> as_subject("文件", "对会议有什么要求?")
    '对文件有什么要求?'
    >>> as_subject("民营企业", "国有企业要不要交?")
    '民营企业要不要交?'
    >>> as_subject("迟到", "无故旷工,扣多少钱?")
    '迟到,扣多少钱?'
    """
    clauses = _CLAUSE.findall(question)
    asking = next((at for at in range(len(clauses) - 1, -1, -1) if asks(normalise(clauses[at]).text)), None)
    if asking is None:
        return None
    subject = _subject(clauses[asking])
    if subject is not None:
        before, after = "".join(clauses[:asking]), "".join(clauses[asking + 1 :])
        return before + _put(name, clauses[asking], subject) + after
    if asking:
        first = _subject(clauses[0]) if asks(normalise(clauses[0]).text) else None
        topic = _put(name, clauses[0], first) if first else name + ","
        return topic + "".join(clauses[asking:])
    amount = _predicate(clauses[0])
    return name + clauses[0][amount.start() :] if amount and amount["amount"] and amount.start() else None


_WITHIN = re.compile(r"[^的]{1,12}(?:里面?|当中|之中|其中|中)的?(?=..)")
"""Stays before a name as well: 标准里‖住房这块要写什么."""

_CLAUSE = re.compile(r"[^,，]+[,，]?")


def _subject(clause: str) -> Span | None:
    """What stands before the verb of a question; ``None`` where the clause begins with the verb."""
    match = _predicate(clause)
    if match is None or match["verb"] is None:
        return None
    start = preposition.end() if (preposition := PREPOSITION.pattern.search(clause)) else 0
    within = _WITHIN.match(clause[: match.start()], start)
    subject = Span(within.end() if within else start, match.start())
    return subject if subject.length > 1 and not subject.slice(clause).endswith("的") else None


def _predicate(clause: str) -> re.Match[str] | None:
    """Where a clause begins to ask; never inside a word: 会 in 会议 and 有 in 国有 are no verbs."""
    edges = {0, *accumulate(len(word) for word in words_of(clause))}
    for match in PREDICATE.pattern.finditer(clause):
        if match.start("verb" if match["verb"] else "amount") in edges:
            return match
    return None


def _put(name: str, clause: str, subject: Span) -> str:
    return clause[: subject.start] + name + clause[subject.end :]
