from __future__ import annotations

from eval.benchmarks.retrieval.measures import Row, Table, measured
from eval.benchmarks.retrieval.questions import Judged
from eval.benchmarks.retrieval.report import Costs, markdown, page
from rag.errors import Words

FIRST, SECOND = (measured(ranking, {"甲"}) for ranking in (["甲"], ["乙", "甲"]))
TABLE = Table(
    tuple(Judged("问", frozenset("甲"), cluster) for cluster in "一二"),
    (
        Row(Words("问据", "wenju"), {0: FIRST, 1: FIRST}, (0.01, 0.03)),
        Row(Words("只用词", "words alone"), {0: SECOND, 1: SECOND}, (0.002, 0.002)),
        Row(Words("别家", "other"), {}, missing=Words("没有安装 别家", "other is not installed")),
    ),
)
COSTS = {
    "public": Costs(
        {"bundled": {"passages": 9, "passages_per_second": 1234.5, "characters_per_second": 9e5}},
        {"lexical": 3 * 2**20},
    )
}


def test_the_table_has_a_row_a_system_and_tells_what_is_not_installed():
    lines = markdown({"river": TABLE}, COSTS).splitlines()
    assert lines[0] == "## river"
    assert lines[4:7] == [
        "| wenju | 2 | 1.000 ±0.000 | 1.000 ±0.000 | 1.000 ±0.000 | 1.000 ±0.000 | 1.000 ±0.000 |  | 20.0 | 29.0 |",
        "| words alone | 2 | 0.000 ±0.000 | 1.000 ±0.000 | 1.000 ±0.000 | 0.500 ±0.000 | 0.631 ±0.000 "
        "| +1.000 [+1.000, +1.000] | 2.0 | 2.0 |",
        "| other | other is not installed |  |  |  |  |  |  |  |  |",
    ]
    assert "| public | bundled | 1,234 | 900,000 |" in lines
    assert "| public | lexical | 3.0 |" in lines


def test_the_page_draws_the_systems_that_were_asked_in_chinese():
    html = page({"river": TABLE}, COSTS)
    assert html.count("<figure>") == 3
    assert html.count('class="interval"') == 6
    assert "没有安装 别家" in html
    assert "words alone" not in html
