from __future__ import annotations

from eval.fitting.passages import PassageSet


def test_each_passage_is_an_article(pool: PassageSet):
    assert list(pool.articles) == ["p1", "p2", "p3"]
    article = pool.articles["p2"]
    assert article.text == "夜班食堂供应热饭。热饭每份8元,由职工代表定价。"
    assert article.body.slice(article.text) == article.text
    assert [piece.slice(article.text) for piece in article.pieces(article.body)] == [article.text]
    assert (article.title, article.author, article.sections) == (None, None, ())


def test_each_question_leads_to_its_answer_in_its_passage(pool: PassageSet):
    said = [
        (question.text, [span.slice(pool.articles[question.passage].text) for span in question.answers])
        for question in pool.questions
    ]
    assert said[0] == ("夜校全年培训多少名船员?", ["412名"])
    assert [answers for _, answers in said] == [["412名"], ["梁守江"], ["8元"], ["覆冰"], ["职工代表"]]


def test_a_question_without_a_place_is_left_out(pool: PassageSet):
    assert "渡口有几条船?" not in [question.text for question in pool.questions]


def test_the_passage_that_answers_is_found_first(pool: PassageSet):
    first = [pool.hits(question.text, 3)[0] for question in pool.questions]
    assert [article.article_id for _, article in first] == [question.passage for question in pool.questions]
    assert [hit.rank for hit, _ in first] == [1] * len(first)


def test_no_more_hits_come_than_asked_for(pool: PassageSet):
    assert len(pool.hits("夜校 热饭 巡线", 2)) == 2
    assert pool.hits("什么?", 3) == []
