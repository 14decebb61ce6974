"""Which beginning goes on where an end breaks off?"""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.text.characters.model import CharacterModel, PageModel, background, key_of
from rag.text.characters.training import model_of, write


def page(text: str) -> PageModel:
    return PageModel(text, background())


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ("在党组", "织的领导下", "册图书"),
        ("健全工作体", "系和制度", "织起来"),
        ("把责任落", "实到人", "体系"),
        ("隐患排查治", "理台账", "作制度"),
    ],
)
def test_a_word_cut_in_two_reads_on_in_its_other_half(left: str, right: str, other: str):
    assert page("").continuation(left, right) > page("").continuation(left, other)


def test_what_the_page_says_elsewhere_reads_on():
    cut = ("菜谱由职工投票排定的“三色", "驿站”")
    plain = page("").continuation(*cut)
    assert page("三色驿站就在井口旁边,三色驿站全天开门。").continuation("投票排定的三色", "驿站") > plain


def test_a_single_character_on_either_side_is_enough():
    assert page("").continuation("组", "织") > 0 > page("").continuation("组", "册")


def test_a_row_that_was_never_counted_counts_nothing():
    model = CharacterModel(np.array([key_of("")], dtype=np.uint32), np.array([0], dtype=np.uint8))
    assert model.count("") == 1.0
    assert model.count("国") == 0.0


@given(st.text(min_size=1, max_size=4), st.text(min_size=1, max_size=4))
def test_any_two_ends_have_a_finite_ratio(left: str, right: str):
    assert abs(page("").continuation(left, right)) < 60


def test_training_keeps_singles_frequent_pairs_and_telling_triples(tmp_path: Path):
    counts = model_of(["党组织生活\n党组织建设"] * 10)
    assert counts[""] == 10 * 11 + 9
    assert counts["党"] == 20
    assert counts["党组"] == 20
    assert "活\n" not in counts
    assert counts["组织生"] == 10
    write(counts, tmp_path)
    model = CharacterModel(np.load(tmp_path / "rows.npy"), np.load(tmp_path / "steps.npy"))
    assert model.count("党组") == pytest.approx(20, rel=0.04)
    assert model.count("组织") > model.count("织生") > model.count("生党") == 0
