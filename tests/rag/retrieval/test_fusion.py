from math import log

import numpy as np
import pytest

from rag.retrieval.fusion import dense_scale, lexical_points
from rag.retrieval.lexical import LexicalScores


def test_the_parts_are_added_by_their_weights():
    scores = LexicalScores(np.array([10.0, 4.0]), np.array([2.0, 6.0]), np.array([0.5, 1.0]))
    points = lexical_points(scores, article_weight=0.5, coverage_weight=0.2)
    assert points.tolist() == [10 + 1 + 0.2 * 10 * 0.5, 4 + 3 + 0.2 * 10 * 1.0]


def test_an_empty_index_has_no_points():
    nothing = np.zeros(0)
    assert lexical_points(LexicalScores(nothing, nothing, nothing), 0.5, 0.2).size == 0


def test_the_cosine_grows_with_the_corpus_as_idf_does():
    assert dense_scale(999, 1.5) == pytest.approx(1.5 * log(1000))
