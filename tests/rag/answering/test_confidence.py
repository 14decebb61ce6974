from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rag.answering.confidence import confidence
from rag.answering.doubt import probability, signs

if TYPE_CHECKING:
    from tests.rag.conftest import AskedOf


def test_confidence_is_what_doubt_leaves(asked_of: AskedOf):
    asked = asked_of("码头夜校全年培训多少名船员?")
    assert confidence(asked) == pytest.approx(1 - probability(signs(asked)))


def test_question_words_alone_are_no_question_to_be_sure_of(asked_of: AskedOf):
    assert confidence(asked_of("什么?")) is None
