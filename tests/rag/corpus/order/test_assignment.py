from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rag.corpus.order.assignment import best_pairs

GAINS = st.integers(1, 4).flatmap(
    lambda rows: st.integers(1, 4).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 9).map(float), min_size=columns, max_size=columns),
            min_size=rows,
            max_size=rows,
        )
    )
)


def best_total(gain: list[list[float]]) -> float:
    """By trying every way."""
    rows, columns = len(gain), len(gain[0])
    if rows > columns:
        return best_total([list(row) for row in zip(*gain, strict=True)])
    return max(sum(gain[r][c] for r, c in enumerate(way)) for way in permutations(range(columns), rows))


@given(GAINS)
def test_the_total_is_the_best_of_all_ways(gain: list[list[float]]):
    pairs = best_pairs(gain)
    assert sum(gain[row][column] for row, column in pairs) == best_total(gain)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


def test_nothing_to_gain_is_no_pair():
    assert best_pairs([]) == []
    assert best_pairs([[0.0]]) == []
