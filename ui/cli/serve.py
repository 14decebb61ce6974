"""``wenju serve``: the browser app over one index."""

from __future__ import annotations

import logging
import socket
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.errors import IndexNotFound, RerankerUnavailable, UserError, Words
from ui.cli.options import IndexOption
from ui.cli.output import word
from ui.cli.refresh import run_refresh, summary
from ui.cli.session import Session, session_of

if TYPE_CHECKING:
    from rag.assistant import Assistant
    from rag.index.request import RefreshRequest

HOST = "127.0.0.1"
"""This machine only: whoever wants more says so."""
FIRST_PORT = 7860
"""Gradio's own, which its users know."""
PORTS_TRIED = 20
"""From the first port upwards; whoever runs more servers on one machine names their ports."""

NO_INDEX_YET = Words(
    "服务照常启动，索引就绪后自动接上", "serving all the same; it answers once there is an index"
)
NO_RERANKER_YET = Words(
    "服务照常启动，重排模型就绪后才能回答",
    "serving all the same; it answers once the reranker can be loaded",
)


def serve(
    context: typer.Context,
    index: IndexOption = None,
    corpus: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", help="更新这些文件的索引，可多次 · refresh these as well; repeatable"),
    ] = None,
    host: Annotated[str, typer.Option(metavar="H", help="监听地址 · address to listen on")] = HOST,
    port: Annotated[
        int | None,
        typer.Option(
            metavar="P",
            min=0,
            max=65535,
            help=f"端口（缺省：{FIRST_PORT} 起第一个空闲的） · the first free one",
        ),
    ] = None,
) -> None:
    """在浏览器中提问。 Ask in the browser."""
    session = session_of(context)
    folder = session.index(index)
    _log_to_standard_error()
    if corpus:
        _bring_up(session, _request(session, corpus, folder))
    assistant = session.assistant(folder)
    _warn_of_trouble(session, assistant)
    from ui.server import serve as run

    run(assistant, host, first_free_port(host) if port is None else port, partial(_announce, session))


def _log_to_standard_error() -> None:
    """A server's log: our own news, and of everything else only what is amiss."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for package in ("rag", "ui"):
        logging.getLogger(package).setLevel(logging.INFO)


def first_free_port(host: str) -> int:
    """The first port from ``FIRST_PORT`` that nobody listens on, or that very one where all are taken."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        try:
            with socket.create_server((host, port), family=_family(host)):
                return port
        except OSError:
            continue
    return FIRST_PORT


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _announce(session: Session, address: str) -> None:
    word(session.say(Words(f"请用浏览器打开 {address}", f"open {address} in a browser")))


def _warn_of_trouble(session: Session, assistant: Assistant) -> None:
    """Say what keeps questions from being answered yet; the server follows the index when that is mended."""
    try:
        assistant.warm()
    except UserError as error:
        word(error.say(session.language))
        word(session.say(NO_RERANKER_YET if isinstance(error, RerankerUnavailable) else NO_INDEX_YET))


def _request(session: Session, corpus: list[Path], folder: Path) -> RefreshRequest:
    from rag.index.request import RefreshRequest

    settings = session.settings
    return RefreshRequest(
        paths=tuple(corpus),
        index=folder,
        encoder=settings.encoder,
        chunks=settings.chunks,
        reading=settings.reading,
        reprints=settings.reprints,
        settings=settings.generations,
    )


def _bring_up(session: Session, request: RefreshRequest) -> None:
    """Refresh before serving when there is nothing to serve yet, else while serving what is there."""
    from rag.index.generations import published

    try:
        published(request.index)
    except IndexNotFound:
        word(session.say(Words("先建立索引", "building the index first")))
        word(summary(run_refresh(session, request), session))
    else:
        word(session.say(Words("先用现有索引，同时更新", "serving the index at hand while it is refreshed")))
        threading.Thread(target=_refresh_beside, args=(session, request), daemon=True).start()


def _refresh_beside(session: Session, request: RefreshRequest) -> None:
    # A daemon: a refresh that is cut off at any point leaves the published generation as it was.
    try:
        word(summary(run_refresh(session, request), session))
    except UserError as error:
        word(error.say(session.language))
