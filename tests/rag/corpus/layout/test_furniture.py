"""What is dropped from a page before its lines are put together, and what is left?"""

import pytest

from rag.corpus.layout.furniture import (
    KINDS,
    Furniture,
    is_contact,
    without_furniture,
)
from rag.corpus.layout.lines import lines_of
from rag.corpus.people.editors import names_editor

BEFORE = "矿灯房的老周管灯三十年，每盏灯挂在几号钩、换过几次灯泡，他都"
BEHIND = "记在一个蓝皮本子上，新来的徒弟先要把本子抄一遍。"
TEXT = "矿灯房的老周管灯三十年，每盏灯挂在几号钩、换过几次灯泡，他都记在本子上。"


def split(*lines: str) -> tuple[list[str], list[str]]:
    """The kept lines and the dropped ones."""
    kept, dropped = without_furniture(lines_of("\n\n".join(lines)))
    return [line.text for line in kept], [line.text for line in dropped]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_example_of_each_kind_is_dropped_from_the_middle_of_a_sentence(kind: Furniture):
    assert split(BEFORE, kind.example, BEHIND) == ([BEFORE, BEHIND], [kind.example])


@pytest.mark.parametrize(
    "line",
    [
        "编辑部设在井口旁边。",
        "图为党建工作划出了重点。",
        "第3页说的是矿灯怎样充电。",
        "转到三号井以后，老周还是管灯。",
        "电话打到矿灯房，老周说灯已经换好了。",
        "2025年3月12日，矿灯房换了一批新灯。",
        "关键在于有人管灯。",
        "接班的人还没有来",
        "一、灯房的规矩",
    ],
)
def test_a_line_that_only_begins_like_furniture_is_kept(line: str):
    assert split(TEXT, line, TEXT) == ([TEXT, line, TEXT], [])


def test_empty_lines_around_a_dropped_line_part_no_sentence():
    kept, _ = without_furniture(lines_of(f"{BEFORE}\n\n— 7 —\n\n{BEHIND}\n\n{TEXT}"))
    assert [line.after_blank for line in kept] == [True, False, True]


def test_an_empty_line_behind_a_closed_sentence_still_parts():
    kept, _ = without_furniture(lines_of(f"{TEXT}\n\n— 7 —\n\n{BEHIND}"))
    assert [line.after_blank for line in kept] == [True, True]


def test_a_line_that_comes_again_and_names_an_issue_is_a_running_head():
    head, again = "灯火2025年第3期", "灯火2025年第4期"
    assert split(head, TEXT, again, BEHIND) == ([TEXT, BEHIND], [head, again])


def test_a_line_that_comes_again_inside_a_sentence_is_a_running_head():
    long = f"{BEFORE}一样一样地、从来不落下一盏地"
    head = "矿区灯火人物"
    assert split(head, long, head, BEHIND) == ([long, BEHIND], [head, head])


def test_a_subheading_that_comes_again_is_kept():
    assert split("专家点评", TEXT, "专家点评", BEHIND)[1] == []
    assert split("一、2025年的灯", TEXT, "一、2025年的灯", BEHIND)[1] == []


def test_one_editor_is_the_pages_and_two_are_the_articles_own():
    assert split(TEXT, "责任编辑：江 平")[1] == ["责任编辑：江 平"]
    assert split(TEXT, "责任编辑：江 平", BEHIND, "责任编辑：方小禾")[1] == []


def test_an_editor_in_brackets_closes_an_article_and_is_kept():
    assert split(TEXT, "（责任编辑　江平）")[1] == []


def test_the_telephone_under_a_notice_belongs_to_the_notice():
    assert split(TEXT, "招聘启事", "矿灯房招聘一名充电工。", "联系电话：0355-1234567")[1] == []
    assert split(TEXT, "联系电话：0355-1234567")[1] == ["联系电话：0355-1234567"]


def test_page_and_part_are_dropped_from_the_first_lines_only():
    assert split("03　理论", TEXT, BEHIND)[1] == ["03　理论"]
    assert split(TEXT, TEXT, TEXT, "03　理论", BEHIND)[1] == []


def test_the_first_heading_of_a_journal_is_no_page_and_part():
    lines = ("矿灯管理制度浅谈", "□ 江 平", "1 建章立制的意义", TEXT, "2 建章立制的办法", BEHIND)
    assert split(*lines) == (list(lines), [])


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("老周说灯要天天擦。（下转第4版）", "老周说灯要天天擦。"),
        ("（上接第一版）记在一个蓝皮本子上。", "记在一个蓝皮本子上。"),
        ("新来的徒弟要先抄本子　下转第3版", "新来的徒弟要先抄本子"),
        ("他在（下转第4版）的字样旁边画了圈。", "他在（下转第4版）的字样旁边画了圈。"),
    ],
)
def test_a_lead_to_another_page_is_cut_from_either_end_of_a_line(line: str, rest: str):
    kept, dropped = split(line, TEXT)
    assert (kept, dropped) == ([rest, TEXT], [])


def test_a_page_of_nothing_but_furniture_keeps_it():
    assert split("— 7 —", "责任编辑：江 平") == (["— 7 —", "责任编辑：江 平"], [])


def test_lines_keep_their_places_where_a_lead_is_cut_off():
    page = "老周说灯要天天擦。（下转第4版）\n" + TEXT
    kept, _ = without_furniture(lines_of(page))
    assert [span.slice(page) for span in kept[0].strand.kept] == ["老周说灯要天天擦。"]


@pytest.mark.parametrize(
    "line", ["责任编辑：江平", "（责任编辑　江平）", "[编辑 江 平]", "本版责编/江平 方小禾"]
)
def test_a_line_says_who_edited(line: str):
    assert names_editor(line)


@pytest.mark.parametrize("line", ["编辑部设在井口旁边", "责任编辑要把住关口，文字上不能出错", "校对：方小禾"])
def test_a_line_about_editing_names_no_editor(line: str):
    assert not names_editor(line)


def test_an_address_begins_the_line_of_a_contact():
    assert is_contact("投稿邮箱：denghuo@example.cn")
    assert is_contact("电话:0355-1234567，联系人江平")
    assert not is_contact("老周的电话：没有人打得通")


@pytest.mark.parametrize(
    "line",
    ["衔接不上，互相推让。以前说到摄影", "画报由本班人自己画，每季度换一次。凡涉及摄"],
)
def test_a_line_that_breaks_off_in_a_word_about_pictures_is_text(line: str):
    assert split(TEXT, line, TEXT) == ([TEXT, line, TEXT], [])


def test_lines_of_text_that_count_volumes_are_no_running_heads():
    lines = ["收进案卷471卷，查档时间缩", "短一半。", TEXT, "收进案卷323卷，查档时间缩", "短三成。"]
    assert [line.text for line in without_furniture(lines_of("\n".join(lines)))[0]] == lines
