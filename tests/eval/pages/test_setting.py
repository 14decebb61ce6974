"""Paragraphs are set in lines that lose nothing and show where a paragraph ends."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.pages.clean import Article, Author, Mark, Paragraph
from eval.pages.ink import Ink, read
from eval.pages.setting import INDENT, NO_START, set_in_type, title_lines, wrapped
from eval.pages.style import Style

ARTICLE = Article(
    "甲-1",
    "机关公文运转提速的几点体会",
    (
        Paragraph("一、把好入口", (Mark(1, 0, 6),), alone=True),
        Paragraph("（一）少发文。能打电话的不发文。", (Mark(2, 0, 6),)),
    ),
    title_break=6,
    author=Author(("赵志远",), "红岭矿业公司"),
    kicker="整治形式主义",
    subtitle="一家公司的减文记录",
)


def body(style: Style) -> list[str]:
    return [read(line) for line in set_in_type(ARTICLE, style, Random(1)).body]


@given(st.text("安全生产，。2%", min_size=1, max_size=120), st.integers(15, 42), st.booleans())
def test_wrapping_loses_nothing_and_no_line_begins_with_a_stop(text: str, width: int, indent: bool):
    lines = [read(line) for line in wrapped((Ink(text),), width, indent=indent)]
    assert "".join(lines) == INDENT * indent + text
    assert not any(line[0] in NO_START for line in lines[1:])


@pytest.mark.parametrize("length", range(24, 80))
def test_the_last_line_of_a_paragraph_is_visibly_shorter(length: int):
    *lines, last = [read(line) for line in wrapped((Ink("安" * length),), 20, indent=False)]
    assert len(last) <= len(lines[0]) - 4


def test_a_title_has_its_kicker_above_and_its_second_line_below():
    assert [read(line) for line in title_lines(ARTICLE, Style())] == [
        "整治形式主义",
        "机关公文运转提速的几点体会",
        "——一家公司的减文记录",
    ]
    split = title_lines(ARTICLE, Style(split_title=True))
    assert [read(line) for line in split[1:3]] == ["机关公文运转", "提速的几点体会"]


def test_bold_marks_stand_around_a_heading_and_its_stop():
    assert body(Style(bold=True, run_in="。")) == ["**一、把好入口**", "**（一）少发文。**能打电话的不发文。"]


def test_hard_breaks_stand_after_headings_on_lines_of_their_own():
    assert body(Style(marks="breaks"))[0] == "一、把好入口  "


def test_an_indented_page_sets_every_paragraph_in():
    assert all(line.startswith(INDENT) for line in body(Style(indent=True)))
