"""Ink that is cut and placed still knows what it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eval.pages.ink import Ink, Line, Role, cut, placed, read

INKS = st.lists(st.text("党建工作", min_size=1, max_size=5), max_size=5)


def line_of(texts: list[str]) -> Line:
    """Bodies that follow each other in one article."""
    inks, place = [], 0
    for text in texts:
        inks.append(Ink(text, Role.BODY, "甲-1", place))
        place += len(text)
    return tuple(inks)


@given(INKS, st.integers(0, 30))
def test_a_line_cut_in_two_reads_on_and_each_character_keeps_its_place(texts: list[str], at: int):
    whole = "".join(texts)
    left, right = cut(line_of(texts), at)
    assert (read(left), read(right)) == (whole[:at], whole[at:])
    for ink in (*left, *right):
        assert whole[ink.place : ink.place + len(ink.text)] == ink.text


@given(st.lists(INKS, max_size=4))
def test_placed_ink_stands_where_it_says(lines: list[list[str]]):
    printed = [(line_of(texts), "\r\n\r\n") for texts in lines]
    page = "".join(read(line) + gap for line, gap in printed)
    assert all(page[one.start : one.end] == one.ink.text for one in placed(printed))
