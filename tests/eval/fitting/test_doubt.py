from __future__ import annotations

import pytest

from eval.fitting.dev_sets import Found
from eval.fitting.doubt import fit
from rag.answering.doubt import Signs


@pytest.mark.parametrize(("threshold", "share"), [(0.0, 1.0), (1.0, 0.0)])
def test_the_threshold_catches_all_or_none(found: tuple[Found, ...], threshold: float, share: float):
    fitted = fit(found, threshold)
    assert (fitted.caught, fitted.refused) == (share, share)


def test_what_the_corpus_does_not_say_is_told_from_the_rest(found: tuple[Found, ...]):
    fitted = fit(found, 0.5)
    assert (fitted.caught, fitted.refused) == (1.0, 0.0)
    assert len(fitted.weights) == len(Signs._fields)


def test_questions_about_articles_do_not_count(found: tuple[Found, ...]):
    without = [one for one in found if one.question.type != "metadata"]
    assert fit(found, 0.5) == fit(without, 0.5)
