import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.retrieval.fusion import best_rows, lexical_parts, meaning_weight
from rag.retrieval.lexical import LexicalScores


def test_the_parts_are_added_by_their_weights():
    scores = LexicalScores(np.array([10.0, 4.0]), np.array([2.0, 6.0]), np.array([0.5, 1.0]))
    points = lexical_parts(scores, article_weight=0.5, coverage_weight=0.2).points
    assert points.tolist() == [10 + 1 + 0.2 * 10 * 0.5, 4 + 3 + 0.2 * 10 * 1.0]


def test_an_empty_index_has_no_points():
    nothing = np.zeros(0)
    assert lexical_parts(LexicalScores(nothing, nothing, nothing), 0.5, 0.2).points.size == 0


def test_meaning_weighs_what_the_words_leave_open():
    assert meaning_weight(80.0, np.array([0.25, 0.5]), 0.5) == 20.0
    assert meaning_weight(80.0, np.array([0.25, 1.0]), 0.5) == 0.0


def test_where_nothing_is_looked_up_meaning_still_weighs():
    assert meaning_weight(0.0, np.array([0.0]), 0.5) == 0.5
    assert meaning_weight(0.0, np.zeros(0), 0.5) == 0.5


@settings(deadline=None)
@given(st.lists(st.sampled_from([0.0, 0.5, 1.0, 2.0]), max_size=12), st.integers(-1, 14))
def test_the_best_rows_are_the_first_of_all_sorted(scores: list[float], k: int):
    rows = np.arange(len(scores))[::-1] * 3
    in_order = sorted(range(len(scores)), key=lambda at: (-scores[at], rows[at]))
    assert best_rows(rows, np.array(scores), k).tolist() == in_order[: max(k, 0)]
