from __future__ import annotations

import numpy as np
import pytest

from eval.fitting.reader.words import DIMENSIONS, WordTable, fold_lines, word_table
from tests.eval.fitting.reader.conftest import LAW, NEWS


@pytest.fixture(scope="module")
def table() -> WordTable:
    return word_table([*NEWS, LAW])


def test_lines_are_folded_and_empty_ones_left_out():
    assert list(fold_lines("渡 口，Ａ\n\n  \n船員")) == ["渡口,a", "船员"]


def test_words_come_commonest_first_and_rarity_rises(table: WordTable):
    assert table.words[0] in (",", "。")
    assert {"渡口", "夜校"}.isdisjoint(table.words)
    assert {"电梯", "车间", "水泵", "安全", "运行"} <= set(table.words)
    assert (np.diff(table.rarity) >= 0).all()
    assert float(np.exp(-table.rarity).sum()) == pytest.approx(1, abs=1e-4)


def test_each_word_has_a_vector_of_unit_length(table: WordTable):
    assert table.vectors.shape == (len(table.words), DIMENSIONS)
    assert table.vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(table.vectors, axis=1), 1, atol=1e-4)


def test_words_in_like_company_are_nearer_than_others(table: WordTable):
    at = {word: table.vectors[table.words.index(word)] for word in ("电梯", "水泵", "停工", "全年")}
    assert at["电梯"] @ at["水泵"] > max(at["电梯"] @ at["停工"], at["电梯"] @ at["全年"])


def test_characters_are_single_and_each_stands_once(table: WordTable):
    assert {len(character) for character in table.characters} == {1}
    assert len(set(table.characters)) == len(table.characters)
    assert set("电梯安全") <= set(table.characters)
