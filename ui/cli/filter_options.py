"""The options that keep a command to some of the articles."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, NamedTuple

import typer


class _Row(NamedTuple):
    """One option; its name is that of the filter."""

    name: str
    metavar: str
    help: str


ROWS = (
    _Row("newspaper", "NAME", "只看这份报刊 · of this newspaper or journal"),
    _Row("author", "NAME", "只看这位作者 · by this author"),
    _Row("affiliation", "WORDS", "单位含这些字 · whose unit has these words"),
    _Row("title", "WORDS", "题目含这些字 · whose title has these words"),
    _Row("file", "PATTERN", "文件名，可用 * 和 ? · whose file is like this"),
    _Row("column", "NAME", "只看这个栏目 · of this column"),
    _Row("since", "DATE", "从哪天起，如 2025-01 · printed on this date or later"),
    _Row("until", "DATE", "到哪天为止（含） · printed on this date or earlier"),
    _Row("kind", "KIND", "article 或 notice · article or notice"),
)


def takes_filters(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option a filter in place of its parameter ``filters``, which gets what they ask for.

    It must be a keyword of the command. Where an option asks for what no filter can mean, the call raises
    ``FilterNotUnderstood``.
    """
    # The class itself is imported at the first call: help is to be quick.
    given = inspect.signature(command, eval_str=True, locals={"Filters": object})
    parameters = [
        one
        for name, parameter in given.parameters.items()
        for one in (map(_parameter, ROWS) if name == "filters" else (parameter,))
    ]

    @wraps(command)
    def with_options(**values: object) -> None:
        from rag.retrieval.filters import Filters

        # Texts as they were typed: what they can mean, the filters themselves tell.
        asked: dict[str, Any] = {row.name: values.pop(row.name) for row in ROWS}
        command(**values, filters=Filters(**asked))

    with_options.__signature__ = given.replace(parameters=parameters)  # type: ignore[attr-defined]
    with_options.__annotations__ = {one.name: one.annotation for one in parameters}
    return with_options


def _parameter(row: _Row) -> inspect.Parameter:
    option = typer.Option(f"--{row.name}", metavar=row.metavar, help=row.help)
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return inspect.Parameter(row.name, kind, default=None, annotation=Annotated[str | None, option])
