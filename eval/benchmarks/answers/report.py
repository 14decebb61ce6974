"""How are the figures of the benchmark read? A table in Markdown, and a page with bars and curves."""

from __future__ import annotations

from collections.abc import Mapping

from eval.benchmarks.answers.scoring import SetScores, means
from eval.benchmarks.tabulated import markdown_table, mean_cell, milliseconds, whole_page
from eval.measures.means import Mean
from eval.report.bars import bars
from eval.report.curves import confidence_plots
from eval.report.markup import element

COLUMNS = (
    "article@1", "article@5", "article@10", "sentence", "sentence_placed", "answer_found", "EM", "F1", "lit",
    "EM_lit", "F1_lit", "refused", "caught",
)  # fmt: skip
"""In the order of the table; a cell is left empty where a way of asking has no such measure."""

PLOTTED: tuple[tuple[str, str], ...] = (
    ("article@1", "检索：第一篇就是答案所在"),
    ("sentence_placed", "句子：首条引文出自答案所在的段落并含有答案"),
    ("F1", "片段：CMRC 2018 的 F1"),
    ("caught", "拒答：本来没有答案而拒答"),
)
"""Measure and the caption of its bars."""

WAYS = {"open": "从全部段落中找", "given": "只给答案所在的段落", "withheld": "拿掉答案所在的段落"}
"""The ways of asking (``asking``) as the captions say them."""

Times = Mapping[str, Mapping[str, float | int]]


def ways(scores: SetScores) -> dict[str, dict[str, Mean]]:
    """The means of each way of asking."""
    return {
        "open": means(scores.openly),
        "given": means(scores.given),
        "withheld": means(scores.withheld),
    }


def markdown(sets: Mapping[str, SetScores], stages: Times) -> str:
    """The tables: measures with the half width of their 95 % interval, and milliseconds by stage."""
    rows = (
        [
            name,
            way,
            str(max((mean.n for mean in found.values()), default=0)),
            *map(mean_cell, _columns(found)),
        ]
        for name, scores in sets.items()
        for way, found in ways(scores).items()
    )
    times = (
        [name, milliseconds(t["p50_seconds"]), milliseconds(t["p95_seconds"])] for name, t in stages.items()
    )
    lines = [
        *markdown_table(["set", "asked", "n", *COLUMNS], rows),
        "",
        *markdown_table(["stage", "p50 ms", "p95 ms"], times),
    ]
    return "\n".join(lines) + "\n"


def page(sets: Mapping[str, SetScores]) -> str:
    """Bars of the main measures over the sets, and for each set the curves of its confidence."""
    found = {name: ways(scores) for name, scores in sets.items()}
    plots = []
    for measure, caption in PLOTTED:
        for way, words in WAYS.items():
            rows = {name: of_set[way][measure] for name, of_set in found.items() if measure in of_set[way]}
            if rows:
                plots.append(bars(f"{caption}（{words}）", rows))
    for name, scores in sets.items():
        plots += [element("h2", name), *confidence_plots(scores.confidences)]
    return whole_page("问答基准", *plots)


def _columns(found: Mapping[str, Mean]) -> list[Mean | None]:
    return [found.get(column) for column in COLUMNS]
