import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.lists.clauses import clause_lists


def said(text: str) -> list[list[str]]:
    return [[item.slice(text) for item in found.items] for found in clause_lists(text)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        # parted by semicolons, without examples and without 等…
        ("证据包括：书证，如合同、账目；物证，如样品；证人证言。", ["书证", "物证", "证人证言"]),
        (
            "具体包括坐在船上，不看水情；关上舱门，不听劝告；事难办等现象。",
            ["坐在船上，不看水情", "关上舱门，不听劝告", "事难办"],
        ),
        # alike in their first words
        ("巡查员要看船只是否超载，是否冒雾开航。", ["是否超载", "是否冒雾开航"]),
        (
            "船员连续三天不登记，或不交钥匙，或不报水位，就要停班。",
            ["船员连续三天不登记", "不交钥匙", "不报水位"],
        ),
        # named in quotation marks
        ("证件‘逢船必查’，救生衣‘逢客必穿’，缆绳‘逢夜必收’。", ["逢船必查", "逢客必穿", "逢夜必收"]),
        # one and the other
        (
            "票有两种，一种是单程的船票，比如学生票；另一种是往返的船票，当天有效。",
            ["单程的船票", "往返的船票，当天有效"],
        ),
        # sentences after an opening
        (
            "开航之前应当做好以下准备：检查缆绳，逐段看过。试鸣汽笛，比如两长一短。例如，有一次汽笛没响。",
            ["检查缆绳", "试鸣汽笛"],
        ),
    ],
)
def test_the_clauses_of_each_kind_are_items(text: str, items: list[str]):
    assert said(text)[0] == items


@pytest.mark.parametrize(
    "text",
    [
        "",
        "渡口平安。",
        "江水上涨；码头停航；乘客改走大桥。",  # nothing announces a list
        "一是更换救生衣；二是添置抛绳器。",  # counted out: an enumeration
        "巡查员看是否超载。",
        "“甲船”和“乙船”。",
    ],
)
def test_without_a_sign_of_a_list_there_is_none(text: str):
    assert said(text) == []


def test_the_lead_stands_before_the_first_item_in_the_same_sentence():
    text = "江水上涨。证据包括：书证；物证。"
    (found,) = clause_lists(text)
    assert found.lead.slice(text) == "证据包括："


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="包括：是否或不，；。“”‘’船员以下准备等\n", max_size=40))
def test_items_hold_words_and_lie_in_the_text(text: str):
    for found in clause_lists(text):
        assert len(found.items) >= 2
        assert 0 <= found.lead.start <= found.lead.end <= len(text)
        assert all(item.slice(text).strip() and item.end <= len(text) for item in found.items)
        assert list(found.items) == sorted(found.items)
