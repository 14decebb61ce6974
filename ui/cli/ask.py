"""``wenju ask``: one question, one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.filter_options import takes_filters
from ui.cli.options import IndexOption, JsonOption, PassagesOption
from ui.cli.output import result_object, result_text
from ui.cli.session import session_of

if TYPE_CHECKING:
    from rag.retrieval.filters import Filters


@takes_filters
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="问题 · the question, in plain words")],
    index: IndexOption = None,
    passages: PassagesOption = 10,
    *,
    filters: Filters,
    json: JsonOption = False,
) -> None:
    """提一个问题。 Ask one question."""
    session = session_of(context)
    reply = session.assistant(session.index(index)).ask(question, passages=passages, filters=filters)
    if json:
        from rag.reply_json import reply_object

        result_object(reply_object(reply))
    else:
        from ui.terminal.reply import reply_text

        result_text(reply_text(reply, session.language))
