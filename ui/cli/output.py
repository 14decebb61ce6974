"""Where does what a command says go? Results to standard output, words to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.text import Text


class ReaderGone(Exception):
    """Nobody reads our output any more: ``wenju articles | head`` has seen enough."""


def prepare_streams() -> None:
    """Make both streams take any text: UTF-8 into files and pipes, and no failure over a lone surrogate."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def result(line: str) -> None:
    """One line of the result."""
    _write(sys.stdout, line + "\n")


def result_verbatim(text: str) -> None:
    """Text that is the result as it stands, with no line end of ours."""
    _write(sys.stdout, text)


def result_object(value: Mapping[str, Any]) -> None:
    """One JSON object on one line of standard output."""
    result(json.dumps(value, ensure_ascii=False))


def result_text(text: Text) -> None:
    """Styled text: colours on a terminal only, lines never broken by us."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    with console.capture() as styled:
        console.print(text, soft_wrap=True)
    _write(sys.stdout, styled.get())


def word(line: str) -> None:
    """One line for the person: progress, notes, faults."""
    _write(sys.stderr, line + "\n")


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError as error:  # not left to typer, which would make a failure of it
        raise ReaderGone from error
