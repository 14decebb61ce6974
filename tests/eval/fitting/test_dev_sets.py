from __future__ import annotations

from eval.fitting.dev_sets import Found, place_of
from rag.text.spans import Span


def test_every_question_but_the_english_ones_is_looked_up(found: tuple[Found, ...]):
    assert [one.question.qid for one in found] == ["q1", "q2", "q3", "q4", "q5", "q6", "q8"]
    assert all(one.asked.hits for one in found)


def test_a_follow_up_is_looked_up_in_the_form_that_stands_alone(found: tuple[Found, ...]):
    told = {one.question.qid: one.asked.question.text for one in found}
    assert told["q8"] == "船员抽考合格率是多少?"
    assert told["q1"] == "全年培训船员多少名?"


def test_a_place_names_the_file_and_the_pieces(found: tuple[Found, ...]):
    _, article = found[0].asked.hits[0]
    place = place_of(article, Span(0, 4))
    assert (place.file, place.record) == ("渡口.md", None)
    assert place.pieces == article.pieces(Span(0, 4))
