from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.answering.asked import Asked
from rag.answering.evidence import Evidence
from rag.answering.passages import (
    LONGEST_QUOTED_CHARS,
    definition,
    paragraph_of,
    passage,
    sentence_around,
    with_next,
)
from rag.answering.settings import AnswerSettings
from rag.text.spans import Span

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle
    from tests.rag.conftest import AskedOf

ALONE = AnswerSettings(companions=0)
TOGETHER = AnswerSettings(companions=50, companion_margin=1000.0)


def evidence_with(asked: Asked, words: str) -> Evidence:
    return next(e for e in asked.evidence if words in e.text)


def test_a_definition_is_the_whole_sentence(asked_of: AskedOf):
    answer = definition(asked_of("什么是“红旗渡”?"))
    assert answer is not None
    said = [item.quote.text for item in answer.items]
    assert said == ["“红旗渡”是指连续三年没有发生险情、旅客投诉为零的渡口。"]


def test_a_reason_is_the_sentence_that_gives_it(asked_of: AskedOf):
    answer = passage(asked_of("为什么夜校的课程放在晚上?", ALONE))
    assert answer is not None
    assert [item.quote.text for item in answer.items] == ["由于白天船期太紧,课程只能放在晚上。"]


def test_nothing_retrieved_is_neither_definition_nor_passage(asked_of: AskedOf):
    asked = replace(asked_of("什么是“红旗渡”?"), hits=())
    assert (definition(asked), passage(asked)) == (None, None)


def test_a_clause_is_shown_with_its_whole_sentence(asked_of: AskedOf):
    clause = evidence_with(asked_of("添置抛绳器"), "添置抛绳器")
    whole = sentence_around(clause)
    assert clause.text.startswith("二是")
    assert whole.slice(clause.article.text).strip().startswith("一是更换救生衣")
    assert whole.slice(clause.article.text).strip().endswith("直通值班室。")


def test_a_sentence_that_only_announces_is_shown_with_the_next(make_article: MakeArticle, asked_of: AskedOf):
    article = make_article("第一道是勘察关。作业前一天,负责人到现场测量风速。风大不得开工。")
    some = asked_of("勘察关怎么把关?").evidence[0]
    announced = replace(some, article=article, span=Span(0, 8))
    assert (
        with_next(announced, Span(0, 8)).slice(article.text)
        == "第一道是勘察关。作业前一天,负责人到现场测量风速。"
    )
    said = replace(some, article=article, span=Span(8, 25))
    assert with_next(said, Span(8, 25)) == Span(8, 25)


def test_the_sentence_holds_its_evidence(asked_of: AskedOf):
    for evidence in asked_of("渡口安全").evidence:
        whole = sentence_around(evidence)
        assert whole.start <= evidence.span.start
        assert evidence.span.end <= whole.end


def test_neighbours_are_shown_together_but_never_past_their_paragraph(asked_of: AskedOf):
    asked = asked_of("为什么夜校的课程放在晚上?", TOGETHER)
    answer = passage(asked)
    assert answer is not None
    (item,) = answer.items
    best = asked.evidence[0]
    assert item.quote.span is not None
    assert len(item.quote.text) > len(best.text.strip())
    paragraph = paragraph_of(best.article, best.span)
    assert paragraph.start <= item.quote.span.start
    assert item.quote.span.end <= paragraph.end


def test_a_clause_at_the_end_of_a_paragraph_keeps_to_it(asked_of: AskedOf):
    asked = asked_of("老船工抽考合格率")
    clause = evidence_with(asked, "61%")
    text = clause.article.text
    paragraph = paragraph_of(clause.article, Span(clause.span.start, clause.span.start + 1))
    assert sentence_around(clause).slice(text).strip() in paragraph.slice(text)


def test_the_paragraph_is_the_line_of_the_reading_text(make_article: MakeArticle):
    article = make_article("渡口平安。", "夜校开课。人人都来。", "食堂开饭。")
    paragraph = "夜校开课。人人都来。"
    start = article.text.index(paragraph)
    assert paragraph_of(article, Span(start + 2, start + 4)).slice(article.text) == paragraph
    assert paragraph_of(article, Span(0, 2)).slice(article.text) == "渡口平安。"
    assert (
        paragraph_of(article, Span(len(article.text) - 2, len(article.text))).slice(article.text)
        == "食堂开饭。"
    )


@pytest.mark.parametrize(("clauses", "whole"), [(40, True), (400, False)])
def test_text_without_full_stops_is_quoted_by_the_clause(
    asked_of: AskedOf, make_article: MakeArticle, clauses: int, whole: bool
):
    article = make_article("夜校讲授航道知识；" * clauses)
    clause = Span(9, 18)
    evidence = replace(asked_of("夜校").evidence[0], article=article, span=clause)
    assert (clauses * 9 <= LONGEST_QUOTED_CHARS) is whole
    assert sentence_around(evidence) == (Span(0, len(article.text)) if whole else clause)
