"""How do the types of question stand beside each other? Bars with their intervals, as inline SVG."""

from __future__ import annotations

from collections.abc import Mapping

from eval.measures.means import Mean
from eval.report.markup import Markup, element, joined

LABEL_PX, BAR_PX, FIGURE_PX, ROW_PX = 140, 360, 150, 26
"""Widths of the name, of a bar of 100 %, of the figure behind it, and the height of a row."""


def bars(title: str, means: Mapping[str, Mean], label_px: int = LABEL_PX) -> Markup:
    """One bar a group on a scale from 0 to 1, the 95 % interval as a line across its end."""
    height = ROW_PX * len(means)
    rows = [_bar(name, mean, index * ROW_PX, label_px) for index, (name, mean) in enumerate(means.items())]
    width = label_px + BAR_PX + FIGURE_PX
    drawing = element(
        "svg",
        *rows,
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_label=title,
    )
    return element("figure", element("figcaption", title), drawing)


def _bar(name: str, mean: Mean, top: int, label_px: int) -> Markup:
    middle = top + ROW_PX / 2
    low, high, end = (round(label_px + BAR_PX * value, 1) for value in (mean.low, mean.high, mean.value))
    figure = f"{mean.value:.3f}（{mean.n} 题）"
    return joined(
        element("text", name, x=label_px - 8, y=middle + 5, text_anchor="end", class_="name"),
        element("rect", x=label_px, y=top + 5, width=BAR_PX, height=ROW_PX - 10, class_="ground"),
        element(
            "rect", x=label_px, y=top + 5, width=round(end - label_px, 1), height=ROW_PX - 10, class_="bar"
        ),
        element("line", x1=low, x2=high, y1=middle, y2=middle, class_="interval"),
        element("text", figure, x=label_px + BAR_PX + 8, y=middle + 5, class_="figure"),
    )
