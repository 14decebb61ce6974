from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rag.answering.answer import PassageAnswer
from rag.answering.compared import compared, sides_of

if TYPE_CHECKING:
    from tests.rag.conftest import AskedOf


@pytest.mark.parametrize(
    ("question", "each"),
    [
        ("渡口和食堂的负责人分别是谁?", ["渡口的负责人是谁?", "食堂的负责人是谁?"]),
        ("“红旗渡”与“平安渡”分别指什么?", ['"红旗渡"指什么?', '"平安渡"指什么?']),
        ("红旗渡和平安渡有什么区别?", ["红旗渡?", "平安渡?"]),
        ("什么是红旗渡?", []),
    ],
)
def test_each_side_is_asked_about_alone(question: str, each: list[str]):
    assert [side.asked for side in sides_of(question.replace("“", '"').replace("”", '"'))] == each


def test_of_two_sides_in_one_article_both_sentences_are_quoted(asked_of: AskedOf):
    answer = compared(asked_of("春季巡线和红旗渡有什么不同?"))
    assert answer is not None
    first, second = (item.quote.text for item in answer.items)
    assert "春季巡线要防鸟害" in first
    assert "“红旗渡”是指" in second


def test_one_sentence_that_tells_of_both_is_quoted_once(asked_of: AskedOf):
    answer = compared(asked_of("船队和渡口分别怎么说夜航归谁管?"))
    assert isinstance(answer, PassageAnswer)
    assert [item.quote.text for item in answer.items] == ["夜航归谁管,船队和渡口互相推诿。"]


@pytest.mark.parametrize("question", ["渡口和火星发射场有什么区别?", "什么是红旗渡?"])
def test_a_side_that_nothing_speaks_of_leaves_the_question_to_others(asked_of: AskedOf, question: str):
    assert compared(asked_of(question)) is None
