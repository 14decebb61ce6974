"""Which nouns of a question only say what kind of answer is wanted?

``工会的定义是什么`` is about 工会: a text that speaks of other definitions is no answer, so the noun is not searched for.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rag.answering.answer import QuestionKind

_MEANING = "定义|定義|含义|含義|涵义|涵義|概念|意思|内涵|內涵"


class AskingNounRow(NamedTuple):
    """A noun in its place in a question."""

    kind: QuestionKind
    pattern: re.Pattern[str]
    example: str
    left: str
    """What is left of the example."""


ASKING_NOUNS: tuple[AskingNounRow, ...] = (
    AskingNounRow(
        QuestionKind.DEFINITION,
        re.compile(rf"的(?:{_MEANING})(?=是|为|為|有|指|怎|如何|[?？。!！]|$)"),
        "流动红旗的定义是什么?",
        "流动红旗是什么?",
    ),
    AskingNounRow(
        QuestionKind.DEFINITION,
        re.compile(rf"(?<=\s)(?:{_MEANING})$|(?:定义|定義|含义|含義|涵义|涵義)(?=[?？]?$)"),
        "流动红旗 概念",
        "流动红旗 ",
    ),
)


def without_asking_nouns(text: str, kind: QuestionKind) -> str:
    """The question without them; as it is where nothing else would be left.

    >>> without_asking_nouns("流动红旗的含义是什么?", QuestionKind.DEFINITION)
    '流动红旗是什么?'
    """
    rest = text
    for row in ASKING_NOUNS:
        if row.kind is kind:
            rest = row.pattern.sub("", rest)
    return rest if rest.strip(" ?？") else text
