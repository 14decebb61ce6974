from hypothesis import given, settings
from hypothesis import strategies as st

from rag.corpus.readers.printed.reading_order import drawn_across, in_reading_order
from rag.corpus.readers.printed.stretches import Stretch

EM = 10.0


def line(text: str, left: float, row: int, width: float | None = None) -> Stretch:
    top = 800 - 14 * row
    return Stretch(text, left, top - EM, left + (width or EM * len(text)), top)


def column(name: str, left: float, rows: range) -> list[Stretch]:
    return [line(f"{name}{row:02}" + "字" * 9, left, row) for row in rows]


def names(stretches: list[Stretch]) -> list[str]:
    return [stretch.text.rstrip("字") for stretch in in_reading_order(stretches)]


def by_rows(*columns: list[Stretch]) -> list[Stretch]:
    return sorted((one for each in columns for one in each), key=lambda one: (-one.top, one.left))


def expected(*named: tuple[str, range]) -> list[str]:
    return [f"{name}{row:02}" for name, rows in named for row in rows]


TEN = range(2, 12)


def test_only_rows_across_long_lines_are_taken_for_columns():
    assert drawn_across(by_rows(column("甲", 50, TEN), column("乙", 200, TEN)))
    assert not drawn_across([*column("甲", 50, TEN), *column("乙", 200, TEN)])
    cells = [line(f"{row}", left, row) for row in TEN for left in (50, 200, 300)]
    assert not drawn_across(cells)
    assert not drawn_across([])


def test_three_columns_are_read_one_after_the_other():
    mixed = by_rows(column("甲", 50, TEN), column("乙", 200, TEN), column("丙", 350, TEN))
    assert names(mixed) == expected(("甲", TEN), ("乙", TEN), ("丙", TEN))


def test_a_title_over_both_columns_stays_between_what_is_above_and_below():
    upper, lower = range(5), range(6, 11)
    mixed = by_rows(
        column("甲", 50, upper), column("乙", 200, upper), [line("通栏大标题", 50, 5, 270)],
        column("丙", 50, lower), column("丁", 200, lower),
    )  # fmt: skip
    assert names(mixed) == [
        *expected(("甲", upper), ("乙", upper)), "通栏大标题", *expected(("丙", lower), ("丁", lower)),
    ]  # fmt: skip


def test_two_columns_above_three_are_parted_where_nothing_stands():
    upper, lower = range(8), range(11, 19)
    mixed = by_rows(
        column("甲", 50, upper), column("乙", 300, upper),
        column("丙", 50, lower), column("丁", 190, lower), column("戊", 330, lower),
    )  # fmt: skip
    assert names(mixed) == expected(("甲", upper), ("乙", upper), ("丙", lower), ("丁", lower), ("戊", lower))


boxes = st.builds(
    Stretch, st.just("字"), *[st.floats(-1e6, 1e6) | st.sampled_from([0.0, 10.0])] * 4
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(boxes, max_size=40))
def test_whatever_the_boxes_every_stretch_is_read_once(stretches: list[Stretch]):
    said = "".join(row.text for row in in_reading_order(stretches)).replace(" ", "")
    assert len(said) == len(stretches)
    drawn_across(stretches)
