from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.answering.answer import AboutAnswer, Abstention, AbstentionKind, Answer, FactAnswer
from rag.answering.asked import Asked
from rag.answering.held_back import compose_within
from rag.answering.settings import AnswerSettings
from rag.retrieval import query
from rag.retrieval.filters import Filters

if TYPE_CHECKING:
    from tests.rag.conftest import AskedOf

QUESTION = "码头夜校全年培训多少名船员?"
TRUSTING = AnswerSettings(refusal_threshold=1.0)
"""Whatever is found is claimed, unless the filters are to blame."""


def answer_within(asked: Asked, filters: Filters) -> Answer:
    """The answer to the same question from the articles that pass."""
    snapshot = asked.corpus.snapshot
    ids = asked.corpus.passing(filters)
    hits = snapshot.retriever.search(query.analyse(asked.question.text), k=8, within=ids)
    found = tuple((hit, snapshot.article(hit.chunk.article_id)) for hit in hits)
    return compose_within(replace(asked, hits=found, within=ids), lambda: asked)


def refused(answer: Answer) -> Abstention:
    assert isinstance(answer, Abstention)
    return answer


def test_without_filters_nothing_is_compared(asked_of: AskedOf):
    def never() -> Asked:
        raise AssertionError("looked up twice")

    assert isinstance(compose_within(asked_of(QUESTION), never), FactAnswer)


def test_what_passes_and_answers_is_shown(asked_of: AskedOf):
    assert isinstance(answer_within(asked_of(QUESTION), Filters(file="渡口.md")), FactAnswer)


@pytest.mark.parametrize("settings", [AnswerSettings(), TRUSTING], ids=["doubting", "trusting"])
def test_the_least_bad_of_what_passes_is_no_answer_where_others_answer(
    asked_of: AskedOf, settings: AnswerSettings
):
    told = refused(answer_within(asked_of(QUESTION, settings), Filters(file="食堂.txt")))
    assert (told.kind, told.held_back) == (AbstentionKind.FILTERED_OUT, True)
    assert told.reason.zh == "符合筛选条件的 1 篇文章里没有答案；答案被筛选条件挡住了，去掉筛选就能看到"
    assert {quote.file for quote in told.nearest} <= {"食堂.txt"}


def test_where_none_passes_it_is_said_plainly(asked_of: AskedOf):
    nobody = Filters(author="无名氏")
    told = refused(answer_within(asked_of("火星有几座发射场?"), nobody))
    assert (told.kind, told.held_back) == (AbstentionKind.FILTERED_OUT, False)
    assert told.reason.zh == "没有文章符合筛选条件"
    assert refused(answer_within(asked_of(QUESTION), nobody)).held_back


def test_where_nobody_answers_the_first_reason_stands(asked_of: AskedOf):
    told = refused(answer_within(asked_of("火星有几座发射场?"), Filters(file="食堂.txt")))
    assert (told.kind, told.held_back) == (AbstentionKind.UNKNOWN_WORDS, False)


def test_what_is_no_question_is_asked_again_by_nobody(asked_of: AskedOf):
    told = refused(answer_within(asked_of("什么?"), Filters(file="食堂.txt")))
    assert told.kind is AbstentionKind.NOT_A_QUESTION


def test_titles_and_bylines_answer_however_weak_the_passages(asked_of: AskedOf):
    asked = asked_of("罗小满写过什么文章?")
    assert isinstance(answer_within(asked, Filters(file="食堂.txt")), AboutAnswer)
