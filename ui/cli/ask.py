"""``wenju ask``: one question, one answer."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.cli.filter_options import (
    AffiliationOption,
    AuthorOption,
    ColumnOption,
    FileOption,
    KindOption,
    NewspaperOption,
    SinceOption,
    TitleOption,
    UntilOption,
    filters_of,
)
from ui.cli.options import IndexOption, JsonOption, PassagesOption
from ui.cli.output import result_object, result_text
from ui.cli.session import session_of


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="问题 · the question, in plain words")],
    index: IndexOption = None,
    passages: PassagesOption = 10,
    newspaper: NewspaperOption = None,
    author: AuthorOption = None,
    affiliation: AffiliationOption = None,
    title: TitleOption = None,
    file: FileOption = None,
    column: ColumnOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    kind: KindOption = None,
    json: JsonOption = False,
) -> None:
    """提一个问题。 Ask one question."""
    session = session_of(context)
    filters = filters_of(
        newspaper=newspaper,
        author=author,
        affiliation=affiliation,
        title=title,
        file=file,
        column=column,
        since=since,
        until=until,
        kind=kind,
    )
    reply = session.assistant(session.index(index)).ask(question, passages=passages, filters=filters)
    if json:
        from rag.reply_json import reply_object

        result_object(reply_object(reply))
    else:
        from ui.terminal.reply import reply_text

        result_text(reply_text(reply, session.language))
