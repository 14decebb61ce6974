import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.text.spans import SourceMap, Span, is_layout, without_layout

Case = tuple[str, list[tuple[int, int]]]

SOURCE = "# 安全生产\n\n一、强化**责任**意识,落\n\n实到人。(作者单位:某矿)"


@st.composite
def sources_and_slices(draw: st.DrawFn):
    source = draw(st.text(alphabet="安全生产\n #*，。", min_size=1, max_size=60))
    bounds = st.tuples(st.integers(0, len(source)), st.integers(0, len(source)))
    kept = [(min(pair), max(pair)) for pair in draw(st.lists(bounds, max_size=8))]
    return source, kept


@given(sources_and_slices())
def test_every_character_is_the_one_at_its_place(case: Case):
    source, kept = case
    text = "".join(source[start:end] for start, end in kept)
    source_map = SourceMap.of(kept, source)
    assert source_map.length == len(text)
    assert [source[source_map.place(i)] for i in range(len(text))] == list(text)


@given(sources_and_slices(), st.integers(0, 80), st.integers(0, 80))
def test_pieces_joined_give_the_span_but_for_layout(case: Case, start: int, length: int):
    source, kept = case
    text = "".join(source[a:b] for a, b in kept)
    span = Span(min(start, len(text)), min(start + length, len(text)))
    pieces = SourceMap.of(kept, source).pieces(span)
    said = "".join(piece.slice(source) for piece in pieces)
    assert without_layout(said) == without_layout(span.slice(text))
    assert all(piece.length for piece in pieces)


@given(sources_and_slices(), st.integers(0, 80), st.integers(0, 80), st.integers(0, 80))
def test_mapping_two_neighbours_gives_the_pieces_of_both(case: Case, first: int, second: int, third: int):
    source, kept = case
    source_map = SourceMap.of(kept, source)
    a, b, c = sorted(min(n, source_map.length) for n in (first, second, third))
    both = source_map.pieces(Span(a, b)) + source_map.pieces(Span(b, c))
    whole = source_map.pieces(Span(a, c))
    words = [without_layout("".join(p.slice(source) for p in pieces)) for pieces in (both, whole)]
    assert words[0] == words[1]


@given(sources_and_slices())
def test_find_leads_back_to_a_place_with_that_source(case: Case):
    source, kept = case
    source_map = SourceMap.of(kept, source)
    for offset in range(source_map.length):
        found = source_map.find(source_map.place(offset))
        assert found is not None
        assert source_map.place(found) == source_map.place(offset)


def test_layout_between_two_runs_keeps_a_quotation_in_one_piece():
    responsibility = SourceMap.of([(8, 12), (14, 16), (18, 22), (24, 28)], SOURCE)
    assert responsibility.pieces(Span(0, 6)) == (Span(8, 16),)


def test_words_between_two_runs_cut_a_quotation_in_two_pieces():
    skipping = SourceMap.of([(2, 4), (8, 12)], SOURCE)
    assert len(skipping.pieces(Span(0, 6))) == 2


def test_going_back_in_the_source_cuts_a_quotation():
    source = "日查、周查。\n\n排查法(班组"
    backwards = SourceMap.of([(8, 14), (0, 6)], source)
    assert backwards.pieces(Span(0, backwards.length)) == (Span(8, 14), Span(0, 6))


def test_an_empty_span_has_no_place_and_an_offset_outside_is_an_error():
    source_map = SourceMap.of([(0, 3)], "安全生产")
    assert source_map.pieces(Span(1, 1)) == ()
    for offset in (-1, 3):
        with pytest.raises(IndexError, match="outside a text of 3"):
            source_map.place(offset)


def test_empty_slices_are_dropped_and_touching_ones_joined():
    assert len(SourceMap.of([(0, 1), (1, 1), (1, 3)], "安全生产").runs) == 1
    assert SourceMap.of([], "安全").length == 0


def test_layout_is_white_space_and_markdown_marks():
    assert [is_layout(t) for t in ("\n\n## ", "**\u3000", "、", "")] == [True, True, False, True]
