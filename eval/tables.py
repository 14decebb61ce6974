"""What is read first of a score? Tables of a few measures by type, style and turn."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from eval.scoring import Means, Scores, followup_of, style_of, turn_of, type_of

COLUMNS: tuple[tuple[str, str], ...] = (
    ("answer_found", "答对"),
    ("answer_share", "答全率"),
    ("answer_coverage", "覆盖"),
    ("answer@1", "首条"),
    ("item_F1", "列表F1"),
    ("precision", "精度"),
    ("shown_chars", "字数"),
    ("F1", "F1"),
    ("article@1", "篇@1"),
    ("passage@1", "段@1"),
    ("passage@3", "段@3"),
    ("passage@10", "段@10"),
    ("MRR@10", "MRR"),
    ("nDCG@10", "nDCG"),
    ("caught", "拒对"),
    ("refused", "误拒"),
)
"""Measure and its heading. A column that no row has is left out."""


@dataclass(frozen=True)
class Table:
    """A table ready to be shown, cells as text."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def lines(self) -> list[str]:
        """The table as lines of plain text, aligned for a font in which Chinese is twice as wide."""
        cells = [self.header, *self.rows]
        widths = [max(_width(row[i]) for row in cells) for i in range(len(self.header))]
        return [self.title, *("  ".join(_padded(row, widths)).rstrip() for row in cells)]


def tables(scores: Scores) -> list[Table]:
    """By type (the whole set last); by turn, follow-up and style where there is more than one."""
    shown = [_table("按题型", {**scores.by(type_of), "总计": scores.all}, scores)]
    for title, key in (("按轮次", turn_of), ("按追问方式", followup_of), ("按问法", style_of)):
        groups = scores.by(key)
        if len(groups) > 1:
            shown.append(_table(title, groups, scores))
    return shown


def text_table(scores: Scores) -> str:
    """All tables as plain text."""
    return "\n\n".join("\n".join(table.lines()) for table in tables(scores))


def _table(title: str, groups: dict[str, Means], scores: Scores) -> Table:
    columns = [(name, heading) for name, heading in COLUMNS if name in scores.all]
    rows = tuple(
        (group, str(_size(found)), *(_cell(found, name) for name, _ in columns))
        for group, found in groups.items()
    )
    return Table(title, ("", "题数", *(heading for _, heading in columns)), rows)


def _size(group: Means) -> int:
    """Every answerable question has ``refused`` and every other ``caught``."""
    return sum(group[name].n for name in ("refused", "caught") if name in group)


def _cell(group: Means, name: str) -> str:
    if name not in group:
        return "–"
    value = group[name].value
    return f"{value:.0f}" if name == "shown_chars" else f"{value:.3f}"


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    first = row[0] + " " * (widths[0] - _width(row[0]))
    return [
        first,
        *(" " * (width - _width(cell)) + cell for cell, width in zip(row[1:], widths[1:], strict=True)),
    ]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
