import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.answer import QuestionKind
from rag.answering.question import analyse, asks, kind_of
from rag.text.normalise import fold


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
        ("哪一个短板最大?", None),
    ],
)
def test_a_number_says_how_many_items_are_wanted(question: str, count: int | None):
    asked = analyse(question)
    assert (asked.kind, asked.count) == (QuestionKind.LIST, count)


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
