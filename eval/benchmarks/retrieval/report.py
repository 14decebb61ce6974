"""How are the figures read? Tables in Markdown, and a page with bars and their intervals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from eval.benchmarks.retrieval.measures import COMPARED, MEASURES, Row, Table
from eval.benchmarks.tabulated import html_table, markdown_table, mean_cell, milliseconds, whole_page
from eval.measures.latency import latency
from eval.measures.means import Mean
from eval.report.bars import bars
from eval.report.markup import Markup, element
from rag.errors import Language, Words

TITLE = "检索基准"
PLOTTED = {"R@1": "第一篇就是答案所在", "R@10": "前十篇里有答案所在", "MRR@10": "MRR@10"}
"""Measure and the caption of its bars."""

LABEL_PX = 260
"""For the longest name of a system."""

MIB = 2**20

HEADER = (
    Words("检索方式", "system"),
    Words("题数", "n"),
    *(Words(name, name) for name in MEASURES),
    Words(f"问据比它高（{COMPARED}）", f"wenju − this ({COMPARED})"),
    Words("p50 毫秒", "p50 ms"),
    Words("p95 毫秒", "p95 ms"),
)


class Costs(NamedTuple):
    """What ``costs`` measured of one collection."""

    speeds: Mapping[str, Mapping[str, float]]
    sizes: Mapping[str, int]


def markdown(tables: Mapping[str, Table], costs: Mapping[str, Costs]) -> str:
    """A table a set, then the speed of the encoders and the size of each index."""
    lines: list[str] = []
    for name, table in tables.items():
        lines += [f"## {name}", "", *markdown_table(_header("en"), _cells(table, "en")), ""]
    for title, header, rows in _cost_tables(costs, "en"):
        lines += [f"## {title}", "", *markdown_table(header, rows), ""]
    return "\n".join(lines)


def page(tables: Mapping[str, Table], costs: Mapping[str, Costs]) -> str:
    """The same with bars in front of each table."""
    parts: list[Markup] = []
    for name, table in tables.items():
        parts.append(element("h2", name))
        for measure, caption in PLOTTED.items():
            parts.append(bars(f"{name}：{caption}", _plotted(table, measure), LABEL_PX))
        parts.append(html_table(_header("zh"), _cells(table, "zh")))
    for title, header, rows in _cost_tables(costs, "zh"):
        parts += [element("h2", title), html_table(header, rows)]
    return whole_page(TITLE, *parts)


def _plotted(table: Table, measure: str) -> dict[str, Mean]:
    return {row.name.zh: row.means(table.judged)[measure] for row in table.rows if not row.missing}


def _header(language: Language) -> list[str]:
    return [words.say(language) for words in HEADER]


def _cells(table: Table, language: Language) -> Iterator[list[str]]:
    for row in table.rows:
        name = row.name.say(language)
        if row.missing:
            yield [name, row.missing.say(language), *[""] * (len(HEADER) - 2)]
        else:
            yield [name, str(len(row.found)), *_figures(table, row)]


def _figures(table: Table, row: Row) -> list[str]:
    means, behind, times = row.means(table.judged), table.behind(row), latency(row.seconds)
    return [
        *(mean_cell(means[name]) for name in MEASURES),
        f"{behind.value:+.3f} [{behind.low:+.3f}, {behind.high:+.3f}]" if behind else "",
        milliseconds(times["p50_seconds"]),
        milliseconds(times["p95_seconds"]),
    ]


_CostTable = tuple[str, list[str], list[list[str]]]


def _cost_tables(costs: Mapping[str, Costs], language: Language) -> Iterator[_CostTable]:
    speeds = [
        [
            collection,
            encoder,
            f"{figures['passages_per_second']:,.0f}",
            f"{figures['characters_per_second']:,.0f}",
        ]
        for collection, cost in costs.items()
        for encoder, figures in cost.speeds.items()
    ]
    heads = [words.say(language) for words in _SPEED_HEADER]
    yield Words("编码速度", "Speed of the encoders").say(language), heads, speeds
    sizes = [
        [collection, part, f"{size / MIB:.1f}"]
        for collection, cost in costs.items()
        for part, size in cost.sizes.items()
    ]
    heads = [words.say(language) for words in _SIZE_HEADER]
    yield Words("索引大小", "Size of the index").say(language), heads, sizes


_SPEED_HEADER = (
    Words("语料", "corpus"),
    Words("编码模型", "encoder"),
    Words("段／秒", "passages/s"),
    Words("字／秒", "characters/s"),
)
_SIZE_HEADER = (Words("语料", "corpus"), Words("部分", "part"), Words("MiB", "MiB"))
