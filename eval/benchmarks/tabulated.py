"""How do the figures of a benchmark look, as a table in Markdown and as a page?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.measures.means import Mean
from eval.report.markup import Markup, element
from eval.report.page import STYLE


def mean_cell(mean: Mean | None) -> str:
    """A mean with the half width of its 95 % interval; empty for none."""
    return f"{mean.value:.3f} ±{(mean.high - mean.low) / 2:.3f}" if mean else ""


def milliseconds(seconds: float) -> str:
    """To a tenth."""
    return f"{seconds * 1000:.1f}"


def markdown_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table.

    >>> markdown_table(["set", "n"], [["river", "3"]])
    ['| set | n |', '|---|---|', '| river | 3 |']
    """
    return [
        f"| {' | '.join(header)} |",
        "|" + "---|" * len(header),
        *(f"| {' | '.join(row)} |" for row in rows),
    ]


def html_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """The same on a page."""
    head = element("tr", *(element("th", name, scope="col") for name in header))
    body = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    drawn = element("table", element("thead", head), element("tbody", *body), class_="figures")
    return element("div", drawn, class_="wide")


def whole_page(title: str, *parts: Markup) -> str:
    """One HTML document with no script and nothing from outside."""
    head = element(
        "head", Markup('<meta charset="utf-8">'), element("title", title), element("style", Markup(STYLE))
    )
    body = element("body", element("h1", title), *parts)
    return "<!doctype html>\n" + element("html", head, body, lang="zh-CN")
