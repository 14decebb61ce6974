"""Where does what a command says go? Results to standard output, words to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.text import Text


def prepare_streams() -> None:
    """Make both streams take any text: UTF-8 into files and pipes, and no failure over a lone surrogate."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def result(line: str) -> None:
    """One line of the result."""
    _write(sys.stdout, line)


def result_object(value: Mapping[str, Any]) -> None:
    """One JSON object on one line of standard output."""
    result(json.dumps(value, ensure_ascii=False))


def results(lines: Iterable[str]) -> None:
    """Several lines of the result."""
    for line in lines:
        result(line)


def result_text(text: Text) -> None:
    """Styled text: colours on a terminal only, lines never broken by us."""
    from rich.console import Console

    Console(highlight=False, markup=False, emoji=False).print(text, soft_wrap=True)


def word(line: str) -> None:
    """One line for the person: progress, notes, faults."""
    _write(sys.stderr, line)


def _write(stream: TextIO, line: str) -> None:
    stream.write(line + "\n")
    stream.flush()
