"""What a list is asked for, and a place that the search likes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rag.answering.lists.candidate import ListQuestion, Place
from rag.answering.lists.features import ListPlace
from rag.answering.overlap import QuestionTerms
from rag.answering.question import analyse

Wanted = Callable[[str], ListQuestion]


@pytest.fixture(scope="session")
def wanted() -> Wanted:
    """Makes the question for a list, every word as rare as any other."""

    def make(question: str) -> ListQuestion:
        return ListQuestion.of(analyse(question), QuestionTerms.of(question, lambda *_: 1.0))

    return make


@pytest.fixture(scope="session")
def liked() -> Place:
    """Every stretch as well as the best sentence of the best passage of the best article."""
    return lambda _article, _span: ListPlace(1.0, 1.0, 1.0)
