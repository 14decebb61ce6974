"""``wenju serve``: the browser app over one index."""

from __future__ import annotations

import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.errors import IndexNotFound, UserError, Words
from ui.cli.options import IndexOption
from ui.cli.output import word
from ui.cli.refresh import run_refresh, summary
from ui.cli.session import Session, session_of

if TYPE_CHECKING:
    from rag.index.request import RefreshRequest

HOST = "127.0.0.1"
"""This machine only: whoever wants more says so."""
FIRST_PORT = 7860
"""Gradio's own, which its users know."""
PORTS_TRIED = 20
"""From the first port upwards; so many servers on one machine are more than anybody runs by hand."""


class PortTaken(UserError):
    """The port asked for is used by another program."""


def serve(
    context: typer.Context,
    index: IndexOption = None,
    corpus: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="PATH", help="先（或同时）更新这些文件的索引，可多次 · refresh these too; repeatable"
        ),
    ] = None,
    host: Annotated[str, typer.Option(metavar="H", help="监听地址 · address to listen on")] = HOST,
    port: Annotated[
        int | None,
        typer.Option(
            metavar="P",
            min=1,
            max=65535,
            help=f"端口（缺省：{FIRST_PORT} 起第一个空闲的） · the first free one",
        ),
    ] = None,
) -> None:
    """在浏览器中提问。 Ask in the browser."""
    session = session_of(context)
    folder = session.index(index)
    chosen = free_port(host, port)
    if corpus:
        _bring_up(session, _request(session, corpus, folder))
    from rag.assistant import Assistant
    from ui.server import serve as run

    assistant = Assistant(folder)
    word(
        session.say(
            Words(f"请用浏览器打开 http://{host}:{chosen}", f"open http://{host}:{chosen} in a browser")
        )
    )
    run(assistant, host=host, port=chosen)


def free_port(host: str, wanted: int | None) -> int:
    """The port wanted, or the first free one. Raises ``PortTaken``."""
    candidates = [wanted] if wanted else range(FIRST_PORT, FIRST_PORT + PORTS_TRIED)
    for port in candidates:
        if _is_free(host, port):
            return port
    raise PortTaken(
        Words("端口已被占用", "the port is taken"),
        where=f"{host}:{candidates[0]}",
        mend=Words("用 --port 换一个端口", "choose another with --port"),
    )


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # As the server itself will do: a port that was just given back is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _request(session: Session, corpus: list[Path], folder: Path) -> RefreshRequest:
    from rag.index.request import RefreshRequest

    settings = session.settings
    return RefreshRequest(
        paths=tuple(corpus),
        index=folder,
        encoder=settings.encoder,
        chunks=settings.chunks,
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
