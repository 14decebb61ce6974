"""Which commands are there?"""

from __future__ import annotations

from typing import Annotated

import typer

from ui.cli import articles, ask, evaluate, generations, phrases, refresh, serve

HELP = """问据：用大白话向自己的中文文章提问，答案都是有出处的原文。

Ask your own Chinese articles; answers are quotations with their place."""


def build_app() -> typer.Typer:
    """The command line with all its commands."""
    app = typer.Typer(
        name="wenju", help=HELP, rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False
    )
    app.callback(invoke_without_command=True)(_no_command)
    app.command("refresh")(refresh.refresh)
    app.command("articles")(articles.articles)
    app.command("ask")(ask.ask)
    app.command("phrases")(phrases.phrases)
    app.command("serve")(serve.serve)
    app.command("status")(generations.status)
    app.command("generations")(generations.generations)
    app.command("rollback")(generations.rollback)
    app.add_typer(evaluate.build_group(), name="eval")
    return app


def _no_command(
    context: typer.Context,
    lang: Annotated[
        str, typer.Option(help="zh | en，可写在任何位置 · language of messages", show_default=False)
    ] = "zh",
    debug: Annotated[bool, typer.Option("--debug", help="出错时显示细节 · show tracebacks")] = False,
) -> None:
    # --lang and --debug may stand anywhere and are taken out before (see session); here they are only told.
    del lang, debug
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
