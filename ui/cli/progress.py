"""How far is long work? Bars on a terminal, a few plain lines in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ui.cli.output import word

Advance = Callable[[str, int, int], None]
"""Told the stage's name, how much is done, and of how much."""

QUIET_S = 10.0
"""Between two lines of one stage where there is no terminal: somebody who waits sees life, a log stays short."""


@contextmanager
def showing_progress() -> Iterator[Advance]:
    """Show the progress on standard error for as long as the block lasts."""
    if not sys.stderr.isatty():
        yield plain_lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage)
            bars.update(tasks[stage], completed=done, total=total)

        yield advance


def plain_lines(clock: Callable[[], float] = time.monotonic) -> Advance:
    """A line where a stage begins, and one every ``QUIET_S`` while it lasts: a log shows where time went."""
    shown = ""
    due = 0.0

    def advance(stage: str, done: int, total: int) -> None:
        nonlocal shown, due
        if stage == shown and clock() < due:
            return
        word(f"{stage} {done}/{total}")
        shown, due = stage, clock() + QUIET_S

    return advance
