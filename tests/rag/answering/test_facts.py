from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.answering.facts import fact, lit_value
from rag.answering.question import analyse
from rag.answering.quote import quote_body
from rag.text.spans import Span

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle
    from tests.rag.conftest import AskedOf


@pytest.mark.parametrize(
    ("question", "lit"),
    [
        ("码头夜校全年培训多少名船员?", "412名"),
        ("夜班食堂每晚供应热饭多少份?", "360份"),
        ("船员培训抽考合格率是多少?", "61%"),
        ("“红旗渡”评比多久进行一次?", "每季度"),
    ],
)
def test_the_figure_is_lit_in_its_sentence(asked_of: AskedOf, question: str, lit: str):
    answer = fact(asked_of(question))
    assert answer is not None
    (item,) = answer.items
    assert item.lit is not None
    assert item.lit.slice(item.quote.text) == lit


def test_a_name_is_answered_by_its_sentence_without_light(asked_of: AskedOf):
    answer = fact(asked_of("食堂的掌勺师傅是谁?"))
    assert answer is not None
    (item,) = answer.items
    assert "段有粮" in item.quote.text
    assert item.lit is None


def test_nothing_retrieved_is_no_fact(asked_of: AskedOf):
    assert fact(replace(asked_of("掌勺师傅是谁?"), hits=())) is None


@pytest.mark.parametrize(
    ("question", "sentence", "lit"),
    [
        # of two figures the one nearer to the words of the question
        ("渡船有多少条?", "公司管着11个渡口,渡船34条,船员412名。", "34条"),
        ("船员有多少?", "公司管着11个渡口,渡船34条,船员412名。", "412名"),
        # a figure of the question itself is no answer
        ("2023年培训了多少人?", "2023年培训412人。", "412人"),
        # width and spaces may differ: the light is on the words as printed
        ("合格率是百分之几?", "合格率只有 ６１％ 。", "６１％"),
        # 一种 and 进一步 count nothing
        ("渡船票价多少钱?", "这是一种进一步改好的渡船。", None),
        # nor does the sentence's own number
        ("渡船票价多少钱?", "1. 票价贴在船头。", None),
        # no figure, no light; no figure asked for, no light
        ("渡船有多少条?", "渡船停在岸边。", None),
        ("谁管渡船?", "梁守江管着34条渡船。", None),
    ],
)
def test_the_value_nearest_to_the_question_is_lit(
    make_article: MakeArticle, question: str, sentence: str, lit: str | None
):
    quote = quote_body(make_article(sentence), Span(0, len(sentence)))
    found = lit_value(analyse(question), quote)
    assert (found.slice(quote.text) if found else None) == lit
