from collections import Counter
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.retrieval.postings import MOST, Postings, postings_of, term_hash

DOCUMENTS = st.lists(
    st.dictionaries(st.text("工会党组安全", min_size=1, max_size=2), st.integers(1, 9)), max_size=6
)


@settings(deadline=None)
@given(DOCUMENTS)
def test_every_count_is_found_again(documents: list[dict[str, int]]):
    field = postings_of(documents)
    assert field.documents == len(documents)
    assert field.lengths.tolist() == [sum(counts.values()) for counts in documents]
    for term in {term for counts in documents for term in counts} | {"产假"}:
        assert [field.count(term, row) for row in range(len(documents))] == [
            d.get(term, 0) for d in documents
        ]
        assert field.frequency(term) == sum(term in counts for counts in documents)


def test_rows_of_a_term_rise():
    field = postings_of([{"工会": 1}, {"党": 1}, {"工会": 2}])
    found = field.find("工会")
    assert field.rows[found].tolist() == [0, 2]
    assert field.counts[found].tolist() == [1, 2]


def test_a_count_beyond_the_most_stays_at_the_most():
    assert postings_of([Counter({"的": MOST + 1})]).count("的", 0) == MOST


def test_saved_postings_are_the_same(tmp_path: Path):
    field = postings_of([{"工会": 2, "安全": 1}, {"安全": 1}])
    field.save(tmp_path / "words")
    again = Postings.load(tmp_path / "words")
    assert not again.rows.flags.owndata  # memory-mapped
    assert type(again.rows) is np.ndarray
    assert again.count("工会", 0) == 2
    assert again.frequency("安全") == 2


def test_a_field_without_a_term_can_be_saved(tmp_path: Path):
    postings_of([]).save(tmp_path / "words")
    assert Postings.load(tmp_path / "words").frequency("工会") == 0


def test_a_term_has_the_same_hash_everywhere():
    assert term_hash("工会") == np.uint64(1760001874440841543)
