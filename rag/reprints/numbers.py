"""Do two texts give the same figures? A report on last year's form says the same words with other numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from rag.reprints.shingles import letters_of

NUMBERS = (
    # What counts as a figure in folded text, with an example.
    (r"\d+(?:[.,:]\d+)*", "产煤1.2万吨"),
    (r"[〇零一二三四五六七八九十百千万亿两]{2,}", "一百二十人"),
    (r"(?<=第)[一二三四五六七八九十]", "第三届"),
)
BEFORE_CHARS = 4
"""Letters before a figure by which it is known again in the other text."""

_NUMBER = re.compile("|".join(pattern for pattern, _ in NUMBERS))
START = "^"
"""Stands before the first letter: what begins a passage has other letters before it in the article."""
_MASK = "#"
"""Stands for a figure among the letters before the next one: a date's year may differ, and its month too."""


class Agreement(NamedTuple):
    """How many figures of the one text stand in the other behind the same letters, and how many do not."""

    same: int
    other: int
    """Other figures stand behind the same letters there, or it stands nowhere."""

    @property
    def share_other(self) -> float:
        """Of the figures that could be compared, those that differ; 0 where none could."""
        return self.other / max(1, self.same + self.other)


Figures = dict[str, set[str]]
"""The letters before, and the figures that stand behind them."""


def figures(folded: str) -> Figures:
    """The figures of folded text by the letters before them.

    >>> sorted(figures("今年产煤120万吨,比去年增长3%").items())
    [('今年产煤', {'120'}), ('去年增长', {'3'})]
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    before, at = START, 0
    for match in _NUMBER.finditer(folded):
        before = (before + letters_of(folded[at : match.start()]))[-BEFORE_CHARS:]
        found[before].add(match.group())
        before, at = before + _MASK, match.end()
    return dict(found)


def agreement(one: Figures, other: Figures) -> Agreement:
    """The figures of ``one`` against those of ``other``; one that stands there behind other letters does not count.

    >>> agreement(figures("2023年产煤120万吨"), figures("2024年产煤150万吨"))
    Agreement(same=0, other=2)
    """
    anywhere = set().union(*other.values())
    same = differ = 0
    for before, values in one.items():
        there = other.get(before, set())
        same += len(values & there)
        differ += len(values - (there or anywhere))
    return Agreement(same, differ)
