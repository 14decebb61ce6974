"""Is a line a heading of its own?"""

import pytest

from rag.corpus.outline.headings import (
    MAX_BOLD_HEADING,
    MAX_HEADING,
    MAX_TOP_HEADING,
    is_heading,
    numbered_heading,
)


@pytest.mark.parametrize(
    ("line", "family", "number"),
    [
        ("一、灯房的账", "han", 1),
        ("（二）还灯", "han-bracket", 2),
        ("3.领灯签字", "digit", 3),
        ("1 建章立制的意义", "digit-space", 1),
        ("１　建章立制的意义", "digit-space", 1),
        ("1.2 保障民主权利", "decimal", 2),
        ("1.2保障民主权利", "decimal", 2),
        ("1.2.3 提案办理", "decimal-third", 3),
        ("第二章 灯房", "part", 2),
        ("一、谁来擦灯？", "han", 1),
    ],
)
def test_a_numbered_line_is_a_heading_with_its_number(line: str, family: str, number: int):
    marker = numbered_heading(line)
    assert marker
    assert (marker.family, marker.number) == (family, number)
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "12 名职工领了矿灯",
        "3 月起换新灯",
        "1.2万元买了新灯",
        "1.5倍的工钱",
        "2 灯要擦,账要记",
        "98.6%的矿灯都亮着",
        "2024年换新灯",
        "一、",
        "一、灯要擦。账要记",
        "一、灯要擦；",
        "一、他说：“灯要擦。”",
        "一、灯房的账,",
        "1.见https://example.cn/deng",
        f"1 {'灯' * 31}",
        f"1.{'灯' * MAX_HEADING}",
        f"一、{'灯' * MAX_TOP_HEADING}",
        f"一、灯房 {'灯' * MAX_HEADING}",
    ],
)
def test_a_quantity_a_sentence_and_a_long_line_are_none(line: str):
    assert not is_heading(line)


def test_the_highest_numbers_may_have_long_headings():
    assert is_heading(f"一、{'灯' * (MAX_TOP_HEADING - 2)}")
    assert is_heading(f"（一）{'灯' * (MAX_TOP_HEADING - 3)}")


def test_a_line_behind_a_mark_is_a_heading_whatever_it_says():
    assert is_heading("灯要擦，账要记。", depth=2)
    assert not is_heading("灯要擦，账要记。")


def test_a_short_bold_line_is_a_heading():
    assert is_heading("灯房的规矩", bold=True)
    assert not is_heading("灯房的规矩，", bold=True)
    assert not is_heading("灯" * (MAX_BOLD_HEADING + 1), bold=True)


@pytest.mark.parametrize("line", ["【案情简介】", "【评析】(节选)", "【评析】（摘要）"])
def test_a_line_in_heavy_brackets_is_a_heading(line: str):
    assert is_heading(line)


@pytest.mark.parametrize("line", ["【灯】", "【案情简介】灯丢了", "【案情】【评析】"])
def test_brackets_with_other_words_beside_them_are_none(line: str):
    assert not is_heading(line)
