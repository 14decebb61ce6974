"""Who may write to the index now, and what if they never let go?

One writer an index, held by the lock of the operating system on ``writer.lock``: it goes when its process
goes, however that ends, so a lock left by a crash does not exist on the same machine. ``writer.json`` beside
it says who holds it; it is a separate file because on Windows a locked file cannot be read. It may outlive
its writer, which is why it is never taken for the lock.

On a folder shared by several machines the lock of a machine that vanished can stay: the message names the
machine and says to delete both files once it is certain that no refresh runs there.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from rag.errors import IndexBusy, Words

LOCK = "writer.lock"
HOLDER = "writer.json"


class Holder(NamedTuple):
    """The process that holds the writer's lock."""

    pid: int
    host: str
    since: str
    """UTC, ISO 8601."""


@contextmanager
def writer_lock(index: Path, timeout_s: float = 0.0) -> Iterator[None]:
    """Be the one writer of ``index`` (an existing folder) until the block ends.

    Raises ``IndexBusy``, naming the holder, where another holds the lock for longer than ``timeout_s``.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(index / LOCK, timeout=timeout_s)
    try:
        lock.acquire()
    except Timeout as fault:
        raise _busy(index) from fault
    try:
        me = Holder(os.getpid(), socket.gethostname(), datetime.now(UTC).isoformat(timespec="seconds"))
        (index / HOLDER).write_text(json.dumps(me._asdict()), "utf-8")
        yield
    finally:
        (index / HOLDER).unlink(missing_ok=True)
        lock.release()


def holder(index: Path) -> Holder | None:
    """Who wrote last that they hold the lock; ``None`` where nobody did or the note cannot be read."""
    try:
        return Holder(**json.loads((index / HOLDER).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _busy(index: Path) -> IndexBusy:
    who = holder(index)
    by = Words("另一个进程", "another process")
    if who:
        by = Words(
            f"{who.host} 上的进程 {who.pid}（自 {who.since} 起）",
            f"process {who.pid} on {who.host} (since {who.since})",
        )
    return IndexBusy(
        Words(f"{by.zh}正在更新索引", f"{by.en} is refreshing the index"),
        where=str(index),
        mend=Words(
            f"等它结束后再试；若确知那台机器上已没有更新在运行，删除 {LOCK} 和 {HOLDER}",
            f"try again when it is done; if no refresh runs there any more, delete {LOCK} and {HOLDER}",
        ),
    )
