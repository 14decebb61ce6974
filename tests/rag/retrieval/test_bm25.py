from math import log

import pytest

from rag.retrieval.bm25 import Bm25Settings, idf, length_norms, term_weights


def test_idf_is_that_of_the_formula():
    assert idf(4, [1, 4]) == pytest.approx([log(1 + 3.5 / 1.5), log(1 + 0.5 / 4.5)])


def test_a_term_of_every_document_still_counts_a_little():
    assert 0 < idf(100, 100) < 0.01


def test_an_empty_corpus_knows_no_rarity():
    assert idf(0, [0, 0]).tolist() == [0, 0]


def test_a_document_of_mean_length_has_k1_for_its_norm():
    assert length_norms([10, 20, 30], Bm25Settings(k1=1.2, b=0.75)).tolist() == pytest.approx(
        [0.75, 1.2, 1.65]
    )


def test_documents_without_tokens_have_norms():
    assert length_norms([0, 0], Bm25Settings()).tolist() == pytest.approx([0.3, 0.3])


def test_repetition_counts_less_and_less():
    weights = term_weights([1, 2, 100], 1.2, Bm25Settings())
    assert weights.tolist() == pytest.approx([1.0, 4.4 / 3.2, 220 / 101.2])
