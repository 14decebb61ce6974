from __future__ import annotations

from eval.fitting.dev_sets import Found
from eval.fitting.listwise import Example
from eval.fitting.passages import PassageSet
from eval.fitting.sentences import candidates, from_dev_set, from_passages
from rag.answering.evidence import Evidence, Features


def right(sentences: tuple[Evidence, ...], example: Example) -> list[str]:
    """The sentences that hold the answer."""
    assert example.features.shape == (len(sentences), len(Features._fields))
    return [e.text.strip() for e, holds in zip(sentences, example.holds, strict=True) if holds]


def test_the_candidates_are_the_sentences_of_the_passages(pool: PassageSet):
    found = candidates(pool, pool.questions[0], 1)
    assert {evidence.text for evidence in found} == {
        "渡口开了夜校。",
        "夜校每周二开课,全年培训船员412名。",
        "课程由梁守江安排。",
    }


def test_the_sentences_that_hold_the_answer_are_marked(pool: PassageSet):
    first = next(from_passages(pool, pool.questions, 3))
    sentences = candidates(pool, pool.questions[0], 3)
    assert right(sentences, first) == ["夜校每周二开课,全年培训船员412名。"]


def test_a_question_whose_passage_is_not_found_is_left_out(pool: PassageSet):
    elsewhere = pool.questions[0]._replace(passage="p3")
    assert list(from_passages(pool, [elsewhere], 3)) == []


def test_every_question_of_the_set_is_an_example(pool: PassageSet):
    assert len(list(from_passages(pool, pool.questions, 3))) == len(pool.questions)


def test_of_a_set_over_an_index_the_sentences_at_the_place_of_the_answer_are_marked(found: tuple[Found, ...]):
    one_sentence = [one for one in found if one.question.qid in ("q1", "q2", "q8")]
    marked = [right(one.asked.evidence, next(from_dev_set([one]))) for one in one_sentence]
    assert marked == [
        ["公司每周二晚上开课,全年培训船员412名。"],
        ["每条渡船配备抛绳器两具。"],
        ["课堂上念文件,下了船就忘,抽考合格率只有61%。"],
    ]


def test_questions_that_no_sentence_answers_are_left_out(found: tuple[Found, ...]):
    others = [one for one in found if one.question.type in ("list", "metadata", "unanswerable")]
    assert len(others) == 4
    assert list(from_dev_set(others)) == []
