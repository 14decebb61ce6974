"""Which headings has an article, at which level, and what stands under each?"""

import pytest

from rag.corpus.outline.article_headings import headings_of
from rag.corpus.outline.paragraphs import Paragraph
from rag.corpus.outline.sections import sections_of
from rag.text.spans import Span

LAMP = "每盏矿灯都挂在自己的钩上，领灯还灯都要在本子上签字。"
BOOK = "职工写下名字就能把图书带走，读完以后再放回书架上。"


def article(*paragraphs: str) -> tuple[str, list[Paragraph]]:
    """The text and its paragraphs; ``#`` before one is its depth, ``**`` around words are bold."""
    text, found = "", []
    for written in paragraphs:
        words = written.lstrip("#")
        depth = len(written) - len(words)
        before, bold, behind = words.partition("**")
        bold_words, _, rest = behind.partition("**")
        plain = before + bold_words + rest
        start = len(text) + len(before)
        spans = (Span(start, start + len(bold_words)),) if bold else ()
        found.append(Paragraph(Span(len(text), len(text) + len(plain)), depth, spans))
        text += plain + "\n"
    return text[:-1], found


def outline(*paragraphs: str) -> list[tuple[int, str]]:
    text, found = article(*paragraphs)
    return [(section.level, section.heading.slice(text)) for section in sections_of(text, found, len(text))]


def test_levels_are_the_numberings_in_their_order_as_many_as_there_are():
    assert outline("一、灯", "（一）领灯", LAMP, "1.签字", LAMP, "二、账", LAMP) == [
        (1, "一、灯"),
        (2, "（一）领灯"),
        (3, "1.签字"),
        (1, "二、账"),
    ]
    assert outline("1.领灯", LAMP, "2.还灯", LAMP) == [(1, "1.领灯"), (1, "2.还灯")]


def test_the_numbers_of_journals_have_levels_of_their_own():
    assert outline("1 灯房的账", LAMP, "1.1 领灯", LAMP, "1.1.1 签字", LAMP, "2 书屋的书", BOOK) == [
        (1, "1 灯房的账"),
        (2, "1.1 领灯"),
        (3, "1.1.1 签字"),
        (1, "2 书屋的书"),
    ]


def test_a_section_reaches_to_the_next_heading_and_knows_the_headings_above():
    text, found = article("一、灯", LAMP, "（一）领灯", BOOK, LAMP)
    first, second = sections_of(text, found, len(text))
    assert first.body.slice(text) == LAMP
    assert second.body.slice(text) == f"{BOOK}\n{LAMP}"
    assert (first.path, second.path) == (("一、灯",), ("一、灯", "（一）领灯"))


def test_the_last_section_ends_with_the_body():
    text, found = article("一、灯", LAMP, "作者简介：江平")
    (section,) = sections_of(text, found[:2], text.index("\n作者"))
    assert section.body.slice(text) == LAMP


def test_bare_headings_stand_for_the_first_numbers_where_those_are_missing():
    assert outline(
        "灯房的规矩", "（一）领灯", LAMP, "（二）还灯", LAMP, "书屋的规矩", "（一）借书", BOOK
    ) == [
        (1, "灯房的规矩"),
        (2, "（一）领灯"),
        (2, "（二）还灯"),
        (1, "书屋的规矩"),
        (2, "（一）借书"),
    ]


def test_no_bare_heading_stands_beside_the_first_numbers():
    assert outline("一、灯", "（一）领灯", LAMP, "书屋的规矩", "（一）借书", BOOK) == [
        (1, "一、灯"),
        (2, "（一）领灯"),
        (2, "（一）借书"),
    ]


def test_sister_lines_over_texts_head_them():
    assert outline("案情简介", LAMP, "分析意见", BOOK) == [(1, "案情简介"), (1, "分析意见")]


@pytest.mark.parametrize(
    "lines",
    [
        ("案情简介", LAMP, BOOK),
        ("案情简介", "很短。", "分析意见", "也短。"),
        ("案情3件", LAMP, "分析3条", BOOK),
        ("谁用谁还", "谁坏谁修", "谁丢谁赔", LAMP),
    ],
)
def test_short_lines_that_are_alone_or_listed_head_nothing(lines: tuple[str, ...]):
    assert outline(*lines) == []


def test_numbered_lines_with_nothing_between_them_are_a_list():
    assert outline("一、灯", "1.领灯", "2.还灯", "3.修灯", LAMP) == [(1, "一、灯")]


def test_a_bold_beginning_heads_its_paragraph():
    assert outline("一、灯", f"**领灯签字。**{LAMP}", f"**还灯擦净：**{LAMP}") == [
        (1, "一、灯"),
        (2, "领灯签字"),
        (2, "还灯擦净"),
    ]


@pytest.mark.parametrize("mark", ["**", ""])
def test_a_beginning_that_comes_again_names_who_speaks(mark: str):
    asked, told = f"{mark}记者：{mark}", f"{mark}老周：{mark}"
    talk = (asked + LAMP, told + LAMP, asked + BOOK, told + BOOK)
    assert outline("一、灯", *talk) == [(1, "一、灯")]


def test_numbers_count_on_inside_a_paragraph():
    assert outline(f"1.领灯签字。{LAMP}2.还灯擦净。{LAMP}") == [(1, "1.领灯签字"), (1, "2.还灯擦净")]


def test_the_text_of_a_run_in_heading_begins_behind_its_stop():
    text, found = article(f"（一）领灯签字。{LAMP}")
    (heading,) = headings_of(text, found)
    assert heading.run_in
    assert text[heading.after :] == LAMP


def test_a_run_in_heading_with_no_text_behind_it_is_none():
    assert outline("1.领灯签字。记账。") == []


def test_lines_in_heavy_brackets_part_the_article_itself():
    assert outline("【案情】", LAMP, "【评析】", "一、灯", LAMP, "二、账", LAMP) == [
        (1, "【案情】"),
        (1, "【评析】"),
        (1, "一、灯"),
        (1, "二、账"),
    ]


def test_marked_headings_stand_with_the_numbered_ones_of_their_depth():
    assert outline("##一、灯", LAMP, "##书屋", BOOK, "###借书", BOOK) == [
        (1, "一、灯"),
        (1, "书屋"),
        (2, "借书"),
    ]


def test_a_text_without_headings_has_no_sections():
    assert outline(LAMP, BOOK) == []
    assert sections_of("", [], 0) == ()
