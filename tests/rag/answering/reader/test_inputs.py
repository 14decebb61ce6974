from __future__ import annotations

import numpy as np
import pytest

from rag.answering.reader.inputs import MATCHES, RARITY_SCALE, Text, sides
from rag.answering.reader.vocabulary import Vocabulary

QUESTION, PASSAGE = "渡口培训多少船员", "渡口开夜校。培训渡船员工,船员名单。"


@pytest.fixture
def seen(vocabulary: Vocabulary) -> dict[str, list[float]]:
    """The columns of the passage's matches with the question, by the passage's tokens in a row."""
    passage = Text.of(PASSAGE, vocabulary)
    said = [token.text for token in passage.tokens]
    assert said == ["渡口", "开", "夜校", "。", "培训", "渡船", "员工", ",", "船员", "名单", "。"]
    side = sides(Text.of(QUESTION, vocabulary), passage)[1]
    names = ("said", "letters", "run2", "run3", "run5", "rarity", "said_rarity", "sentence", "asks")
    return {name: side.matches[:, at].tolist() for at, name in enumerate(names)}


def test_a_word_that_the_question_says_is_said(seen: dict[str, list[float]]):
    assert seen["said"] == [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0]


def test_the_share_of_the_characters_that_the_question_has(seen: dict[str, list[float]]):
    assert seen["letters"] == [1, 0, 0, 0, 1, 1, 0.5, 0, 1, 0, 0]


def test_stretches_that_both_have_count_from_their_length_on(seen: dict[str, list[float]]):
    assert seen["run2"] == [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0]
    assert seen["run3"] == seen["run5"] == [0] * 11


def test_a_long_stretch_counts_in_every_length(vocabulary: Vocabulary):
    question, passage = (Text.of(text, vocabulary) for text in ("渡口培训船员", "夜校渡口培训船员。"))
    own, other = sides(question, passage)
    assert own.matches[:, 2:5].tolist() == [[1, 1, 1]] * 3
    assert other.matches[:, 2:5].tolist() == [[0, 0, 0], *[[1, 1, 1]] * 3, [0, 0, 0]]


def test_rarity_counts_by_itself_and_where_the_word_is_said(seen: dict[str, list[float]]):
    assert seen["rarity"][0] == pytest.approx(3 / RARITY_SCALE)
    assert seen["rarity"][1] == pytest.approx(10 / RARITY_SCALE)
    assert seen["said_rarity"] == [r if s else 0 for r, s in zip(seen["rarity"], seen["said"], strict=True)]


def test_each_sentence_has_its_share_of_what_the_question_tells(seen: dict[str, list[float]]):
    told = {"渡口": 3, "培训": 4, "船员": 5}
    shares = [3 / sum(told.values())] * 4 + [9 / sum(told.values())] * 7
    assert seen["sentence"] == pytest.approx(shares)


def test_words_that_only_ask_are_marked_and_match_nothing(vocabulary: Vocabulary):
    question, passage = Text.of(QUESTION, vocabulary), Text.of("多少渡口", vocabulary)
    own, other = sides(question, passage)
    assert [token.text for token in question.tokens] == ["渡口", "培训", "多少", "船员"]
    assert own.matches[:, 8].tolist() == [0, 0, 1, 0]
    assert (own.matches[:, 0].tolist(), other.matches[:, 0].tolist()) == ([1, 0, 0, 0], [0, 1])


def test_marks_match_nothing(vocabulary: Vocabulary):
    own, other = sides(Text.of("渡口。", vocabulary), Text.of("夜校。", vocabulary))
    assert own.matches[:, :2].tolist() == [[0, 0], [0, 0]]
    assert other.matches[:, :2].tolist() == [[0, 0], [0, 0]]


def test_only_the_first_tokens_are_kept_as_many_as_are_asked_for(vocabulary: Vocabulary):
    text = Text.of("渡口培训船员。", vocabulary, 2)
    assert [token.text for token in text.tokens] == ["渡口", "培训"]
    assert (text.words.tolist(), text.starts.tolist(), text.ends.tolist()) == ([1, 2], [0, 2], [2, 4])


def test_an_empty_text_has_rows_of_nothing(vocabulary: Vocabulary):
    own, other = sides(Text.of("", vocabulary), Text.of("渡口", vocabulary))
    assert own.matches.shape == (0, MATCHES)
    assert own.characters.shape == (0, 4)
    assert np.isfinite(other.matches).all()
