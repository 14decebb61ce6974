import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.text.numbering import (
    FAMILIES,
    Family,
    enumeration_markers,
    enumerations,
    fold_width,
    heading_marker,
    number_of,
)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_the_example_of_each_row_is_found_by_its_row(family: Family):
    if family.level is not None:
        marker = heading_marker(family.example)
        assert marker is not None
        assert (marker.family, marker.level) == (family.name, family.level)
    else:
        assert heading_marker(family.example) is None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("一、思想", 1),
        ("十二、总结", 12),
        ("（三）队伍", 3),
        ("(三)队伍", 3),
        ("３．质量", 3),
        ("2、目标", 2),
    ],
)
def test_numbers_are_read_in_any_width(line: str, number: int):
    marker = heading_marker(line)
    assert marker is not None
    assert marker.number == number


@pytest.mark.parametrize(
    "line", ["98.6%的设备", "2024年整改", "一线职工", "第一是安全", "1.5倍", "三个目标", ""]
)
def test_numbers_of_the_sentence_are_no_marks(line: str):
    assert heading_marker(line) is None


def test_items_counted_out_in_a_sentence_are_found():
    text = "要做到：一是健全组织；二是完善责任；三是加强沟通。"
    marks = enumeration_markers(text)
    assert [(m.family, m.number, m.span.slice(text)) for m in marks] == [
        ("is", 1, "一是"),
        ("is", 2, "二是"),
        ("is", 3, "三是"),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("首先，学习。其次，培训。最后，考核。", [1, 2, 3]),
        ("首先，学习。其次，培训。再次，考核。最后，奖励。", [1, 2, 3, 4]),
        ("一方面，抓教育；另一方面，抓管理。", [1, 2]),
        ("其一，人少。其二，钱少。", [1, 2]),
        ("一要学，二要干。", [1, 2]),
        ("包括：（1）来信；（2）来访；（3）来电。", [1, 2, 3]),
        ("①解决共性；②解决个性。", [1, 2]),
        ("第一，健全制度。第二，强化监督。", [1, 2]),
        ("1.来信。2.来访。", [1, 2]),
        ("第一道是勘察关。第二道是交底关。第三道是收工关。", [1, 2, 3]),
        ("第一步，摸清底数。第二步，分类整改。", [1, 2]),
        ("第一种意见认为构成受贿，第二种意见认为不构成。", [1, 2]),
        ("第一是守时，第二是守信。", [1, 2]),
        ("第一年跟班，第二年独立作业。", [1, 2]),
    ],
)
def test_every_way_of_counting_is_known(text: str, numbers: list[int]):
    assert [m.number for m in enumeration_markers(text)] == numbers


def test_ordinals_go_on_with_the_same_measure_word():
    text = "第一道是测温。第一步登记，第二步填表。第二道是验码。"
    assert [[m.span.slice(text) for m in run] for run in enumerations(text)] == [
        ["第一道是", "第二道是"],
        ["第一步", "第二步"],
    ]
    assert enumerations("第一道是测温。第二步填表。") == ()
    assert enumerations("第一条 总则。第二条 适用范围。") == ()


def test_the_mark_of_a_measured_item_reaches_to_its_verb():
    text = "第一道关口是风险评估，第二道关口是公开听证。"
    assert [m.span.slice(text) for m in enumeration_markers(text)] == ["第一道关口是", "第二道关口是"]
    text = "第一种意见认为，构成受贿。第二种意见认为：不构成。第三种观点：证据不足。"
    marks = ["第一种意见认为，", "第二种意见认为：", "第三种观点："]
    assert [m.span.slice(text) for m in enumeration_markers(text)] == marks


def test_a_list_begins_with_one_and_skips_no_number():
    assert enumerations("其次，优化装备。最后，总结。") == ()
    assert enumerations("一是学习。三是培训。") == ()
    assert [len(run) for run in enumerations("一是甲。二是乙。一是丙。二是丁。三是戊。")] == [2, 3]


def test_a_word_that_only_looks_like_a_mark_counts_nothing():
    assert enumerations("统一是前提，唯一是关键，第二是保障。") == ()


@given(st.text(max_size=80))
def test_marks_stand_where_they_say_in_any_text(text: str):
    for marker in enumeration_markers(text):
        assert 0 <= marker.span.start < marker.span.end <= len(text)
        assert marker.number >= 1
    assert len(fold_width(text)) == len(text)


@given(st.integers(1, 99))
def test_arabic_numbers_are_read(number: int):
    assert number_of(str(number)) == number
