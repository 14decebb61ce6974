from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.answering.abstain import (
    CHINESE_PLEASE,
    EMPTY,
    NO_SENTENCE,
    NO_SUBJECT,
    NO_VALUE,
    NO_WORDS,
    TOO_LONG,
    nearest,
    no_question,
    nothing_found,
    unanswered,
)
from rag.answering.answer import AbstentionKind
from rag.answering.corpus_view import CorpusView
from rag.answering.settings import AnswerSettings
from rag.assistant import Assistant
from rag.errors import Words

if TYPE_CHECKING:
    from tests.rag.conftest import AskedOf

TRUSTING = AnswerSettings(refusal_threshold=1.0)
DOUBTING = AnswerSettings(refusal_threshold=0.0)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", EMPTY),
        (" \n\t　", EMPTY),
        ("？？？", NO_WORDS),
        ("😀🎉", NO_WORDS),
        ("《》……", NO_WORDS),
        ("\x00\x07", NO_WORDS),
        ("渡口" * 300, TOO_LONG),
        ("谢谢您!", NO_SUBJECT),
        ("好的", NO_SUBJECT),
        ("嗯嗯,明白了", NO_SUBJECT),
        ("OK", NO_SUBJECT),
    ],
)
def test_empty_garbled_and_endless_input_is_told_so(assistant: Assistant, typed: str, reason: Words):
    refusal = no_question(typed, CorpusView(assistant.snapshot()), AnswerSettings())
    assert refusal is not None
    assert (refusal.kind, refusal.reason) == (AbstentionKind.NOT_A_QUESTION, reason)
    assert (refusal.items, refusal.missing, refusal.nearest) == ((), (), ())


@pytest.mark.parametrize("typed", ["渡口安全吗?", "how many?", "7", "渡" * 500, "好的渡口", "谢谢谁"])
def test_whatever_has_words_and_an_end_is_a_question(assistant: Assistant, typed: str):
    assert no_question(typed, CorpusView(assistant.snapshot()), AnswerSettings()) is None


def test_the_longest_question_is_a_setting(assistant: Assistant):
    settings = AnswerSettings(max_question_chars=4)
    library = CorpusView(assistant.snapshot())
    assert no_question("渡口安全", library, settings) is None
    assert no_question("渡口安全?", library, settings) is not None


def test_unknown_words_are_named_with_the_nearest_places(asked_of: AskedOf):
    answer = nothing_found(asked_of("火星归谁管?"))
    assert (answer.kind, answer.missing) == (AbstentionKind.UNKNOWN_WORDS, ("火星",))
    assert answer.reason == Words("资料里没有出现“火星”", "the corpus never says 火星")
    assert answer.nearest


def test_an_english_question_is_asked_to_come_in_chinese(asked_of: AskedOf):
    answer = nothing_found(asked_of("Who runs the submarine?"))
    assert (answer.kind, answer.reason) == (AbstentionKind.UNKNOWN_WORDS, CHINESE_PLEASE)
    assert "submarine" in answer.missing


def test_known_words_without_the_figure_asked_for_say_so(asked_of: AskedOf):
    asked = asked_of("夜航归谁管?")
    numbers = asked_of("夜航推诿多少元?")
    without = tuple((hit, article) for hit, article in numbers.hits if "推诿" in hit.chunk.text)
    assert nothing_found(asked).reason == NO_SENTENCE
    assert nothing_found(replace(numbers, hits=without)).reason == NO_VALUE


def test_nothing_retrieved_is_told_without_places(asked_of: AskedOf):
    answer = nothing_found(replace(asked_of("夜航归谁管?"), hits=()))
    assert (answer.kind, answer.nearest) == (AbstentionKind.NO_SENTENCE, ())


def test_the_nearest_places_are_the_best_sentence_of_each_article(asked_of: AskedOf):
    asked = asked_of("渡口和食堂归谁管?")
    places = nearest(asked)
    assert places[0].text == asked.evidence[0].text.strip()
    assert len({place.article_id for place in places}) == len(places) <= 3


@pytest.mark.parametrize("most", [0, 1, 2])
def test_no_more_places_are_offered_than_set(asked_of: AskedOf, most: int):
    assert len(nearest(asked_of("渡口和食堂归谁管?", AnswerSettings(nearest=most)))) == most


def test_the_threshold_decides_what_is_claimed(asked_of: AskedOf):
    assert unanswered(asked_of("火星归谁管?", TRUSTING)) is None
    assert unanswered(asked_of("夜校讲授航道知识", DOUBTING)) is not None


def test_without_evidence_nothing_is_claimed(asked_of: AskedOf):
    assert unanswered(replace(asked_of("夜航归谁管?", TRUSTING), hits=())) is not None
