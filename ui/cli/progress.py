"""How far is long work? Bars on a terminal, a few plain lines in a log."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ui.cli.output import word

Advance = Callable[[str, int, int], None]
"""Told the stage's name, how much is done, and of how much."""


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


def plain_lines() -> Advance:
    """A line where a stage begins and one where it is done: enough to see in a log where time went."""
    last = ""

    def advance(stage: str, done: int, total: int) -> None:
        nonlocal last
        if stage != last or (done >= total and total > 1):
            word(f"{stage} {done}/{total}")
        last = stage

    return advance
