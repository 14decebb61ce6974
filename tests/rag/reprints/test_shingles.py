import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rag.reprints.shingles import SHINGLE_CHARS, distinct, held, letters, longest_own, shingles


@given(st.text())
def test_a_text_has_a_shingle_from_each_letter_that_has_enough_behind_it(text: str):
    said = letters(text)
    assert len(shingles(said)) == max(0, len(said) - SHINGLE_CHARS + 1)


@given(st.text(alphabet="安全生产一二", max_size=60))
def test_equal_stretches_have_equal_hashes_and_others_do_not(said: str):
    stretches = [said[at : at + SHINGLE_CHARS] for at in range(len(said) - SHINGLE_CHARS + 1)]
    assert len(distinct(shingles(said))) == len(set(stretches))


def test_traditional_characters_and_full_width_are_the_same_letters():
    assert letters("礦井１２０米，安全第一！") == letters("矿井 120米。安全 第一")


def test_which_shingles_another_text_holds_is_told_in_order():
    whole = distinct(shingles("先挂牌再上锁最后验电"))
    assert held(shingles("再上锁最后放电"), whole).tolist() == [True, False, False]
    assert held(shingles("再上锁最后"), shingles("")).tolist() == [False]


def test_the_longest_stretch_of_its_own_is_counted_in_letters():
    whole = distinct(shingles("先挂牌再上锁最后验电然后开工"))
    assert longest_own(shingles("先挂牌再上锁最后验电然后开工"), whole) == 0
    assert longest_own(shingles("先挂牌再上锁请班长签字最后验电然后开工"), whole) == 5
    assert longest_own(shingles("先挂牌再"), whole) == 0


def test_hashes_are_the_same_on_every_machine():
    assert shingles("安全生产月").tolist() == [9835694192523493907]
    assert shingles("安全生产月").dtype == np.uint64
