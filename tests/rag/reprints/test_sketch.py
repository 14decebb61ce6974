import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rag.reprints.shingles import distinct, shingles
from rag.reprints.sketch import BINS, minhash, sketch_of


def likeness(one: str, other: str) -> float:
    return float((sketch_of(one).minhash == sketch_of(other).minhash).mean())


def test_texts_of_the_same_letters_have_the_same_sketch(article: str):
    one, other = sketch_of(article), sketch_of(article.replace("，", ",").replace("\n", "\n\n"))
    assert (one.chars, one.digest) == (other.chars, other.digest)
    assert np.array_equal(one.minhash, other.minhash)


def test_the_share_of_equal_bins_is_about_the_likeness_of_the_shingles(article: str, other: str):
    half = article[: len(article) // 2]
    assert likeness(article, article) == 1
    assert likeness(article, other) < 0.1
    assert 0.35 < likeness(article, half) < 0.65


@given(st.text(alphabet="安全生产人人有责一二三四", max_size=80))
def test_every_text_fills_every_bin(said: str):
    bins = minhash(distinct(shingles(said)))
    assert (bins.shape, bins.dtype) == ((BINS,), np.uint32)


def test_a_text_shorter_than_a_shingle_has_a_sketch_of_zeros():
    assert not sketch_of("安全").minhash.any()
    assert sketch_of("安全").chars == 2
