from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rag.answering.facts import fact
from rag.answering.likeliest import likeliest
from rag.answering.passages import passage
from rag.answering.settings import AnswerSettings

if TYPE_CHECKING:
    from tests.rag.conftest import AskedOf

NEVER_IN_DOUBT = AnswerSettings(in_doubt_below=0.0)
ALWAYS_IN_DOUBT = AnswerSettings(in_doubt_below=1.1)
QUESTION = "码头夜校全年培训多少名船员?"


def test_a_sure_sentence_stands_alone(asked_of: AskedOf):
    answer = fact(asked_of(QUESTION, NEVER_IN_DOUBT))
    assert answer is not None
    assert len(answer.items) == 1


def test_in_doubt_the_next_best_sentence_is_shown_behind_the_best(asked_of: AskedOf):
    asked = asked_of(QUESTION, ALWAYS_IN_DOUBT)
    answer = fact(asked)
    assert likeliest(asked) == asked.evidence[:2]
    assert answer is not None
    assert [item.quote.text for item in answer.items] == [e.text.strip() for e in asked.evidence[:2]]
    assert [item.citation for item in answer.items] == [1, 2]


def test_a_sentence_that_is_quoted_already_is_not_quoted_again(asked_of: AskedOf):
    answer = passage(asked_of("怎样补齐救生设备?", ALWAYS_IN_DOUBT))
    assert answer is not None
    spans = [item.quote.span for item in answer.items if item.quote.span]
    assert all(not a.overlap(b) for n, a in enumerate(spans) for b in spans[n + 1 :])


def test_without_evidence_nothing_is_likely(asked_of: AskedOf):
    assert likeliest(replace(asked_of(QUESTION), hits=())) == ()
