"""Does a text hold a figure, a date or a name of the kind that the question asks for?

The sentence chosen, the words lit in it and the doubt about it all read a question's wish in this one way. A value
that the question names itself never answers it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rag.answering.answer import QuestionKind
from rag.answering.question import Question
from rag.answering.values import ValueType, find_values, fits_measure, wanted_types
from rag.text.spans import Span

OTHER_MEASURE = 0.7
"""Fit of a value counted otherwise than the question says: 12次 for 多少名 may be a slip of the asker."""

SECOND_TYPE = 0.4
"""Fit of a value of a type that is not the likeliest: for 百分之几 any quantity."""


def types_asked(question: Question) -> tuple[ValueType, ...]:
    """Which types of value answer the question, the likeliest first; empty when its wording does not tell."""
    return wanted_types(question.folded, number=question.kind is QuestionKind.NUMBER)


def new_values(question: Question, text: str, value_type: ValueType) -> tuple[Span, ...]:
    """The values of a type in folded ``text`` that the question does not name, from left to right."""
    found = find_values(text, value_type)
    return tuple(value for value in found if value.slice(text) not in question.folded)


def in_measure(question: Question, text: str, values: Iterable[Span]) -> tuple[Span, ...]:
    """Those of the values of ``text`` that are counted in the unit asked for; none without a unit."""
    return tuple(value for value in values if question.unit and fits_measure(text, value, question.unit))


class ValueFit(NamedTuple):
    """What the values of a text say for it."""

    fits: float
    """How well the best new value fits, from 0 for none to 1."""
    lacks: bool
    """Whether values are asked for and it holds no new one of the likeliest type."""


def value_fit(question: Question, text: str) -> ValueFit:
    """How folded ``text`` fits a question for a figure or a name.

    >>> from rag.answering.question import analyse
    >>> asked = analyse("34条渡船去年修了多少条?")
    >>> [value_fit(asked, text).fits for text in ("去年修了12条", "有34条", "培训412名")]
    [1.0, 0.0, 0.7]
    """
    types = types_asked(question) if question.kind in (QuestionKind.NUMBER, QuestionKind.ENTITY) else ()
    for value_type in types:
        likeliest = value_type is types[0]
        values = new_values(question, text, value_type)
        if in_measure(question, text, values):
            return ValueFit(1.0, lacks=False)
        if values:
            fits = (OTHER_MEASURE if question.unit else 1.0) * (1.0 if likeliest else SECOND_TYPE)
            return ValueFit(fits, lacks=not likeliest)
    return ValueFit(0.0, lacks=bool(types))


def lacks_figure(question: Question, text: str) -> bool:
    """Whether a figure is asked for and folded ``text`` holds no new one of the likeliest type."""
    types = types_asked(question)
    if question.kind is not QuestionKind.NUMBER or not types:
        return False
    values = new_values(question, text, types[0])
    counted = types[0] is ValueType.QUANTITY and question.unit
    return not (in_measure(question, text, values) if counted else values)
