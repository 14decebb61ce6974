"""Character F1 by its definition, and its properties."""

from hypothesis import given
from hypothesis import strategies as st

from eval.measures.overlap import character_f1, exact_match, longest_common_run

SOME_TEXT = st.text(alphabet="安全生产工会矿工23%,。 ", max_size=12)


def test_punctuation_and_width_do_not_break_an_exact_match():
    assert exact_match("“安全，生产”", "安全,生产") == 1.0
    assert exact_match("安全生产", "安全") == 0.0


def test_f1_counts_the_longest_common_stretch_and_not_single_characters():
    assert character_f1("产生安全", "安全生产") == 0.5
    assert character_f1("工会", "矿工") == 0.5
    assert character_f1("", "矿工") == 0.0


@given(SOME_TEXT, SOME_TEXT)
def test_f1_is_symmetric_and_between_nothing_and_all(a: str, b: str):
    assert character_f1(a, b) == character_f1(b, a)
    assert 0.0 <= character_f1(a, b) <= 1.0


@given(SOME_TEXT, SOME_TEXT)
def test_the_longest_common_run_is_the_one_found_by_trying_all(a: str, b: str):
    tried = [j - i for i in range(len(a)) for j in range(i, len(a) + 1) if a[i:j] in b]
    assert longest_common_run(list(a), list(b)) == max(tried, default=0)
