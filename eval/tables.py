"""What is read first of a score? Tables of a few measures by type, style and turn."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval.questions import Question
from eval.scoring import Means, Scores, followup_of, style_of, turn_of, type_of
from rag.errors import Language, Words

COLUMNS: tuple[tuple[str, Words], ...] = (
    ("correct", Words("正确", "correct")),
    ("answer_found", Words("答对", "found")),
    ("answer_share", Words("答全率", "share")),
    ("answer_coverage", Words("覆盖", "cover")),
    ("answer@1", Words("首条", "first")),
    ("item_F1", Words("列表F1", "items F1")),
    ("precision", Words("精度", "precision")),
    ("shown_chars", Words("字数", "chars")),
    ("F1", Words("F1", "F1")),
    ("article@1", Words("篇@1", "article@1")),
    ("passage@1", Words("段@1", "passage@1")),
    ("passage@3", Words("段@3", "@3")),
    ("passage@10", Words("段@10", "@10")),
    ("MRR@10", Words("MRR", "MRR")),
    ("nDCG@10", Words("nDCG", "nDCG")),
    ("caught", Words("拒对", "caught")),
    ("refused", Words("误拒", "refused")),
)
"""Measure and its heading. A column that no row has is left out."""

INTERVAL_OF = "answer_found"
"""The main measure is followed by its 95 % interval, so that no small difference looks like a large one."""

GROUPINGS: tuple[tuple[Words, Callable[[Question], str | None]], ...] = (
    (Words("按轮次", "by turn"), turn_of),
    (Words("按追问方式", "by kind of follow-up"), followup_of),
    (Words("按问法", "by style"), style_of),
)


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


def tables(scores: Scores, language: Language = "zh") -> list[Table]:
    """By type (the whole set last); by turn, follow-up and style where there is more than one."""
    whole = Words("总计", "all").say(language)
    shown = [_table(Words("按题型", "by type"), {**scores.by(type_of), whole: scores.all}, scores, language)]
    for title, key in GROUPINGS:
        groups = scores.by(key)
        if len(groups) > 1:
            shown.append(_table(title, groups, scores, language))
    return shown


def text_table(scores: Scores, language: Language = "zh") -> str:
    """All tables as plain text."""
    return "\n\n".join("\n".join(table.lines()) for table in tables(scores, language))


def _table(title: Words, groups: dict[str, Means], scores: Scores, language: Language) -> Table:
    header = ["", Words("题数", "n").say(language)]
    columns = [(name, words.say(language)) for name, words in COLUMNS if name in scores.all]
    for name, heading in columns:
        header += [heading, "95%"] if name == INTERVAL_OF else [heading]
    rows = [
        (group, str(_size(found)), *(cell for name, _ in columns for cell in _cells(found, name)))
        for group, found in groups.items()
    ]
    return Table(title.say(language), tuple(header), tuple(rows))


def _size(group: Means) -> int:
    """Every answerable question has ``refused`` and every other ``caught``."""
    return sum(group[name].n for name in ("refused", "caught") if name in group)


def _cells(group: Means, name: str) -> list[str]:
    mean = group.get(name)
    if mean is None:
        return ["–", "–"] if name == INTERVAL_OF else ["–"]
    if name == "shown_chars":
        return [f"{mean.value:.0f}"]
    interval = [f"{mean.low:.2f}–{mean.high:.2f}"] if name == INTERVAL_OF else []
    return [f"{mean.value:.3f}", *interval]


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    first = row[0] + " " * (widths[0] - _width(row[0]))
    return [
        first,
        *(" " * (width - _width(cell)) + cell for cell, width in zip(row[1:], widths[1:], strict=True)),
    ]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
