import pytest

from rag.corpus.imprint.head_line import read_head_line


def said(line: str) -> list[tuple[str, str]] | None:
    head = read_head_line(line)
    return (
        [(part.value, span.slice(line)) for part, span in head.parts if part not in ("noise", "weekday")]
        if head
        else None
    )


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("03版：理论", [("page", "03版"), ("column", "理论")]),
        ("A04", [("page", "A04")]),
        ("A4版", [("page", "A4版")]),
        ("第3版：理论周刊", [("page", "第3版"), ("column", "理论周刊")]),
        (
            "《江岸周刊》 2025-03-12 A04",
            [("newspaper", "江岸周刊"), ("date", "2025-03-12"), ("page", "A04")],
        ),
        ("江岸党建 2025年第3期", [("newspaper", "江岸党建"), ("date", "2025年"), ("issue", "第3期")]),
        ("2025年第3期（总第412期）", [("date", "2025年"), ("issue", "第3期"), ("serial", "总第412期")]),
        ("Vol.12 No.3", [("serial", "Vol.12 No.3")]),
        ("青 湾 日 报", [("newspaper", "青 湾 日 报")]),
        ("责任编辑：林远 校对：周晓梅", [("staff", "责任编辑：林远 校对：周晓梅")]),
        ("责编：林远　校对：周晓梅　电话：0000-5550123", [("staff", "责编：林远　校对：周晓梅　")]),
        ("（责任编辑 林 远）", [("staff", "责任编辑 林 远")]),
        (
            "2025年3月12日 星期三 农历乙巳年二月十三 今日8版",
            [("date", "2025年3月12日"), ("lunar", "农历乙巳年二月十三")],
        ),
        ("二〇二五年三月十二日 第３版", [("date", "二〇二五年三月十二日"), ("page", "第３版")]),
        ("栏目：安全论坛", [("column", "安全论坛")]),
        ("■渡口论坛", [("column", "渡口论坛")]),
    ],
)
def test_a_line_of_a_head_is_read_part_by_part(line: str, parts: list[tuple[str, str]]):
    assert said(line) == parts


@pytest.mark.parametrize(
    "line",
    [
        "上接第1版",
        "■ 李 林",
        "□李林",
        "工作汇报",
        "第三版 渡口的安全怎样抓",
        "安全第三期培训",
        "编辑部电话：5550123",
        "青湾日报2025年3月12日报道，渡口建成。",
        "2025年3月12日开会",
        "渡口",
        "3",
        "（来源：《青湾日报》2025年3月12日第3版）",
        "A4",
    ],
)
def test_a_line_with_a_word_too_much_is_none(line: str):
    assert said(line) is None


@pytest.mark.parametrize(
    ("line", "certain"),
    [
        ("第3版", True),
        ("2025年3月12日", False),
        ("青湾日报", False),
        ("栏目：安全论坛", True),
        ("■渡口论坛", False),
    ],
)
def test_some_lines_are_certain_alone(line: str, certain: bool):
    head = read_head_line(line)
    assert head
    assert head.certain is certain
