import pytest

from embeddings.training.own_questions import (
    PLACED,
    AnsweredQuestion,
    PlacedQuestion,
    everyday_questions,
    is_kept,
    placed_questions,
)


@pytest.mark.parametrize("name", PLACED)
def test_every_question_has_a_place_and_is_asked_once_of_it(name: str):
    asked = list(placed_questions(name))
    assert all(one.document and one.start >= 0 and len(one.question) >= 3 for one in asked)
    assert len(set(asked)) == len(asked)


def test_everyday_questions_are_asked_once_and_have_an_answer():
    asked = list(everyday_questions())
    assert len({one.question for one in asked}) == len(asked)
    assert all(len(one.answer) > 10 for one in asked)


def test_about_a_tenth_of_the_passages_is_kept_for_measuring():
    passages = {(one.document, one.start): one.kept for one in placed_questions("laws")}
    assert 0.08 < sum(passages.values()) / len(passages) < 0.12


def test_all_questions_of_a_passage_are_kept_or_none():
    kept: dict[tuple[str, int], set[bool]] = {}
    for one in placed_questions("news"):
        kept.setdefault((one.document, one.start), set()).add(one.kept)
    assert all(len(decisions) == 1 for decisions in kept.values())


def test_what_is_kept_does_not_change_with_the_machine():
    assert [passage for passage in "甲乙丙丁子丑寅卯" if is_kept(passage)] == ["丑"]
    assert PlacedQuestion("法", 3, "问").kept is is_kept("法:3")
    assert AnsweredQuestion("问", "答").kept is is_kept("答")
