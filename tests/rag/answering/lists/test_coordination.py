from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.lists.coordination import coordinations
from rag.text.spans import Span


def said(sentence: str) -> list[list[str]]:
    return [[item.slice(sentence) for item in found.items] for found in coordinations(sentence)]


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        # the first item begins after a cue
        ("弘扬劳模精神、劳动精神、工匠精神。", ["劳模精神", "劳动精神", "工匠精神"]),
        ("渡船的隐患主要包括超载、冒雾、夜航。", ["超载", "冒雾", "夜航"]),
        ("由班长、组长、安全员共同签字。", ["班长", "组长", "安全员"]),
        # the last one ends before a cue
        ("围绕安全生产、质量管理、市场开拓等方面开课。", ["安全生产", "质量管理", "市场开拓"]),
        ("分为春检、夏检、秋检、冬检四个阶段。", ["春检", "夏检", "秋检", "冬检"]),
        # 和, 以及, 还有 stand before the last one
        ("背包里有望远镜、测温枪、绝缘手套和干粮。", ["望远镜", "测温枪", "绝缘手套", "干粮"]),
        ("申请条件、办理材料以及审批流程都要公开。", ["申请条件", "办理材料", "审批流程"]),
        # nothing stands between 《…》 and 《…》
        ("学习《安全生产法》《劳动法》《工会法》三部法律。", ["《安全生产法》", "《劳动法》", "《工会法》"]),
        ("学习“红旗渡”“示范船”的经验。", ["“红旗渡”", "“示范船”"]),
        # a quotation is one item
        ("推动“师带徒”、岗位练兵、技能比武相互促进。", ["“师带徒”", "岗位练兵", "技能比武"]),
        ("坚持“引领、服务、监督”三项职能。", ["引领", "服务", "监督"]),
        # brackets go with their item, and a catch-all is the last item whole
        ("负责购票、检票（含夜间、节日）、护送。", ["购票", "检票（含夜间、节日）", "护送"]),
        # 和 between names in brackets
        ("主要是《渡口条例》和《船员守则》。", ["《渡口条例》", "《船员守则》"]),
        # two that are announced need no mark
        ("票价分为单程票和往返票。", ["单程票", "往返票"]),
        # steps
        ("手续是登记→验票→上船。", ["登记", "验票", "上船"]),
        # two items are enough, and no cue is needed
        ("安全、质量。", ["安全", "质量"]),
    ],
)
def test_the_items_of_a_sentence_are_told_apart(sentence: str, items: list[str]):
    assert items in said(sentence)


@pytest.mark.parametrize(
    "sentence", ["", "渡口平安。", "、", "、、", "安全、", "、安全", "安全，质量；效率。"]
)
def test_without_two_items_there_is_no_list(sentence: str):
    assert said(sentence) == []


def test_each_clause_has_its_own_list():
    assert said("设有窗口、热线，配备饮水机、药箱。") == [["窗口", "热线"], ["饮水机", "药箱"]]


def test_a_list_inside_quotation_marks_is_also_one_item_of_the_list_around_it():
    assert said("“三查、三改”、晨会、夜访") == [["三查", "三改"], ["“三查、三改”", "晨会", "夜访"]]


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("家家温饱、邻里和谐", ["家家温饱", "邻里和谐"]),
        ("全员动手、工人参与", ["全员动手", "工人参与"]),
    ],
)
def test_a_joint_inside_a_word_does_not_part_it(sentence: str, items: list[str]):
    assert said(sentence) == [items]


def test_the_lead_is_what_stands_before_the_first_item_in_the_same_sentence():
    sentence = "渡口要平安。为此,公司弘扬劳模精神、工匠精神。"
    (found,) = coordinations(sentence)
    assert found.lead.slice(sentence) == "为此,公司弘扬"


def bare(sentence: str, item: Span) -> str:
    """The item without what stands inside quotation marks."""
    kept, depth = "", 0
    for character in item.slice(sentence):
        depth += (character in "“「『") - (character in "”」』")
        kept += character if depth == 0 else ""
    return kept


WORDS = st.sampled_from(
    [
        "安全",
        "质量管理",
        "救生衣",
        "“师带徒”",
        "《劳动法》",
        "的",
        "包括",
        "等",
        "和",
        "以及",
        "分为",
        "方面",
        "三个",
        "在",
    ]
)
MARKS = st.sampled_from(["、", "、", "、", "", "和", "，", "。", "；", "：", "等", "\n"])
SENTENCES = st.lists(st.tuples(WORDS, MARKS), max_size=12).map(lambda parts: "".join(w + m for w, m in parts))


@settings(deadline=None, max_examples=40)
@given(SENTENCES | st.text(alphabet="安全、和等的，。《》", max_size=25))
def test_items_stand_in_order_without_overlap_and_hold_no_mark(sentence: str):
    for found in coordinations(sentence):
        assert len(found.items) >= 2
        assert found.lead.end == found.items[0].start
        assert 0 <= found.lead.start <= found.lead.end
        assert all(item.length > 0 and item.end <= len(sentence) for item in found.items)
        assert all(a.end <= b.start for a, b in pairwise(found.items))
        assert not any("、" in bare(sentence, item) for item in found.items)


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet="安全、“”「」『』《》和以及，。", max_size=25))
def test_odd_quotation_marks_never_break_the_order(sentence: str):
    for found in coordinations(sentence):
        assert all(item.length > 0 for item in found.items)
        assert all(a.end <= b.start for a, b in pairwise(found.items))


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        (
            "加强对国有资产运营、财务收支、重大项目实施等情况的监督。",
            ["国有资产运营", "财务收支", "重大项目实施"],
        ),
        ("先确定数据收集范围、元数据项、频率、编码。", ["数据收集范围", "元数据项", "频率", "编码"]),
        ("设有热线电话、在线意见箱以及面对面的座谈会。", ["热线电话", "在线意见箱", "面对面的座谈会"]),
    ],
)
def test_a_cue_inside_a_word_or_an_item_cuts_nothing(sentence: str, items: list[str]):
    assert said(sentence) == [items]
