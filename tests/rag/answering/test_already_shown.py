from __future__ import annotations

from typing import TYPE_CHECKING

from rag.answering.already_shown import FOLLOWING_GAINS, SHOWN_LOSES, AlreadyShown
from rag.answering.overlap import QuestionTerms
from rag.answering.quote import quote_body
from rag.text.spans import Span
from tests.rag.answering.test_evidence import evenly, evidence_of

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle

FERRY = "渡口归航运公司管。渡口每年查船两次。查船由船检站做。"


def own(question: str) -> QuestionTerms:
    return QuestionTerms.of(question, evenly)


def test_a_shown_sentence_without_the_words_of_the_turn_loses_most(make_article: MakeArticle) -> None:
    article = make_article(FERRY)
    shown = quote_body(article, Span(0, 9))
    found = evidence_of("渡口归谁管?", article)
    again = AlreadyShown(own("查船几次?"), (shown,)).ranked(found)
    before, after = ({e.span: e.score for e in some} for some in (found, again))
    assert {span: before[span] - after[span] for span in before} == {
        span: SHOWN_LOSES if span.start == 0 else 0.0 for span in before
    }
    assert [e.score for e in again] == sorted((e.score for e in again), reverse=True)


def test_a_shown_sentence_that_holds_the_words_of_the_turn_best_loses_nothing(
    make_article: MakeArticle,
) -> None:
    article = make_article(FERRY)
    found = evidence_of("查船几次?", article)
    shown = AlreadyShown(own("渡口归谁管?"), (quote_body(article, Span(0, 9)),))
    assert shown.ranked(found) == tuple(found)


def test_what_stands_behind_the_last_answer_gains_where_that_is_asked_for(make_article: MakeArticle) -> None:
    article = make_article(FERRY)
    found = evidence_of("渡口归谁管?", article)
    following = AlreadyShown(own("渡口归谁管?"), after=quote_body(article, Span(0, 9))).ranked(found)
    gains = {e.span.start: e.score for e in following}
    for evidence in found:
        gains[evidence.span.start] -= evidence.score
    assert gains[0] == 0.0
    assert abs(gains[9] - FOLLOWING_GAINS) < 1e-9
    assert 0.0 < gains[18] < gains[9]


def test_a_list_was_shown_only_where_its_items_stood_by_themselves(make_article: MakeArticle) -> None:
    article = make_article("办法有停航、换证两种。")
    items = (Span(3, 5), Span(6, 8))
    by_themselves = tuple(quote_body(article, item) for item in items)
    assert AlreadyShown(own("渡口"), by_themselves).listed(article.article_id, items)
    assert not AlreadyShown(own("渡口"), by_themselves[:1]).listed(article.article_id, items)
    assert not AlreadyShown(own("渡口"), by_themselves).listed("别处", items)
    in_passing = (quote_body(article, Span(0, 11)),)
    assert not AlreadyShown(own("渡口"), in_passing).listed(article.article_id, items)
    assert not AlreadyShown(own("渡口")).listed(article.article_id, ())
