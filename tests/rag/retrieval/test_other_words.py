import pytest

from rag.corpus.article import Chunk
from rag.retrieval.lexical import LexicalIndex
from rag.retrieval.query import analyse
from rag.wording.alternative import Alternative


@pytest.fixture
def index(chunks: list[Chunk]) -> LexicalIndex:
    return LexicalIndex.build(chunks)


def test_a_chunk_that_says_it_in_other_words_is_found(index: LexicalIndex):
    alone = index.search(analyse("薪酬"))
    other = index.search(analyse("薪酬", alternatives=[Alternative("薪酬", "经费", 0.9)]))
    assert not alone.chunks.any()
    assert other.chunks.argmax() == 4
    assert other.coverage[4] == pytest.approx(0.9)


def test_other_words_count_less_than_the_questions_own(index: LexicalIndex):
    own = index.search(analyse("经费")).chunks[4]
    other = index.search(analyse("薪酬", alternatives=[Alternative("薪酬", "经费", 0.6)])).chunks[4]
    assert 0 < other < own


def test_a_chunk_that_says_both_gains_nothing(index: LexicalIndex):
    plain = analyse("病历", alternatives=[])
    both = analyse("病历", alternatives=[Alternative("病历", "归档", 0.6)])
    assert index.search(both).chunks[2] == pytest.approx(index.search(plain).chunks[2])


def test_of_several_other_words_the_best_counts_once(index: LexicalIndex):
    one = [Alternative("薪酬", "经费", 0.6)]
    two = [*one, Alternative("薪酬", "会费", 0.6)]
    single = index.search(analyse("薪酬", alternatives=one)).chunks[4]
    assert index.search(analyse("薪酬", alternatives=two)).chunks[4] < 1.5 * single


def test_the_explanation_adds_up_with_other_words_as_well(index: LexicalIndex):
    query = analyse("病历薪酬", alternatives=[Alternative("薪酬", "借阅", 0.9)])
    explained = index.explain(query, 3)
    assert sum(one.score for one in explained) == pytest.approx(index.search(query).chunks[3])


def test_the_explanation_names_the_other_words_that_gave_most(index: LexicalIndex):
    others = [
        Alternative("薪酬", "绩效", 0.9),
        Alternative("薪酬", "经费", 0.9),
        Alternative("薪酬", "设备", 0.2),
    ]
    (word,) = index.explain(analyse("薪酬", alternatives=others), 4)
    assert (word.term, word.meant, word.idf) == ("薪酬", "经费", index.idf("经费"))
