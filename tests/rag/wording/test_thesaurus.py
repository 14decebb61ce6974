import pytest

from rag.text.normalise import fold
from rag.wording.dictionary_file import bundled
from rag.wording.thesaurus import MOST_MEANINGS, thesaurus


@pytest.mark.parametrize(
    ("question", "written"),
    [("被炒鱿鱼能拿多少", "解除劳动合同"), ("房东要涨房租", "出租人"), ("怎么跟单位打官司", "起诉")],
)
def test_an_everyday_word_is_looked_for_as_it_is_written(question: str, written: str):
    assert written in {one.meant for one in thesaurus().alternatives(question)}


def test_the_written_word_is_not_looked_for_as_people_say_it():
    assert "炒鱿鱼" not in {one.meant for one in thesaurus().alternatives("解除劳动合同的补偿")}


def test_words_that_only_ask_are_left_alone():
    assert thesaurus().alternatives("为什么怎么多少") == ()


def test_a_word_of_many_meanings_has_its_first_ones():
    assert max(map(len, thesaurus().others.values())) == MOST_MEANINGS


def test_its_words_are_folded():
    others = thesaurus().others
    assert all(said == fold(said) for said in others)
    assert all(one.meant == fold(one.meant) for found in others.values() for one in found)


def test_what_the_dictionary_says_itself_comes_first():
    first = bundled().alternatives("别走过场")[0]
    assert (first.said, first.meant) == ("走过场", "流于形式")
