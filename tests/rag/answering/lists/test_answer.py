from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.answering.answer import Abstention, ListAnswer
from rag.answering.lists.answer import (
    LONGEST_STRETCH,
    implied_list,
    list_candidates,
    nth_item,
    outline,
    stretch_around,
    whole_list,
)
from rag.answering.settings import AnswerSettings
from rag.text.spans import Span

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle
    from tests.rag.conftest import AskedOf

ANY = AnswerSettings(list_threshold=-100.0)
NEVER = AnswerSettings(list_threshold=100.0)


def items_of(answer: ListAnswer | None) -> list[str]:
    assert answer is not None
    return [item.quote.text for item in answer.items]


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("渡口安全存在哪些短板?", ["船员培训流于形式", "救生设备年久失修", "夜间值守无人负责"]),
        ("加强渡口安全有哪些路径?", ["推行“红旗渡”评比", "办好码头夜校", "补齐救生设备"]),
        ("巡线工的背包里都有什么?", ["望远镜", "测温枪", "绝缘手套", "干粮"]),
        (
            "补齐救生设备做了哪三件事?",
            ["更换救生衣,全部换成新式", "添置抛绳器,每船两具", "安装求助按钮,直通值班室"],
        ),
    ],
)
def test_headings_sentences_and_enumerations_all_answer(asked_of: AskedOf, question: str, items: list[str]):
    assert items_of(whole_list(asked_of(question, ANY))) == items


def test_a_question_for_one_number_wants_no_list(asked_of: AskedOf):
    assert whole_list(asked_of("夜校每周几开课,写在第几条?", ANY)) is None


def test_a_list_may_answer_what_is_asked_in_other_words(asked_of: AskedOf):
    trusting = AnswerSettings(implied_list_threshold=-100.0)
    assert items_of(implied_list(asked_of("巡线工的背包里都装了什么?", trusting))) == [
        "望远镜",
        "测温枪",
        "绝缘手套",
        "干粮",
    ]
    assert implied_list(asked_of("巡线工几点出门?", trusting)) is None
    wary = AnswerSettings(implied_list_threshold=100.0)
    assert implied_list(asked_of("巡线工的背包里都装了什么?", wary)) is None


def test_the_list_is_led_by_what_announces_it(asked_of: AskedOf):
    answer = whole_list(asked_of("渡口安全存在哪些短板?", ANY))
    assert answer is not None
    assert answer.lead is not None
    assert (answer.lead.text, answer.promised) == ("一、渡口安全存在的短板", None)


def test_the_number_in_the_question_is_what_is_promised(asked_of: AskedOf):
    answer = whole_list(asked_of("补齐救生设备做了哪三件事?", ANY))
    assert answer is not None
    assert answer.promised == 3


def test_each_item_has_its_own_number(asked_of: AskedOf):
    answer = whole_list(asked_of("渡口安全存在哪些短板?", ANY))
    assert answer is not None
    assert [item.citation for item in answer.items] == [1, 2, 3]


def test_a_list_below_the_threshold_is_no_answer(asked_of: AskedOf):
    assert whole_list(asked_of("渡口安全存在哪些短板?", NEVER)) is None


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("加强渡口安全的第一条路径是什么?", "推行“红旗渡”评比"),
        ("加强渡口安全的第二条路径是什么?", "办好码头夜校"),
        ("加强渡口安全的最后一条路径是什么?", "补齐救生设备"),
    ],
)
def test_one_item_is_found_by_its_number(asked_of: AskedOf, question: str, item: str):
    answer = nth_item(asked_of(question, ANY))
    assert answer is not None
    assert [shown.quote.text for shown in answer.items] == [item]
    assert answer.items[0].citation == 1


def test_no_item_is_found_without_a_number(asked_of: AskedOf):
    assert nth_item(asked_of("加强渡口安全有哪些路径?", ANY)) is None


def test_past_the_end_of_a_list_it_is_said_how_long_the_list_is(asked_of: AskedOf):
    answer = nth_item(asked_of("加强渡口安全的第九条路径是什么?", ANY))
    assert isinstance(answer, Abstention)
    assert answer.reason.zh == "这里一共只列了 3 项"


def test_the_outline_is_the_headings_of_the_article_meant(asked_of: AskedOf):
    answer = outline(asked_of("讲夜班食堂的文章给个提纲"))
    assert answer is not None
    assert [item.quote.text for item in answer.items] == ["选好师傅", "管好账目"]
    assert len(answer.levels) == len(answer.items)


def test_an_outline_needs_an_article_with_headings(asked_of: AskedOf):
    asked = asked_of("巡线工的背包")
    hits = tuple((hit, article) for hit, article in asked.hits if article.file.startswith("巡线"))
    assert outline(replace(asked, hits=hits)) is None


def test_without_hits_there_is_neither_list_nor_outline(asked_of: AskedOf):
    asked = replace(asked_of("加强渡口安全的第一条路径是什么?", ANY), hits=())
    assert list(list_candidates(asked, outline=False)) == []
    assert (whole_list(asked), nth_item(asked), outline(asked)) == (None, None, None)


def test_every_list_has_two_items_or_more_in_the_order_of_the_text(asked_of: AskedOf):
    for candidate in list_candidates(asked_of("渡口安全存在哪些短板?"), outline=False):
        assert len(candidate.items) >= 2
        assert list(candidate.items) == sorted(candidate.items)
        assert len(candidate.features) == len(type(candidate.features)._fields)


def test_a_list_is_sought_in_all_that_stands_between_two_headings(make_article: MakeArticle):
    article = make_article("渡口要平安。", "一、夜校", "一是认字。", "二是驾船。", "二、食堂", "每晚开门。")
    middle, end = article.text.index("二是驾船"), article.text.index("二、食堂")
    found = stretch_around(article, Span(middle, end - 1)).slice(article.text)
    assert found.split() == ["一是认字。", "二是驾船。"]
    assert stretch_around(article, Span(0, 3)).slice(article.text).split() == ["渡口要平安。"]


def test_too_long_a_stretch_is_left_at_the_chunk(make_article: MakeArticle):
    article = make_article("船" * (LONGEST_STRETCH + 1))
    assert stretch_around(article, Span(10, 20)) == Span(10, 20)
