from __future__ import annotations

from pathlib import Path

import numpy as np

from rag.answering.reader.vocabulary import Vocabulary

KNOWN = Vocabulary(
    ("渡口", "船员", "。"),
    ("渡", "口", "船"),
    np.array([[3, 4], [0, -127], [127, 0]], dtype=np.int8),
    np.array([4.0, 6.5, 9.0], dtype=np.float32),
)


def test_words_have_their_row_and_others_have_none():
    assert KNOWN.word_numbers(["船员", "夜校", "渡口"]).tolist() == [2, 0, 1]
    assert KNOWN.word_numbers([]).shape == (0,)


def test_of_a_word_four_characters_are_looked_at():
    numbers = KNOWN.character_numbers(["渡口", "船员渡口渡", "校"])
    assert numbers.tolist() == [[1, 2, -1, -1], [3, 0, 1, 2], [0, -1, -1, -1]]
    assert KNOWN.character_numbers([]).shape == (0, 4)


def test_a_word_that_is_not_known_counts_as_the_rarest():
    assert KNOWN.rarest == 9.0
    assert KNOWN.rarities(np.array([2, 0, 1])).tolist() == [6.5, 9.0, 4.0]


def test_vectors_have_unit_length_and_an_unknown_word_has_none():
    vectors = KNOWN.vectors_of(np.array([1, 0, 2]))
    np.testing.assert_allclose(vectors, [[0.6, 0.8], [0, 0], [0, -1]], atol=1e-6)
    assert vectors.dtype == np.float32


def test_what_is_written_is_read_back(tmp_path: Path):
    KNOWN.write(tmp_path)
    back = Vocabulary.read(tmp_path)
    assert (back.words, back.characters) == (KNOWN.words, KNOWN.characters)
    assert (back.vectors.tolist(), back.rarity.tolist()) == (KNOWN.vectors.tolist(), [4.0, 6.5, 9.0])
    assert (back.vectors.dtype, back.rarity.dtype) == (np.int8, np.float32)
