from __future__ import annotations

import pytest

from rag.answering.question import analyse
from rag.answering.value_fit import ValueFit, in_measure, lacks_figure, new_values, types_asked, value_fit
from rag.answering.values import ValueType
from rag.text.spans import Span


@pytest.mark.parametrize(
    ("question", "text", "fit"),
    [
        ("去年修了多少条渡船?", "去年修了12条渡船。", ValueFit(1.0, lacks=False)),
        ("去年修了多少条渡船?", "去年培训412名船员。", ValueFit(0.7, lacks=False)),
        ("去年修了多少条渡船?", "渡船停在岸边。", ValueFit(0.0, lacks=True)),
        ("34条渡船修了多少条?", "渡船有34条。", ValueFit(0.0, lacks=True)),  # the question's own
        ("合格率是百分之几?", "合格率61%。", ValueFit(1.0, lacks=False)),
        ("评比什么时候开始?", "评比每季度一次。", ValueFit(0.4, lacks=True)),  # a duration for a date
        ("依据哪部法规?", "依据《航道管理条例》。", ValueFit(1.0, lacks=False)),
        ("谁管渡船?", "梁守江管着34条渡船。", ValueFit(0.0, lacks=False)),  # no type is asked for
        ("怎样修渡船?", "渡船有34条。", ValueFit(0.0, lacks=False)),
    ],
)
def test_how_a_sentence_fits_the_value_asked_for(question: str, text: str, fit: ValueFit):
    assert value_fit(analyse(question), text) == fit


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("去年修了多少条渡船?", "去年修了12条渡船。", False),
        ("去年修了多少条渡船?", "去年培训412名船员。", True),  # no figure in this measure
        ("合格率是百分之几?", "合格者61人。", True),  # a quantity is no share
        ("34条渡船修了多少条?", "渡船有34条。", True),
        ("依据哪部法规?", "没有法规。", False),  # a name is no figure
        ("怎样修渡船?", "渡船停在岸边。", False),
    ],
)
def test_only_a_figure_asked_for_can_be_lacking(question: str, text: str, lacking: bool):
    assert lacks_figure(analyse(question), text) is lacking


def test_a_value_that_the_question_names_is_not_new():
    question = analyse("34条渡船修了多少条?")
    assert types_asked(question) == (ValueType.QUANTITY,)
    assert new_values(question, "有34条,修了12条", ValueType.QUANTITY) == (Span(7, 10),)


def test_without_a_unit_no_value_is_in_measure():
    assert in_measure(analyse("渡船的数量?"), "34条", [Span(0, 3)]) == ()
    assert in_measure(analyse("渡船有多少条?"), "34条", [Span(0, 3)]) == (Span(0, 3),)
