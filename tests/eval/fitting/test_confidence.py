from __future__ import annotations

from eval.fitting.confidence import answered, fit, shown_by
from eval.fitting.dev_sets import Found
from rag.answering.answer import Abstention
from rag.answering.compose import compose


def test_refused_questions_give_no_answer_to_learn_from(found: tuple[Found, ...]):
    given = [one for one in found if not isinstance(compose(one.asked), Abstention)]
    assert len(list(answered(found))) == len(given)


def test_an_answer_is_right_where_it_shows_the_gold_answer(found: tuple[Found, ...]):
    rows = list(answered(found))
    given = [one for one in found if not isinstance(compose(one.asked), Abstention)]
    for row, one in zip(rows, given, strict=True):
        shown = "".join(part.text for part in shown_by(compose(one.asked)))
        if row.right:
            assert one.question.answers
        elif one.question.answers and one.question.mode == "any":
            assert not all(answer.text in shown for answer in one.question.answers)


def test_what_is_fitted_says_of_how_many_answers(found: tuple[Found, ...]):
    fitted = fit(found)
    rows = list(answered(found))
    assert fitted.n == len(rows)
    assert fitted.right == sum(row.right for row in rows) / len(rows)
    assert 0 <= fitted.error <= 1
