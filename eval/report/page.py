"""What does the whole report look like? Figures first, then every question, the wrong ones easy to find."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from eval.diagnosis import OUTCOME_WORDS
from eval.report.bars import bars
from eval.report.curves import confidence_plots
from eval.report.markup import Markup, element, joined
from eval.report.rows import header_row, question_row
from eval.scoring import Scores, type_of
from eval.tables import Table, tables

PLOTTED: tuple[tuple[str, str], ...] = (
    ("answer_found", "答对：应有的答案都在给出的回答里"),
    ("answer_coverage", "覆盖：标准答案的字数中给出了多少"),
    ("item_F1", "列表：逐项比对的 F1"),
    ("passage@10", "检索：前 10 段里有答案"),
    ("nDCG@10", "检索：nDCG@10"),
    ("caught", "拒答：资料中没有的问题"),
)
"""Measure and the caption of its bars; left out where no question has it."""

STYLE = """
:root { color-scheme: light dark; }
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
       max-width: 1200px; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { border: 1px solid #8886; padding: .3rem .5rem; text-align: left; vertical-align: top; }
.figures td, .figures th { text-align: right; white-space: nowrap; }
.figures td:first-child { text-align: left; }
.wide { overflow-x: auto; }
td { overflow-wrap: anywhere; }
.qid { white-space: nowrap; }
td ul, td ol { margin: 0; padding-left: 1.2em; }
small { display: block; opacity: .7; }
.miss { color: #c0392b; } .hit { color: #1e8449; } .hit, .miss { display: block; white-space: nowrap; }
.bad .outcome { color: #c0392b; font-weight: bold; } .good .outcome { color: #1e8449; }
figure { margin: 1rem 0; }
svg { max-width: 100%; height: auto; } svg text { fill: currentColor; font-size: 13px; }
.ground { fill: #8882; } .bar { fill: #2e6da4; } .interval { stroke: currentColor; stroke-width: 1.5; }
polyline { fill: none; stroke: #2e6da4; stroke-width: 2; } circle { fill: #2e6da4; }
polyline.chance { stroke: currentColor; stroke-width: 1; stroke-dasharray: 4 4; opacity: .5; }
th:nth-child(n+3):nth-child(-n+5) { min-width: 14em; }
.questions th:nth-child(2) { min-width: 7.5em; }
.questions th:last-child { min-width: 6em; }
.figures th:nth-child(n) { min-width: 0; }
#only-bad:checked ~ .questions .good { display: none; }
"""


def write_report(folder: Path, scores: Scores) -> Path:
    """Write ``index.html`` and ``scores.json`` into the folder and return the page's path."""
    folder.mkdir(parents=True, exist_ok=True)
    figures = json.dumps(scores.to_object(), ensure_ascii=False, indent=2)
    (folder / "scores.json").write_text(figures + "\n", encoding="utf-8")
    page = folder / "index.html"
    page.write_text(report_page(scores), encoding="utf-8")
    return page


def report_page(scores: Scores) -> str:
    """The report as one HTML document with no script and nothing from outside."""
    head = element(
        "head",
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", f"评测报告 {scores.run.name}"),
        element("style", Markup(STYLE)),
    )
    body = element(
        "body", _summary(scores), *_plots(scores), *map(_figures, tables(scores)), _questions(scores)
    )
    return "<!doctype html>\n" + element("html", head, body, lang="zh-CN")


def _summary(scores: Scores) -> Markup:
    counts = Counter(record.outcome for record in scores.records)
    outcomes = [element("li", f"{OUTCOME_WORDS[outcome].zh}：{n}") for outcome, n in counts.most_common()]
    notes = []
    if scores.run.unanswered:
        notes.append(element("p", f"运行结果里没有、按未答计的问题：{'、'.join(scores.run.unanswered)}"))
    if scores.run.unknown:
        notes.append(element("p", f"题集里没有、未计的回答：{'、'.join(scores.run.unknown)}"))
    return joined(element("h1", f"评测报告：{scores.run.name}"), element("ul", *outcomes), *notes)


def _plots(scores: Scores) -> list[Markup]:
    by_type = scores.by(type_of)
    plots = []
    for measure, caption in PLOTTED:
        means = {name: group[measure] for name, group in by_type.items() if measure in group}
        if means:
            plots.append(bars(caption, {**means, "总计": scores.all[measure]}))
    return [*plots, *confidence_plots(scores.confidences)]


def _figures(table: Table) -> Markup:
    head = element("tr", *(element("th", name, scope="col") for name in table.header))
    rows = [element("tr", *(element("td", cell) for cell in row)) for row in table.rows]
    drawn = element("table", element("thead", head), element("tbody", *rows), class_="figures")
    return joined(element("h2", table.title), element("div", drawn, class_="wide"))


def _questions(scores: Scores) -> Markup:
    rows = [question_row(record) for record in scores.records]
    table = element("table", element("thead", header_row()), element("tbody", *rows))
    return joined(
        element("h2", "逐题"),
        Markup('<input type="checkbox" id="only-bad">'),
        element("label", " 只看没有答对的", for_="only-bad"),
        element("div", table, class_="questions wide"),
    )
