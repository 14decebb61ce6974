import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.lists.lines import line_lists


def said(text: str) -> list[list[str]]:
    return [[item.slice(text) for item in items] for items in line_lists(text)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("全面：覆盖各处渡口。\n及时：当天的事当天办结。", ["全面", "及时"]),
        ("全面 覆盖各处渡口。\n及时（当天的事当天办结）", ["全面", "及时"]),
        ("甲渡口★★\n乙渡口\n丙渡口★\n", ["甲渡口", "乙渡口", "丙渡口"]),
        ("买票时起的争执，如找零不清。\n上船时起的争执。", ["买票时起的争执", "上船时起的争执"]),
    ],
)
def test_each_line_gives_an_item(text: str, items: list[str]):
    assert said(text)[0] == items


@pytest.mark.parametrize(
    "text",
    [
        "",
        "渡口平安。",
        "船" * 90 + "。\n" + "江" * 90 + "。",
        "（一）夜校\n（二）食堂",  # numbered: headings or an enumeration
        "第一种意见认为：停航。\n第二种意见认为：开航。",
        "| 渡口 | 船 |\n| ---- | ---- |\n| 青湾 | 三条 |\n| 白石 | 两条 |",
        "https://a.example/" + "a" * 70 + "\nhttps://b.example/" + "b" * 70,
    ],
)
def test_long_or_counted_lines_are_no_list(text: str):
    assert said(text) == []


def test_another_kind_of_line_ends_a_list():
    text = "全面：覆盖各处。\n及时：当天办结。\n" + "江" * 90 + "。\n公开：贴在码头。\n节俭：不摆酒席。"
    assert said(text) == [["全面", "及时"], ["公开", "节俭"]]


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="船江：，。（）★ \n一", max_size=40))
def test_items_stand_in_order_and_hold_words(text: str):
    for items in line_lists(text):
        assert len(items) >= 2
        assert all(item.slice(text).strip() for item in items)
        assert list(items) == sorted(items)
