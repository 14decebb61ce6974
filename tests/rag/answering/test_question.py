from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.answer import QuestionKind
from rag.answering.question import analyse, asks, kind_of, without_courtesy
from rag.text.normalise import fold

KINDS_ASKED = [
    (line + "\t").split("\t")[:3]
    for line in Path(__file__).with_name("kinds_asked.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
"""Kind, question, and what it is taken for where that is another kind: written without a look at the table."""


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("码头夜校全年培训多少名船员?", QuestionKind.NUMBER),
        ("夜班食堂是哪一年办起来的?", QuestionKind.NUMBER),
        ("掌勺师傅是谁?", QuestionKind.ENTITY),
        ("什么是“红旗渡”?", QuestionKind.DEFINITION),
        ("渡口安全存在哪些短板?", QuestionKind.LIST),
        ("怎样办好码头夜校?", QuestionKind.HOW),
        ("为什么课程只能放在晚上?", QuestionKind.WHY),
        ("食堂可以收取加工费吗?", QuestionKind.YES_NO),
        ("讲渡口那篇文章的作者是谁?", QuestionKind.ABOUT),
        ("给这篇文章列个提纲", QuestionKind.OUTLINE),
    ],
)
def test_the_wording_tells_the_kind(question: str, kind: QuestionKind):
    assert analyse(question).kind is kind


@pytest.mark.parametrize(("kind", "question", "taken_for"), KINDS_ASKED)
def test_questions_as_people_type_them_have_their_kind(kind: str, question: str, taken_for: str):
    assert analyse(question).kind.value == (taken_for or kind)


def test_few_questions_are_taken_for_another_kind():
    taken_otherwise = [question for _, question, taken_for in KINDS_ASKED if taken_for]
    assert len(taken_otherwise) <= 0.03 * len(KINDS_ASKED)


@pytest.mark.parametrize(
    ("polite", "bare"),
    [
        ("您好,请问一下,补贴多少呀?谢谢!", "补贴多少"),
        ("我想了解一下补贴多少", "补贴多少"),
        ("补贴多少", "补贴多少"),
        ("问责的程序是什么", "问责的程序是什么"),
    ],
)
def test_politeness_is_left_out(polite: str, bare: str):
    assert without_courtesy(polite) == bare


def test_politeness_does_not_change_the_kind():
    assert analyse("老师好,麻烦问一下,夜班食堂开不开呀?谢谢").kind is QuestionKind.YES_NO


@pytest.mark.parametrize(
    "written",
    ["為什麼課程放在晚上？", "为 什 么 课程 放在 晚上?", "为什么课程放在晚上？！", "　为什么课程放在晚上"],
)
def test_width_spaces_and_traditional_characters_do_not_change_the_kind(written: str):
    assert analyse(written).kind is QuestionKind.WHY


def test_words_that_ask_nothing_are_asked_as_how():
    assert kind_of("码头夜校") is None
    assert not asks("码头夜校")
    assert analyse("码头夜校").kind is QuestionKind.HOW


def test_words_that_ask_nothing_ask_what_was_asked_before():
    assert analyse("夜班食堂", "码头夜校培训了多少人?").kind is QuestionKind.NUMBER


def test_a_question_of_its_own_does_not_heed_what_was_asked_before():
    assert analyse("掌勺师傅是谁?", "码头夜校培训了多少人?").kind is QuestionKind.ENTITY


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("要弘扬哪三种精神?", 3),
        ("哪12项制度要公开?", 12),
        ("有哪两个短板?", 2),
        ("存在哪些短板?", None),
        ("有哪一百种做法?", None),
    ],
)
def test_a_number_says_how_many_items_are_wanted(question: str, count: int | None):
    asked = analyse(question)
    assert (asked.kind, asked.count) == (QuestionKind.LIST, count)


def test_one_of_several_is_no_list():
    assert analyse("哪一个短板最大?").kind is QuestionKind.ENTITY


def test_only_a_list_has_a_count():
    assert analyse("三个渡口归谁管?").count is None


@pytest.mark.parametrize(
    ("question", "ordinal"),
    [
        ("加强安全的第二条路径是什么?", 2),
        ("第3步做什么?", 3),
        ("头一个短板是什么?", 1),
        ("最后一条路径是什么?", -1),
        ("加强安全有哪些路径?", None),
        ("第二季度培训了多少人?", None),
    ],
)
def test_an_ordinal_asks_for_one_item(question: str, ordinal: int | None):
    assert analyse(question).ordinal == ordinal


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("培训了多少名船员?", "名船"),
        ("一年有几个月停航?", "月停"),
        ("抽考合格率是百分之几?", "%"),
        ("渡船有多少?", ""),
        ("掌勺师傅是谁?", ""),
    ],
)
def test_the_unit_is_what_follows_how_many(question: str, unit: str):
    assert analyse(question).unit == unit


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("什么是“红旗渡”?", "红旗渡"),
        ("“红旗渡”是什么意思?", "红旗渡"),
        ("什么叫码头夜校?", "码头夜校"),
        ("何谓码头夜校?", "码头夜校"),
        ("码头夜校是什么意思?", "码头夜校"),
        ("所谓码头夜校是什么意思?", "码头夜校"),
        ("什么是這個?", ""),
        ("码头夜校培训了多少人?", ""),
    ],
)
def test_the_term_is_what_a_definition_is_asked_of(question: str, term: str):
    assert analyse(question).term == term


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=60))
def test_any_text_has_a_kind(text: str):
    asked = analyse(text)
    assert asked.text == text
    assert asked.folded == fold(text).strip()
    assert asked.count is None or 2 <= asked.count <= 30
