"""Ways of going on, in words of many kinds, on conversations whose replies are made by hand."""

from __future__ import annotations

import pytest

from rag.answering.answer import QuestionKind
from rag.dialogue.conversation import Conversation, understand
from rag.dialogue.understood import Understood
from rag.reply import Reply
from tests.rag.dialogue.test_conversation import BOATS, MODEL, listed, said, talk

CANTEEN = ("换个话题，夜班食堂几点开门?", said("晚上十点开门。", article="食堂"))


@pytest.mark.parametrize(
    ("turn", "text"),
    [
        ("前两种呢?", "停航检修、限期换证分别指什么?"),
        ("后两种归谁管?", "限期换证、并入大渡口归谁管?"),
        ("第一和第三种归谁管?", "停航检修、并入大渡口归谁管?"),
        ("第一到第三种归谁管?", "停航检修、限期换证、并入大渡口归谁管?"),
        ("倒数第二种归谁管?", "限期换证归谁管?"),
        ("第二种呢，归谁管?", "限期换证，归谁管?"),
        ("前面说的第二种归谁管?", "限期换证归谁管?"),
    ],
)
def test_items_are_counted_from_both_ends_and_together(turn: str, text: str) -> None:
    assert understand(turn, talk(BOATS)).text == text


def test_the_item_before_is_asked_what_the_last_one_was() -> None:
    asked = talk(BOATS, ("第二种归谁管?", said("限期换证由船检站管。")))
    assert understand("上一种呢?", asked).text == "停航检修归谁管?"


def test_a_question_counted_on_goes_back_as_well_but_not_below_the_first() -> None:
    asked = talk(("整顿渡口时碰到的第二个难点是什么?", said("难点在于船老人少。")))
    assert understand("上一个呢?", asked).text == "整顿渡口时碰到的第一个难点是什么?"
    first = talk(("整顿渡口时碰到的头一个难点是什么?", said("难点在于船老人少。")))
    assert understand("上一个呢?", first).text == "上一个呢?"


def test_the_whole_list_is_no_answer_to_a_question_for_one_item() -> None:
    assert understand("第二种呢?", talk(BOATS)).besides == ("停航检修", "限期换证", "并入大渡口")


def test_the_items_of_a_numbered_name_are_those_of_its_definition() -> None:
    asked = talk(("青湾渡的“三查”是什么意思?", said("“三查”是指船长自查、班组互查、渡口抽查三道检查。")))
    assert understand("第二个由谁来做?", asked).text == "班组互查由谁来做?"


def test_items_told_one_after_the_other_are_a_list() -> None:
    asked = talk(("渡口怎样过汛期?", said("一是提前检修船只；二是备足救生器材；三是轮流值守。")))
    assert understand("第二点怎么做?", asked).text == "备足救生器材怎么做?"


def test_a_long_item_is_leant_on_where_other_words_ask() -> None:
    asked = talk(("船员有哪几条职责?", listed("开航之前查一遍救生衣和抛绳器，缺一件不得离岸。", "夜航双岗")))
    understood = understand("第一条里的“三清点”怎么解释?", asked)
    assert understood.text == "“三清点”怎么解释?"
    assert understood.context == "开航之前查一遍救生衣和抛绳器，船员有哪几条职责?"


@pytest.mark.parametrize(
    "turn",
    [
        "不对，我刚才想问的是一条船补多少",
        "你理解错了，我是说一条船补多少",
        "错了错了，应该是一条船补多少",
        "我的意思是一条船补多少",
        "不是问这个，是一条船补多少",
    ],
)
def test_a_correction_may_be_said_in_many_words(turn: str) -> None:
    understood = understand(turn, talk(MODEL))
    assert understood.text.removeprefix("是") == "一条船补多少"
    assert understood.context == MODEL[0]


def test_a_correction_means_the_earlier_question_that_it_is_likest() -> None:
    asked = talk(
        ("渡口补贴一共发了多少，多少条船拿?", said("发了90万元。")), ("谁批的?", said("船检站批的。"))
    )
    assert understand("不对，我问的是一条船拿多少", asked).context == "渡口补贴一共发了多少，多少条船拿?"


@pytest.mark.parametrize(
    "turn",
    [
        "回到红旗渡，是谁定的?",
        "回过头来说说红旗渡，是谁定的?",
        "说回红旗渡，是谁定的?",
        "刚才说的那个红旗渡，是谁定的?",
        "还是说回刚才提到的红旗渡，是谁定的?",
    ],
)
def test_a_return_may_be_said_in_many_words(turn: str) -> None:
    understood = understand(turn, talk(MODEL, CANTEEN))
    assert (understood.context, understood.focus) == (MODEL[0], "渡口")
    assert understood.text == "红旗渡，是谁定的?"


def test_a_return_in_no_known_words_means_the_last_other_article() -> None:
    assert understand("回到刚才的，谁定的?", talk(MODEL, CANTEEN)).focus == "渡口"


@pytest.mark.parametrize(
    "turn",
    [
        "换个话题，什么是流动红旗?",
        "好的，换一个问题：什么是流动红旗?",
        "先不说这个了，什么是流动红旗?",
        "我想问点别的，什么是流动红旗?",
        "下一个问题，什么是流动红旗?",
    ],
)
def test_a_change_of_topic_may_be_said_in_many_words(turn: str) -> None:
    assert understand(turn, talk(MODEL)) == Understood("什么是流动红旗?")


def test_words_in_passing_neither_lean_nor_part() -> None:
    assert understand("对了，花了多少钱?", talk(MODEL)).context == MODEL[0]
    assert understand("顺便问一下，什么是流动红旗?", talk(MODEL)) == Understood("什么是流动红旗?")


@pytest.mark.parametrize("turn", ["好处是什么", "目的是什么?", "依据是什么?"])
def test_a_noun_that_is_always_of_something_is_no_subject(turn: str) -> None:
    assert understand(turn, talk(MODEL)).context == MODEL[0]


def test_a_pointer_behind_its_own_words_leaves_the_search_to_decide() -> None:
    assert understand("夜间巡检这项工作归谁管?", talk(MODEL)).perhaps
    assert not understand("这项工作归谁管?", talk(MODEL)).perhaps


def test_a_name_takes_the_place_of_its_kind_and_leaves_what_is_asked_of_it() -> None:
    asked = talk(("青湾渡口站的“三违”去年有几起?", said("有3起。")))
    assert understand("不对，我问的是白石滩站", asked).text == "白石滩站的“三违”去年有几起?"


def test_a_name_inside_something_takes_the_place_inside() -> None:
    asked = talk(("章程里食堂这块要写什么?", said("要写明开门的时间。")))
    assert understand("宿舍呢?", asked).text == "章程里宿舍要写什么?"


def test_what_was_shown_goes_with_a_turn_that_leans_and_with_no_other() -> None:
    asked = talk(MODEL)
    assert understand("效果怎么样?", asked).said == tuple(i.quote for i in asked.replies[0].answer.items)
    assert understand("什么是责任卡?", asked).said == ()


def test_the_line_that_is_shown_can_be_asked_again() -> None:
    understood = understand("效果怎么样?", talk(MODEL))
    again = understand(understood.shown, Conversation())
    assert (again.text, again.context) == (understood.text, understood.context)


def test_a_line_is_asked_again_in_a_conversation_too() -> None:
    line = "谁定的?（承上：夜班食堂几点开门?）"
    asked = Conversation(
        (Reply("青湾?", "青湾?", QuestionKind.HOW, MODEL[1], (), (), "1", 0.0, Understood("青湾?")),)
    )
    assert understand(line, asked) == Understood("谁定的?", "夜班食堂几点开门?")
