"""Which of the pages that one file holds does an article stand on?

A file may hold a whole issue: then a head stands above each page, and names its page and its column alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.corpus.article import Imprint
from rag.corpus.imprint.values import Found, agreed


@dataclass(frozen=True)
class Run:
    """Neighbouring lines that are a head or a foot, or the foot of a page and the head of the next."""

    lines: tuple[int, ...]
    """Their places on the page, counted from 0."""
    start: int
    """Where the first begins in the source."""
    found: tuple[Found, ...]


@dataclass(frozen=True)
class Heads:
    """What the heads and feet of a file say, where."""

    common: Imprint
    """What holds for all of it."""
    own: tuple[tuple[int, Imprint], ...] = ()
    """Where the head of each page begins in the source, and what it alone says; empty for a single page."""

    def at(self, start: int) -> Imprint:
        """What is said of an article that begins there."""
        before = bisect_right(self.own, start, key=lambda one: one[0])
        return self.common.filled(self.own[before - 1][1]) if before else self.common


def heads_of(runs: Sequence[Run], lines: int) -> Heads:
    """What the runs of a file of so many lines say.

    One head and one foot are those of a single page. Of more, the newspaper and the date hold for all where they
    agree, and what several heads say alike does. A page or a column that one alone names holds for what stands
    below, and only where heads are known from feet: the first is above all text and the last not below all of it.
    """
    common = agreed(found for run in runs for found in run.found)
    ends = [run for run in runs if run.lines[-1] == lines - 1]
    inner = [run for run in runs if run not in ends]
    if len(inner) <= 1:
        return Heads(common)
    alone = [_said_by(run) for run in runs]
    common = replace(
        common,
        edition=common.edition if sum(one.edition is not None for one in alone) > 1 else None,
        column=common.column if sum(one.column is not None for one in alone) > 1 else None,
    )
    if inner[0].lines[0] > 0 or any(_said_by(run).edition for run in ends):
        return Heads(common)
    return Heads(common, tuple((run.start, _said_by(run)) for run in inner))


def _said_by(run: Run) -> Imprint:
    return agreed(run.found)
