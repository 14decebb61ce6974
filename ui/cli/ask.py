"""``wenju ask``: one question, one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.filter_options import takes_filters
from ui.cli.options import IndexOption, JsonOption, PassagesOption
from ui.cli.output import result_object, result_text
from ui.cli.session import session_of

if TYPE_CHECKING:
    from rag.assistant import Assistant
    from rag.reply import Reply
    from rag.retrieval.explained import Explained
    from rag.retrieval.filters import Filters

MOST_EXPLAINED = 5
"""Passages explained in words where ``--passages`` does not say how many: a screen or two."""


@takes_filters
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="问题 · the question, in plain words")],
    index: IndexOption = None,
    passages: PassagesOption = 10,
    *,
    filters: Filters,
    explain: Annotated[
        bool, typer.Option("--explain", help="说明各段落为什么被找到 · tell why each passage was found")
    ] = False,
    json: JsonOption = False,
) -> None:
    """提一个问题。 Ask one question."""
    session = session_of(context)
    assistant = session.assistant(session.index(index))
    reply = assistant.ask(question, passages=passages, filters=filters)
    explained = None
    if explain:
        source = context.get_parameter_source("passages")
        by_default = source is not None and source.name == "DEFAULT"
        most = MOST_EXPLAINED if by_default and not json else passages
        explained = _explained(assistant, reply, most)
    if json:
        from rag.reply_json import reply_object

        result_object(reply_object(reply, explained=explained))
        return
    from ui.terminal.reply import reply_text

    result_text(reply_text(reply, session.language))
    if explained:
        from ui.terminal.found import explained_text

        result_text(explained_text(reply, explained, session.language))


def _explained(assistant: Assistant, reply: Reply, passages: int) -> tuple[Explained, ...]:
    """Nothing where nothing was searched."""
    if reply.understood is None:
        return ()
    return assistant.explain(reply.understood, passages=passages, filters=reply.filters)
