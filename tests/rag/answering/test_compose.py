from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.answering.about import about
from rag.answering.answer import (
    AboutAnswer,
    Abstention,
    AbstentionKind,
    DefinitionAnswer,
    FactAnswer,
    ListAnswer,
    OutlineAnswer,
    PassageAnswer,
    QuestionKind,
)
from rag.answering.compared import compared
from rag.answering.compose import ORDER, WITHOUT_TEXT, compose
from rag.answering.lists.answer import outline, whole_list
from rag.answering.passages import passage
from rag.answering.settings import AnswerSettings
from rag.answering.several import several

if TYPE_CHECKING:
    from tests.rag.conftest import AskedOf

TRUSTING = AnswerSettings(refusal_threshold=1.0)


def test_every_kind_has_an_extractor():
    assert set(ORDER) == set(QuestionKind)
    assert all(ORDER.values())


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("码头夜校全年培训多少名船员?", FactAnswer),
        ("食堂的掌勺师傅是谁?", FactAnswer),
        ("什么是“红旗渡”?", DefinitionAnswer),
        ("渡口安全存在哪些短板?", ListAnswer),
        ("怎样补齐救生设备?", PassageAnswer),
        ("为什么夜校的课程放在晚上?", PassageAnswer),
        ("食堂可以向夜班工人收取加工费吗?", PassageAnswer),
        ("讲渡口安全的文章是谁写的?", AboutAnswer),
        ("讲夜班食堂的文章给个提纲", OutlineAnswer),
    ],
)
def test_each_kind_of_question_has_its_kind_of_answer(asked_of: AskedOf, question: str, answer: type):
    assert type(compose(asked_of(question))) is answer


@pytest.mark.parametrize("question", ["有多少篇文章?", "作者是谁?", "写了什么?"])
def test_a_question_for_articles_that_names_none_asks_nothing(asked_of: AskedOf, question: str):
    answer = compose(asked_of(question))
    assert isinstance(answer, Abstention)
    assert answer.kind is AbstentionKind.NOT_A_QUESTION


def test_a_name_that_runs_into_a_word_of_asking_names_an_article(asked_of: AskedOf):
    assert isinstance(compose(asked_of("程野写过什么文章?")), AboutAnswer)


def test_the_articles_of_an_author_are_asked_for_by_the_name_alone(asked_of: AskedOf):
    (item,) = compose(asked_of("罗小满的文章")).items
    assert item.quote.text == "夜班食堂办起来以后"


def test_without_a_list_the_best_sentence_answers(asked_of: AskedOf):
    settings = AnswerSettings(list_threshold=1000.0, refusal_threshold=1.0)
    asked = asked_of("渡口安全存在哪些短板?", settings)
    assert ORDER[QuestionKind.LIST] == (several, compared, whole_list, passage)
    assert compose(asked) == passage(asked)


def test_where_no_article_is_named_the_text_answers(asked_of: AskedOf):
    asked = asked_of("段有粮是哪个单位的?", AnswerSettings(about_threshold=2.0, refusal_threshold=1.0))
    assert asked.question.kind is QuestionKind.ABOUT
    assert about(asked) is None
    assert type(compose(asked)) is FactAnswer


def test_an_outline_of_an_article_without_headings_falls_back(asked_of: AskedOf):
    asked = asked_of("巡线工的背包那篇文章的提纲", TRUSTING)
    hits = tuple((hit, article) for hit, article in asked.hits if not article.sections)
    asked = replace(asked, hits=hits)
    assert outline(asked) is None
    assert type(compose(asked)) in (ListAnswer, PassageAnswer)


def test_an_item_by_its_number_is_looked_for_first(asked_of: AskedOf):
    answer = compose(asked_of("加强渡口安全的第二条路径是什么?"))
    assert [item.quote.text for item in answer.items] == ["办好码头夜校"]


def test_too_much_doubt_answers_nothing_from_the_text(asked_of: AskedOf):
    doubting = AnswerSettings(refusal_threshold=0.0)
    for question in ("食堂的掌勺师傅是谁?", "什么是“红旗渡”?", "渡口安全存在哪些短板?", "怎样补齐设备?"):
        assert type(compose(asked_of(question, doubting))) is Abstention


def test_titles_and_headings_answer_whatever_the_doubt(asked_of: AskedOf):
    doubting = AnswerSettings(refusal_threshold=0.0)
    assert {about, outline} <= WITHOUT_TEXT
    assert type(compose(asked_of("讲渡口安全的文章是谁写的?", doubting))) is AboutAnswer
    assert type(compose(asked_of("讲夜班食堂的文章给个提纲", doubting))) is OutlineAnswer


@pytest.mark.parametrize("question", ["什么?", "谁?", "为什么?", "的的的"])
def test_question_words_alone_are_asked_what_they_are_about(asked_of: AskedOf, question: str):
    answer = compose(asked_of(question, TRUSTING))
    assert isinstance(answer, Abstention)
    assert answer.kind is AbstentionKind.NOT_A_QUESTION


@pytest.mark.parametrize("question", ["掌勺师傅是谁?", "有哪些短板?", "什么是夜校?", "给个提纲"])
def test_nothing_retrieved_is_an_abstention(asked_of: AskedOf, question: str):
    answer = compose(replace(asked_of(question, TRUSTING), hits=()))
    assert isinstance(answer, Abstention)
    assert answer.kind in (AbstentionKind.NO_SENTENCE, AbstentionKind.UNKNOWN_WORDS)
