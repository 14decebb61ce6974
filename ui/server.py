"""How is the page served? One process on one port: the interfaces for programs, the page, the guarding headers.

Gradio is told before it is imported to ask nobody for versions and to report to nobody.
"""

from __future__ import annotations

import contextlib
import errno
import os
import socket
from collections.abc import Callable, Iterator

from rag.assistant import Assistant
from rag.errors import UserError, Words
from ui.assets import read_asset
from ui.headers import App, guarded
from ui.welcome import welcome

QUIET_ENVIRONMENT = {"GRADIO_ANALYTICS_ENABLED": "False", "HF_HUB_DISABLE_TELEMETRY": "1"}
"""Read by Gradio and its companions while they are imported."""

FONTS = (
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "sans-serif",
)
"""The Chinese face of each system, by name: nothing is fetched. ``system-ui`` would come first to lose Chinese
punctuation to a Latin font."""

LARGEST_UPLOAD = "1kb"
"""The page takes no files; Gradio's own address for them is kept this small."""

QUEUE_LOOKS_EVERY_S = 0.02
"""Gradio's queue looks for new events a thousand times a second, a tenth of a core with nobody there; this often
nobody sees the difference."""

STOP_WITHIN_S = 2
"""What is still being answered is given up after this when the server is told to stop."""


class ServerNotStarted(UserError):
    """The address asked for cannot be listened on."""


def build_server(assistant: Assistant) -> App:
    """The whole application, to be run by an ASGI server."""
    os.environ.update(QUIET_ENVIRONMENT)
    import gradio as gr

    from ui.api import build_api
    from ui.app import build_page

    page = build_page(assistant)
    server = gr.mount_gradio_app(
        build_api(assistant),
        page,
        path="/",
        head=_head(),
        theme=gr.themes.Base(font=[gr.themes.Font(name) for name in FONTS]),
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        ssr_mode=False,
        show_error=False,
        max_file_size=LARGEST_UPLOAD,
    )
    page._queue.sleep_when_free = QUEUE_LOOKS_EVERY_S
    return guarded(server)


def _head() -> str:
    """The style sheet, and the icon as an address that holds its own picture.

    Not Gradio's ``css``: that rewrites every rule to hold inside its own container, and ours speak of the window.
    """
    icon = f'<link rel="icon" href="{ICON}">'
    return f"{icon}<style>{read_asset('style.css')}</style>"


ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' "
    "rx='7' fill='%23a3352b'/%3E%3Cpath d='M9 10h14M9 16h14M9 22h8' stroke='white' stroke-width='2.6' "
    "stroke-linecap='round'/%3E%3C/svg%3E"
)


def serve(assistant: Assistant, host: str, port: int, when_ready: Callable[[str], None]) -> None:
    """Serves until interrupted; ``when_ready`` is called with the page's address once it answers.

    Port 0 takes any free one. Raises ``ServerNotStarted`` where the address cannot be had.
    """
    with listening(host, port) as listener:
        import uvicorn

        app = build_server(assistant)
        welcome(assistant, "zh")  # asks the examples, so that the first visitor need not wait for them
        config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=STOP_WITHIN_S)

        class Announcing(uvicorn.Server):
            async def startup(self, sockets: list[socket.socket] | None = None) -> None:
                await super().startup(sockets)
                when_ready(address_of(listener))

            async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
                # Each open page holds an event stream that never ends by itself; cut by uvicorn, it is logged as a fault.
                for connection in list(self.server_state.connections):
                    if connection.transport:
                        connection.transport.close()
                await super().shutdown(sockets)

        Announcing(config).run(sockets=[listener])


@contextlib.contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket bound to the address, closed in the end.

    Raises ``ServerNotStarted`` before anything slow is done, so that a port in use is told at once.
    """
    where = f"{host}:{port}"
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
        listener = socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise ServerNotStarted(_what(error), where=where, mend=_MEND) from error
    with listener:
        yield listener


_MEND = Words("换一个端口，例如 --port 7861", "choose another port, for example --port 7861")


def _what(error: Exception) -> Words:
    if isinstance(error, socket.gaierror):
        return Words("找不到这个主机名", "there is no such host")
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return Words("端口已被占用", "the port is in use")
    if isinstance(error, PermissionError):
        return Words("没有权限使用这个端口", "this port may not be used without special rights")
    return Words(f"不能在这个地址上服务（{error}）", f"cannot serve on this address ({error})")


def address_of(listener: socket.socket) -> str:
    """The address of the page, as typed into a browser."""
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}/"
