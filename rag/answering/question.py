"""What does this question want: which kind of answer, how many items, which unit, which term?"""

from __future__ import annotations

from dataclasses import dataclass

from rag.answering.answer import QuestionKind
from rag.answering.question_table import (
    COUNT_ASKED,
    COURTESY_AFTER,
    COURTESY_BEFORE,
    FALLBACK_KIND,
    KINDS,
    ORDINAL_ASKED,
    TERMS,
    UNIT_ASKED,
)
from rag.text.normalise import fold
from rag.text.numerals import value_of


@dataclass(frozen=True)
class Question:
    """A question and what its wording tells before anything is searched."""

    text: str
    """As it is to be answered; of a follow-up, the understood question."""
    folded: str
    """The same, folded for matching."""
    kind: QuestionKind
    count: int | None
    """How many items are asked for, where a number says so: 3 in ``哪三种精神``."""
    ordinal: int | None
    """Which item of a list alone is asked for, from 1, -1 for the last: 1 in ``第一步做什么``."""
    unit: str
    """Up to two characters after 多少 / 几, the measure word first: ``名技`` in ``培养了多少名技师``; else empty."""
    term: str
    """What a definition is asked of: ``再生证据`` in ``什么叫再生证据``; else empty."""


def analyse(text: str, context: str = "") -> Question:
    """What the wording of ``text`` asks for; without any question word, what ``context`` asked before it.

    >>> q = analyse("工会文化建设要弘扬哪三种精神?")
    >>> q.kind.value, q.count
    ('list', 3)
    >>> analyse("什么叫“流动红旗”?").term
    '流动红旗'
    """
    folded = fold(text).strip()
    kind = kind_of(folded) or (kind_of(fold(context)) if context else None) or FALLBACK_KIND
    return Question(
        text=text,
        folded=folded,
        kind=kind,
        count=count_of(folded) if kind is QuestionKind.LIST else None,
        ordinal=_ordinal(folded),
        unit=_unit(folded) if kind is QuestionKind.NUMBER else "",
        term=_term(folded) if kind is QuestionKind.DEFINITION else "",
    )


def kind_of(folded: str) -> QuestionKind | None:
    """The kind named by the first row of the table that matches; ``None`` for words that ask nothing.

    Words of politeness around the question are left out, unless nothing else asks.
    """
    for text in dict.fromkeys((without_courtesy(folded), folded)):
        for row in KINDS:
            if row.pattern.search(text):
                return row.kind
    return None


def without_courtesy(folded: str) -> str:
    """The question without 您好,请问一下 before it and 呀, 谢谢 behind it.

    >>> without_courtesy("您好,麻烦问一下,补贴多少呀?谢谢!")
    '补贴多少'
    """
    return COURTESY_AFTER.pattern.sub("", COURTESY_BEFORE.pattern.sub("", folded))


def asks(folded: str) -> bool:
    """Whether folded text holds a question word, or words that ask without one."""
    return kind_of(folded) is not None


def count_of(folded: str) -> int | None:
    """How many items folded words ask for; ``None`` where no number says so.

    >>> count_of("要弘扬哪三种精神?"), count_of("有哪些精神?")
    (3, None)
    """
    for match in COUNT_ASKED.finditer(folded):
        value = value_of(next(group for group in match.groups() if group))
        if value is not None and 2 <= value <= 30:
            return value
    return None


def _ordinal(folded: str) -> int | None:
    match = ORDINAL_ASKED.search(folded)
    if not match:
        return None
    number, first = match.groups()
    return 1 if first else value_of(number) if number else -1


def _unit(folded: str) -> str:
    match = UNIT_ASKED.search(folded)
    if not match:
        return ""
    return "%" if match.group().startswith("百分之") else match.group(1).removeprefix("个")


def _term(folded: str) -> str:
    for row in TERMS:
        match = row.pattern.search(folded)
        if match:
            term = match.group(1).strip("\"“”'的是").removeprefix("所谓")
            return "" if term[:1] in "这那" else term
    return ""
