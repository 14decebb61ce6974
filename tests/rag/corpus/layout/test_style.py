"""What do the line breaks of a page mean?"""

import textwrap

from rag.corpus.layout.lines import Line, lines_of
from rag.corpus.layout.style import MIN_LINES, PageStyle, column_widths, style_of

PARAGRAPHS = (
    "矿灯房的老周管灯三十年，每盏灯挂在几号钩、换过几次灯泡，他都记在一个蓝皮本子上，谁都可以去翻看。",
    "新来的徒弟先要把本子抄一遍，抄完再认灯，认完灯再学着擦灯，三个月以后才能一个人值夜班，这是老规矩。",
    "老周说，灯亮不亮，人看得见；账清不清，只有自己心里明白，所以管灯的人要先把自己管好才能管住别人。",
)
PLAIN = PageStyle(wrapped=False, width=0, slack=None, indents=False, blank_parts=True)


def style(text: str) -> PageStyle:
    return style_of(lines_of(text))


def wrapped(width: int, *, indent: str = "", between: str = "\n", parted: str = "") -> str:
    return f"{between}{parted}".join(
        between.join(textwrap.wrap(indent + paragraph, width, drop_whitespace=False))
        for paragraph in PARAGRAPHS * 2
    )


def test_a_page_of_paragraphs_is_plain():
    assert style("\n".join(PARAGRAPHS * 2)) == PLAIN


def test_a_list_of_short_lines_is_plain():
    assert style("\n".join(f"{n}号灯挂在{n}号钩。" for n in range(1, 9))) == PLAIN


def test_few_lines_show_no_width():
    lines = wrapped(20).split("\n")[: MIN_LINES - 1]
    assert style("\n".join(lines)) == PLAIN


def test_full_lines_that_end_in_mid_sentence_are_wrapped_at_their_width():
    assert style(wrapped(20)) == PageStyle(wrapped=True, width=20, slack=0, indents=False, blank_parts=True)


def test_lines_of_uneven_print_have_a_slack_of_one_or_none():
    even = "灯" * 20
    assert style("\n".join([even, even[:-1]] * 8)).slack == 1
    assert style("\n".join([even, even[:-3], even + "灯灯"] * 8)).slack is None


def test_indented_lines_begin_paragraphs():
    assert style(wrapped(20, indent="　　")).indents
    assert not style(wrapped(20)).indents


def test_a_page_that_stands_off_its_margin_has_no_indents():
    assert not style(textwrap.indent(wrapped(20), "　　")).indents


def test_empty_lines_part_paragraphs_unless_they_stand_everywhere():
    assert style(wrapped(20, parted="\n")).blank_parts
    assert not style(wrapped(20, between="\n\n")).blank_parts


def widths(lines: tuple[Line, ...]) -> tuple[int, ...]:
    return column_widths(lines, style_of(lines))


def test_a_plain_page_has_no_widths_and_an_even_one_the_same_everywhere():
    assert widths(lines_of("\n".join(PARAGRAPHS * 2))) == (0,) * 6
    lines = lines_of(wrapped(20))
    assert widths(lines) == (20,) * len(lines)


def test_uneven_print_is_as_wide_as_its_second_longest_neighbour():
    narrow, wide = ["灯" * 17, "灯" * 18] * 8, ["灯" * 20, "灯" * 21] * 8
    lines = lines_of("\n".join(narrow + wide))
    assert style_of(lines).slack is None
    assert widths(lines)[:4] == (18,) * 4
    assert widths(lines)[-4:] == (21,) * 4
