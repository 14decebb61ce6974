from hypothesis import given
from hypothesis import strategies as st

from rag.corpus.readers.printed.stretches import (
    Glyph,
    Stretch,
    drawn_lines,
    stretches_of,
    with_indents,
    without_tracking,
)

END = Glyph("\n", 0, 0, 0, 0)


def row(text: str, left: float = 50, bottom: float = 700, step: float = 10) -> list[Glyph]:
    return [Glyph(c, left + step * n, bottom, left + step * n + 10, bottom + 10) for n, c in enumerate(text)]


def test_a_line_is_what_stands_before_a_line_end():
    lines = list(drawn_lines([*row("安全"), END, END, *row("生产", bottom=680)]))
    assert lines == [Stretch("安全", 50, 700, 70, 710), Stretch("生产", 50, 680, 70, 690)]


def test_a_gap_a_step_back_and_another_height_part_stretches():
    across = [*row("安全"), *row("生产", left=100)]
    assert [one.text for one in drawn_lines(across)] == ["安全生产"]
    assert [one.text for one in stretches_of(across)] == ["安全", "生产"]
    assert [one.text for one in stretches_of([*row("安全", left=100), *row("生产")])] == ["安全", "生产"]
    assert [one.text for one in stretches_of([*row("安全"), *row("生产", 70, 680)])] == ["安全", "生产"]
    assert [one.text for one in stretches_of(row("安全生产", step=14))] == ["安全生产"]


def test_white_space_alone_is_no_stretch():
    assert list(stretches_of(row("  "))) == []


def test_a_space_without_width_between_chinese_characters_is_dropped():
    def said(left: float, one: str, other: str) -> str:
        space = Glyph(" ", 60, 700, 60, 710)
        return "".join(g.text for g in without_tracking([*row(one), space, *row(other, left)]))

    assert said(63, "安", "全") == "安全"
    assert said(69, "安", "全") == "安 全"
    assert said(63, "4", "名") == "4名"
    assert said(66, "4", "1") == "4 1"
    assert said(63, "A", "班") == "A 班"
    typed = [*row("安"), Glyph(" ", 60, 700, 70, 710), *row("全", 70)]
    assert len(without_tracking(typed)) == 3


def test_only_two_characters_further_in_is_an_indent():
    def said(left: float) -> list[str]:
        first, second = Stretch("安全", left, 700, 90, 710), Stretch("生产", 50, 685, 90, 695)
        return list(with_indents([first, second]))

    assert said(70) == ["　　安全", "生产"]
    assert said(50) == said(60) == said(90) == ["安全", "生产"]


glyphs = st.builds(Glyph, st.sampled_from(" \n安A"), *[st.floats(-1e4, 1e4)] * 4)


@given(st.lists(glyphs, max_size=30))
def test_no_character_is_lost_whatever_the_boxes(drawn: list[Glyph]):
    inked = [glyph.text for glyph in drawn if not glyph.text.isspace()]
    for read in (drawn_lines, stretches_of):
        assert [c for one in read(drawn) for c in one.text if not c.isspace()] == inked
    assert [glyph.text for glyph in without_tracking(drawn) if not glyph.text.isspace()] == inked
