"""Which lines are the head of an article, and what is each of them?"""

import pytest

from rag.corpus.layout.heads import LEADING_ON, Head, Role, heads_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.style import style_of
from rag.text.spans import Span

TEXT = "矿灯房的老周管灯三十年，每盏灯挂在几号钩、换过几次灯泡，他都记在一个蓝皮本子上。"


def heads(*lines: str) -> tuple[Head, ...]:
    found = lines_of("\n\n".join(lines))
    return heads_of(found, style_of(found))


def parts(*lines: str) -> list[list[tuple[str, str]]]:
    """The role and the words of every part of every head."""
    return [
        [(role.value, "".join(lines[slice(*span)])) for role, span in head.parts] for head in heads(*lines)
    ]


def only(*lines: str) -> list[tuple[str, str]]:
    (head,) = parts(*lines, TEXT)
    return head


def test_a_title_and_a_byline():
    assert only("老周和他的矿灯", "□ 江 平") == [("title", "老周和他的矿灯"), ("byline", "□ 江 平")]


def test_a_short_line_that_leads_nowhere_is_a_kicker():
    assert only("班组故事", "老周和他的矿灯三十年不离手", "□ 江 平")[0] == ("kicker", "班组故事")


@pytest.mark.parametrize("last", sorted(LEADING_ON))
def test_a_line_that_leads_on_is_the_first_half_of_a_title(last: str):
    upper = f"灯房里的老周{last}"
    assert only(upper, "他那三十盏矿灯", "□ 江 平")[0] == ("title", upper + "他那三十盏矿灯")


def test_a_very_short_last_line_is_the_second_half_of_a_title():
    assert only("灯房里的矿灯", "谁来擦", "□ 江 平")[0] == ("title", "灯房里的矿灯谁来擦")


def test_a_line_that_the_page_repeats_is_a_kicker():
    lines = ("灯房里的", "老周和他的矿灯", "□ 江 平", TEXT)
    assert [head[0] for head in parts(*lines, *lines)] == [("kicker", "灯房里的")] * 2


def test_a_subtitle_stands_behind_a_dash():
    assert only("老周和他的矿灯", "——青峰矿灯房见闻", "□ 江 平") == [
        ("title", "老周和他的矿灯"),
        ("subtitle", "——青峰矿灯房见闻"),
        ("byline", "□ 江 平"),
    ]


def test_a_subtitle_or_an_abstract_shows_a_head_without_a_byline():
    assert only("老周和他的矿灯", "——青峰矿灯房见闻")[-1] == ("subtitle", "——青峰矿灯房见闻")
    assert parts("老周和他的矿灯", "摘要：" + TEXT, TEXT) == [[("title", "老周和他的矿灯")]]
    assert parts("老周和他的矿灯", "【内容摘要】：" + TEXT, TEXT) == [[("title", "老周和他的矿灯")]]


def test_the_unit_in_brackets_under_a_byline_belongs_to_the_head():
    unit = "（青峰矿机电科，山西 太原 030024）"
    assert only("老周和他的矿灯", "江平　方小禾", unit)[-1] == ("unit", unit)


def test_the_span_of_a_head_reaches_from_its_first_line_to_behind_its_last():
    (head,) = heads(TEXT, "老周和他的矿灯", "——青峰矿灯房见闻", "□ 江 平", TEXT)
    assert head.span == Span(1, 4)


def test_names_alone_need_a_title_above_and_a_text_below():
    assert only("老周和他的矿灯", "方小禾")[-1] == ("byline", "方小禾")
    assert parts("方小禾", TEXT) == []
    assert parts("老周和他的矿灯", "方小禾", "灯房一角") == []


def test_a_marked_byline_needs_no_title():
    assert parts(TEXT, "□ 江 平") == [[("byline", "□ 江 平")]]


def test_lines_with_the_same_mark_are_a_list():
    assert parts(TEXT, "■ 方小禾", "■ 江小平", "■ 李小满") == []


@pytest.mark.parametrize(
    "above",
    [
        TEXT,
        "（作者单位：青峰矿机电科）",
        "（方小禾 作者单位：青峰矿机电科）",
        "联系电话：0355-1234567",
        "2025年3月12日",
        "一、灯房的账",
        "招聘启事",
        "灯",
        "灯要擦；账要记",
        "灯要擦，账要记，",
    ],
)
def test_what_is_no_title_belongs_to_no_head(above: str):
    assert parts(above, "老周和他的矿灯", "□ 江 平", TEXT)[0][0] == ("title", "老周和他的矿灯")
    assert parts(above, "□ 江 平", TEXT)[0][0] == ("byline", "□ 江 平")


def test_a_title_may_ask():
    assert only("矿灯该由谁来擦？", "□ 江 平")[0] == ("title", "矿灯该由谁来擦？")


def test_no_two_heads_share_a_line():
    found = heads("老周和他的矿灯", "□ 江 平", "职工书屋一年间", "□ 方小禾", TEXT)
    assert [head.span for head in found] == [Span(0, 2), Span(2, 4)]


def test_a_byline_of_long_units_is_wrapped_over_lines():
    body = [TEXT[at : at + 12] for at in range(0, 36, 12)] * 3
    found = lines_of("\n".join(["老周和矿灯", "■青峰矿业（集团）有限公", "司机电管理科　方小禾", *body]))
    (head,) = heads_of(found, style_of(found))
    assert head.parts == ((Role.TITLE, Span(0, 1)), (Role.BYLINE, Span(1, 3)))


def test_a_page_without_lines_has_no_head():
    assert heads_of((), style_of(())) == ()


WRAPPED = """\
白石渡口的早班船每天五点开，船工
老何提前一小时到岗，先看水位，再
查缆绳，最后点亮船头的灯。这一套
做法他坚持了二十年，从来没有误过
一次班，也没有出过一次险。
{unit}
班组安全灯的四十年
——记灯房女工老秦
□ 秦　岚
灯房在井口东边，窗户朝着大路，下
班的人老远就能看见里面的灯光。灯
房里的架子一共十二排，每排八十盏
灯，编了号，谁的灯谁来取，天天如
此，年年如此。
"""


def under(unit: str) -> list[tuple[Role, str]]:
    """The head of a wrapped page under a unit line."""
    lines = lines_of(WRAPPED.format(unit=unit))
    found = [part for head in heads_of(lines, style_of(lines)) for part in head.parts]
    return [(role, "".join(line.text for line in lines[slice(*span)])) for role, span in found]


def test_a_unit_line_as_long_as_the_column_does_not_go_on_in_the_title_under_it():
    assert under("[作者单位：白水河航运公司综合办公室]") == [
        (Role.TITLE, "班组安全灯的四十年"),
        (Role.SUBTITLE, "——记灯房女工老秦"),
        (Role.BYLINE, "□ 秦　岚"),
    ]


def test_neither_does_one_glued_to_the_last_sentence():
    assert under("平安回家。[作者单位：白水河航运公司]")[0] == (Role.TITLE, "班组安全灯的四十年")
