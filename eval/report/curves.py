"""What does a line between two shares look like? Curves on a unit square, as inline SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eval.measures.calibration import Bin, reliability
from eval.measures.confidence import Confidences
from eval.measures.roc import Line, corners
from eval.report.markup import Markup, element, joined

SIDE_PX, LEFT_PX, TOP_PX, BELOW_PX, RIGHT_PX = 300, 52, 12, 44, 16
"""The side of the square, and the room around it for the scale and the names of the axes."""

TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)

Points = Sequence[tuple[float, float]]
"""Across and up, each from 0 to 1."""

ROC_CAPTION = "拒答的代价：误拒的可答问题（横）与拒对的不可答问题（纵）"
ANSWERABLE_CAPTION = "把握与实际：说出的把握（横）与资料确有答案的比例（纵）"
RIGHT_CAPTION = "把握与实际：说出的把握（横）与所给回答正确的比例（纵）"


def confidence_plots(confidences: Confidences) -> list[Markup]:
    """The ROC and both reliability curves, those that there is something to draw of."""
    plots = []
    if confidences.lines:
        caption = f"{ROC_CAPTION}，曲线下面积 {confidences.area:.3f}"
        plots.append(square(caption, {"roc": roc_points(confidences.lines)}))
    for caption, told in ((ANSWERABLE_CAPTION, confidences.answerable), (RIGHT_CAPTION, confidences.right)):
        if told:
            plots.append(square(caption, {"reliability": reliability_points(reliability(told))}))
    return plots


def square(caption: str, curves: Mapping[str, Points]) -> Markup:
    """The curves over the diagonal, with a scale on both sides; a curve's name is its class."""
    width, height = LEFT_PX + SIDE_PX + RIGHT_PX, TOP_PX + SIDE_PX + BELOW_PX
    drawing = element(
        "svg",
        element("rect", x=LEFT_PX, y=TOP_PX, width=SIDE_PX, height=SIDE_PX, class_="ground"),
        _path(((0.0, 0.0), (1.0, 1.0)), "chance"),
        *(_tick(at) for at in TICKS),
        *(_curve(points, name) for name, points in curves.items()),
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_label=caption,
    )
    return element("figure", element("figcaption", caption), drawing)


def roc_points(lines: Sequence[Line]) -> Points:
    """What is refused across, what is caught up."""
    return [(line.refused, line.caught) for line in corners(lines)]


def reliability_points(bins: Sequence[Bin]) -> Points:
    """What was said across, what came true up."""
    return [(one.said, one.true) for one in bins]


def _curve(points: Points, name: str) -> Markup:
    dots = (element("circle", cx=_across(x), cy=_up(y), r=3, class_=name) for x, y in points)
    return joined(_path(points, name), *(dots if name == "reliability" else ()))


def _path(points: Points, name: str) -> Markup:
    return element("polyline", points=" ".join(f"{_across(x)},{_up(y)}" for x, y in points), class_=name)


def _tick(at: float) -> Markup:
    return joined(
        element("text", f"{at:g}", x=_across(at), y=TOP_PX + SIDE_PX + 20, text_anchor="middle"),
        element("text", f"{at:g}", x=LEFT_PX - 8, y=_up(at) + 5, text_anchor="end"),
    )


def _across(value: float) -> float:
    return round(LEFT_PX + SIDE_PX * value, 1)


def _up(value: float) -> float:
    return round(TOP_PX + SIDE_PX * (1 - value), 1)
