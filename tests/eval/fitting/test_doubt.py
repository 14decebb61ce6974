from __future__ import annotations

import pytest

from eval.fitting.dev_sets import Found
from eval.fitting.doubt import fit
from rag.answering.doubt import Signs


@pytest.mark.parametrize(("threshold", "share"), [(0.0, 1.0), (1.0, 0.0)])
def test_the_threshold_catches_all_or_none(found: tuple[Found, ...], threshold: float, share: float):
    fitted = fit(found, (), threshold)
    assert (fitted.caught, fitted.refused) == (share, share)


def test_what_the_corpus_does_not_say_is_told_from_the_rest(found: tuple[Found, ...]):
    fitted = fit(found, (), 0.5)
    assert (fitted.caught, fitted.refused) == (1.0, 0.0)
    assert len(fitted.weights) == len(Signs._fields)


def test_questions_about_articles_do_not_count(found: tuple[Found, ...]):
    without = [one for one in found if one.question.type != "metadata"]
    assert fit(found, (), 0.5) == fit(without, (), 0.5)


def test_no_sign_speaks_for_an_answer(found: tuple[Found, ...]):
    assert all(weight >= 0 for weight in fit(found, (), 0.5).weights)


def test_what_is_said_of_the_threshold_is_said_of_real_questions_alone(found: tuple[Found, ...]):
    unanswered = tuple(one for one in found if not one.question.answers)
    fitted = fit(found, unanswered, 0.5)
    assert (fitted.caught, fitted.refused) == (1.0, 0.0)
