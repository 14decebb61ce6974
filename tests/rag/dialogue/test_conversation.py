"""Follow-ups, on conversations whose replies are made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rag.answering.answer import (
    Abstention,
    AbstentionKind,
    Answer,
    AnswerItem,
    FactAnswer,
    ListAnswer,
    QuestionKind,
)
from rag.answering.quote import Quote
from rag.dialogue.conversation import Conversation, understand
from rag.dialogue.understood import Understood
from rag.errors import Words
from rag.reply import Reply
from rag.text.spans import Span


def items(*texts: str, article: str = "渡口") -> tuple[AnswerItem, ...]:
    return tuple(
        AnswerItem(
            Quote(
                article, f"{article}.md", None, text, (Span(100 * n, 100 * n + len(text)),), Span(n, n + 1)
            ),
            n,
            1.0,
        )
        for n, text in enumerate(texts, 1)
    )


def listed(*texts: str) -> ListAnswer:
    return ListAnswer(items(*texts), None, None)


def said(*texts: str, article: str = "渡口") -> FactAnswer:
    return FactAnswer(items(*texts, article=article))


NOTHING = Abstention(AbstentionKind.NO_SENTENCE, Words("没有", "nothing"))


def talk(*turns: tuple[str, Answer]) -> Conversation:
    """A conversation in which each turn was understood as the rules understand it."""
    conversation = Conversation()
    for question, answer in turns:
        understood = understand(question, conversation)
        conversation = conversation.after(
            Reply(question, understood.shown, QuestionKind.HOW, answer, (), (), "1", 0.0, understood)
        )
    return conversation


BOATS = ("渡口整顿分哪几种办法?", listed("停航检修", "限期换证", "并入大渡口"))
DISCIPLINE = ("班前纪律是什么意思?", said("班前纪律是指上岗之前要守的规矩。"))
MODEL = ("青湾渡口推行了什么模式?", said("青湾渡口推行“红旗渡”模式。"))


def test_a_first_turn_is_left_as_it_is() -> None:
    assert understand("那第二种呢?", Conversation()) == Understood("那第二种呢?")


def test_what_was_understood_can_be_mended_and_asked_again() -> None:
    shown = "谁来推行?（承上：青湾渡口推行了什么模式?）"
    mended = Understood("谁来推行?", "青湾渡口推行了什么模式?")
    assert understand(shown, Conversation()) == understand(shown, talk(BOATS)) == mended


def test_a_turn_after_no_real_question_is_a_first_turn() -> None:
    garbled = Reply("……", "……", QuestionKind.HOW, NOTHING, (), (), "1", 0.0)
    assert understand("那第二种呢?", Conversation((garbled,))) == Understood("那第二种呢?")


@pytest.mark.parametrize(
    ("turn", "text"),
    [
        ("第二种具体怎么做?", "限期换证具体怎么做?"),
        ("第三种办法归谁管?", "并入大渡口归谁管?"),
        ("最后一种呢?", "并入大渡口具体指什么?"),
        ("后者呢?", "并入大渡口具体指什么?"),
        ("前一种怎么理解?", "停航检修怎么理解?"),
        ("还有最后那种?", "并入大渡口具体指什么?"),
        ("第一种能说得细一点吗?", "停航检修具体指什么?"),
        ("第二种展开讲讲", "限期换证具体指什么?"),
        ("第一种具体有哪些?", "停航检修具体有哪些?"),
        ("第一种里的“三查”是谁定的？", "停航检修“三查”是谁定的?"),
    ],
)
def test_an_ordinal_becomes_the_words_of_that_item(turn: str, text: str) -> None:
    understood = understand(turn, talk(BOATS))
    assert (understood.text, understood.context, understood.focus) == (text, BOATS[0], "渡口")


def test_a_long_item_is_called_by_its_first_clause() -> None:
    duties = listed("开航之前查一遍救生衣和抛绳器，缺一件都不得离岸。", "夜航双岗；")
    asked = talk(("船员有哪几条职责?", duties))
    assert understand("第一条呢?", asked).text == "开航之前查一遍救生衣和抛绳器具体指什么?"
    assert understand("第二条呢?", asked).text == "夜航双岗具体指什么?"


@pytest.mark.parametrize(
    "turn",
    [
        "第四种归谁管?",
        "倒数第四种归谁管?",
        "前四种呢?",
        "第二个月补了多少?",
        "最后给了什么处分?",
        "第一责任人是谁?",
    ],
)
def test_what_counts_no_item_of_the_list_is_left_alone(turn: str) -> None:
    assert understand(turn, talk(BOATS)).text == turn


def test_the_next_item_is_asked_what_the_last_one_was() -> None:
    asked = talk(BOATS, ("第一种归谁管?", said("停航检修由航运公司管。")))
    assert understand("第二种呢?", asked).text == "限期换证归谁管?"
    assert understand("下一种呢?", asked).text == "限期换证归谁管?"


def test_an_ordinal_counts_in_the_list_that_was_asked_for_with_its_counter() -> None:
    asked = talk(BOATS, ("停航检修要查哪几项?", listed("船底", "舵机")))
    assert understand("第二种呢?", asked).text == "限期换证要查哪几项?"
    assert understand("第二项呢?", asked).text == "舵机具体指什么?"


def test_an_enumeration_in_a_sentence_is_a_list_where_the_question_counts_it() -> None:
    asked = talk(("船员的三项权利是什么?", said("船员有三项权利：休息、学习、拒载。")))
    assert understand("第三项怎么行使?", asked).text == "拒载怎么行使?"


def test_a_question_asked_by_number_is_counted_on() -> None:
    asked = talk(("整顿渡口时碰到的头一个难点是什么?", said("难点在于船老人少。")))
    assert understand("第二个呢?", asked).text == "整顿渡口时碰到的第二个难点是什么?"
    assert understand("下一个呢?", asked).text == "整顿渡口时碰到的第二个难点是什么?"
    assert understand("最后一个呢?", asked).text == "整顿渡口时碰到的最后一个难点是什么?"


def test_what_remains_of_a_list_is_named() -> None:
    asked = talk(BOATS, ("停航检修是什么意思?", said("停航检修是指停下来查。")))
    assert understand("剩下的两种呢?", asked).text == "限期换证、并入大渡口分别指什么?"


@pytest.mark.parametrize(
    ("turn", "text"),
    [
        ("班后纪律呢?", "班后纪律是什么意思?"),
        ("那班后纪律", "班后纪律是什么意思?"),
        ("那夜校呢?", "夜校是什么意思?"),
        ("换成流动红旗呢?", "流动红旗是什么意思?"),
    ],
)
def test_a_name_alone_takes_the_place_of_another(turn: str, text: str) -> None:
    assert understand(turn, talk(DISCIPLINE)).text == text


def test_a_name_may_have_its_like_in_what_the_last_question_leant_on() -> None:
    understood = understand("那白石渡口呢?", talk(MODEL, ("效果怎么样?", said("险情少了三成。"))))
    assert (understood.text, understood.context) == ("效果怎么样?", "白石渡口推行了什么模式?")


def test_a_year_takes_the_place_of_another() -> None:
    asked = talk(("2023年全公司培训了多少名船员?", said("培训船员412名。")))
    assert understand("2022年呢?", asked).text == "2022年全公司培训了多少名船员?"


def test_the_tail_of_a_longer_word_is_no_like() -> None:
    asked = talk(("怎样让船员愿意提合理化建议?", said("设立奖金。")))
    assert understand("会议呢?", asked).text == "会议呢?"


def test_a_name_keeps_the_earlier_question_where_its_words_are_lost() -> None:
    understood = understand("油布呢?", talk(("船篷在汛期之前要换吗?", said("船篷要换。"))))
    assert (understood.text, understood.context) == ("油布要换吗?", "船篷在汛期之前要换吗?")


def test_a_case_asks_what_is_to_be_done_then() -> None:
    understood = understand("船老大不肯签呢?", talk(("整改单由谁落款?", said("由安全科落款。"))))
    assert (understood.text, understood.context) == ("船老大不肯签怎么办?", "整改单由谁落款?")


@pytest.mark.parametrize("turn", ["它的效果怎么样?", "多少个渡口?", "那归谁管?", "一共补了多少条旧船的船东?"])
def test_a_turn_that_says_too_little_leans_on_the_last_question(turn: str) -> None:
    asked = talk(MODEL)
    shown = (asked.replies[0].answer.items[0].quote,)
    understood = understand(turn, asked)
    assert replace(understood, perhaps=False) == Understood(turn, MODEL[0], "渡口", said=shown)


def test_what_a_leaning_question_leant_on_is_kept() -> None:
    asked = talk(MODEL, ("效果怎么样?", said("险情少了三成。")))
    assert understand("谁出的钱?", asked).context == "青湾渡口推行了什么模式?效果怎么样?"


def test_a_question_of_its_own_stands_alone_and_prefers_the_article() -> None:
    turn = "机床厂夜班食堂的掌勺师傅怎样选出来?"
    assert understand(turn, talk(MODEL)) == Understood(turn, focus="渡口")


@pytest.mark.parametrize("turn", ["什么是责任卡?", "《夜班食堂办起来以后》讲了什么?"])
def test_a_term_or_a_title_stands_alone_whatever_was_spoken_of(turn: str) -> None:
    assert understand(turn, talk(MODEL)) == Understood(turn)


def test_rare_words_stand_alone_where_few_words_are_said() -> None:
    assert understand("转诊号源怎么分?", talk(MODEL)) == Understood("转诊号源怎么分?", focus="渡口")


def test_a_refused_turn_is_not_leant_on() -> None:
    refused = Abstention(AbstentionKind.UNKNOWN_WORDS, Words("资料里没有出现“火星”", "never says 火星"))
    asked = talk(MODEL, ("火星上有几座渡口?", refused))
    assert understand("效果怎么样?", asked) == understand("效果怎么样?", talk(MODEL))


def test_a_change_of_topic_leans_on_nothing() -> None:
    assert understand("换个话题，食堂几点开门?", talk(MODEL)) == Understood("食堂几点开门?")


def test_an_afterthought_that_points_back_is_no_change_of_topic() -> None:
    assert understand("对了，这个模式花了多少钱?", talk(MODEL)).context == MODEL[0]


def test_a_correction_is_stripped_and_leans_on_what_was_asked() -> None:
    understood = understand("不对，我刚才想问的是一条船补多少", talk(MODEL))
    assert (understood.text, understood.context) == ("一条船补多少", MODEL[0])


def test_a_return_leans_on_the_turn_that_it_means() -> None:
    asked = talk(MODEL, ("换个话题，夜班食堂几点开门?", said("晚上十点开门。", article="食堂")))
    understood = understand("回到红旗渡，是谁定的?", asked)
    assert (understood.text, understood.context, understood.focus) == ("红旗渡，是谁定的?", MODEL[0], "渡口")


@pytest.mark.parametrize(
    "turn",
    [
        "还有呢?",
        "还有吗",
        "还有没有别的?",
        "其他的呢?",
        "就这些吗?",
        "然后呢?",
        "继续",
        "那接下来呢",
        "再说几点",
    ],
)
def test_more_of_the_same_goes_on_behind_what_was_shown(turn: str) -> None:
    asked = talk(MODEL)
    understood = understand(turn, asked)
    assert (understood.text, understood.besides) == (MODEL[0], ("青湾渡口推行“红旗渡”模式。",))
    assert understood.after == asked.replies[0].answer.items[0].quote


def test_a_question_for_what_else_leaves_out_what_was_shown() -> None:
    understood = understand("除此之外还有什么做法?", talk(MODEL))
    assert (understood.context, understood.besides) == (MODEL[0], ("青湾渡口推行“红旗渡”模式。",))


@pytest.mark.parametrize("turn", ["还有哪些?", "除了评比，还能做什么?"])
def test_the_others_are_what_was_not_shown(turn: str) -> None:
    understood = understand(turn, talk(MODEL))
    assert (understood.text, understood.besides) == (turn, ("青湾渡口推行“红旗渡”模式。",))


def test_more_of_something_said_is_that_question() -> None:
    understood = understand("还有呢？谁来验收?", talk(MODEL))
    assert (understood.text, understood.context) == ("谁来验收?", MODEL[0])


def test_detail_of_a_short_answer_asks_what_it_means() -> None:
    understood = understand("能说得详细一点吗?", talk(("渡口的第一个短板是什么?", said("培训流于形式"))))
    assert (understood.text, understood.context) == ("培训流于形式具体指什么?", "渡口的第一个短板是什么?")


def test_detail_of_a_long_answer_goes_on_behind_it() -> None:
    asked = talk(MODEL, ("效果怎么样?", said("险情" * 20)))
    understood = understand("详细说说", asked)
    assert (understood.text, understood.context) == ("效果怎么样?", MODEL[0])
    assert understood.after == asked.replies[1].answer.items[0].quote


def test_the_article_stays_in_focus_after_an_answer_of_nothing() -> None:
    assert understand("它归谁管?", talk(MODEL, ("它多少钱?", NOTHING))).focus == "渡口"


def test_the_words_are_kept_as_they_were_typed() -> None:
    asked = talk(("Ａ公司的“红旗渡”是什么意思?", said("红旗渡是一种评比。")))
    assert understand("Ｂ公司呢?", asked).text == "Ｂ公司的“红旗渡”是什么意思?"


CUES = [
    "第",
    "二",
    "种",
    "呢",
    "那",
    "还有",
    "不是，",
    "回到",
    "换成",
    "最后",
    "一",
    "详细",
    "剩下",
    "它",
    "?",
    "，",
    "a",
    " ",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.lists(st.sampled_from(CUES)).map("".join), st.text(max_size=12)), max_size=4))
@example(["", "呢", "第二"])
@example(["", "还有"])
def test_no_turn_is_too_odd(turns: list[str]) -> None:
    conversation = talk(BOATS, MODEL)
    for turn in turns:
        understood = understand(turn, conversation)
        assert understood.text or not turn
        conversation = conversation.after(
            Reply(turn, understood.shown, QuestionKind.HOW, said("停航"), (), (), "1", 0.0, understood)
        )


@given(st.text(max_size=20))
def test_any_first_turn_is_left_as_it_is(turn: str) -> None:
    assert understand(turn, Conversation()) == Understood(turn)


@pytest.mark.parametrize("turn", ["第三种呢?", "不是,我问的是第三种"])
def test_after_two_items_together_the_third_is_asked_alone(turn: str):
    told = talk(
        ("检修分哪三种?", listed("停航检修", "限期换证", "夜间巡检")), ("前两种呢?", said("都由船队办理。"))
    )
    assert understand(turn, told).text == "夜间巡检具体指什么?"
