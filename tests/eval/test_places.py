"""Places share what their characters share."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from eval.places import Place, covered, union
from rag.text.spans import Span

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=5
)


def characters(spans: Iterable[Span]):
    return {offset for span in spans for offset in range(span.start, span.end)}


@given(SPANS, SPANS)
def test_covered_counts_every_shared_character_once(gold: list[Span], shown: list[Span]):
    place = Place("甲.txt", None, union(gold))
    by = [Place("甲.txt", None, (span,)) for span in shown]
    assert covered(place, by) == len(characters(gold) & characters(shown))


@given(SPANS)
def test_a_union_holds_the_same_characters_in_order_and_apart(spans: Iterable[Span]):
    merged = union(spans)
    assert characters(merged) == characters(spans)
    assert all(left.end < right.start for left, right in pairwise(merged))


def test_records_of_one_file_are_different_texts():
    here, there = (Place("库.jsonl", record, (Span(0, 5),)) for record in ("a", "b"))
    unnamed = Place("库.jsonl", None, (Span(3, 9),))
    assert here.overlap(there) == 0
    assert here.overlap(unnamed) == 2
