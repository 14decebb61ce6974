"""How is a file read that may crash, hang or eat up the program that reads it?

In a process of its own, with a limit of time and of memory. Libraries in C read PDFs, web pages and Word files;
what a broken file does to them, it does to that process, and costs one file its place in the index. The process
is started when the first such file comes and kept for the files after it, until ``close``.

It is started anew, never forked: a server's threads hold locks that a copy would hold for ever. When this
process ends in whatever way, the pipe to the other closes, which ends it too.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import rag
from rag.corpus.readers.process import wire
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Unreadable, Words

CHILD = "rag.corpus.readers.process.child"
ENDS_WITHIN_S = 2.0
"""How long a process that was told to end may take before it is killed."""


class Worker:
    """Reads one file after the other in a process beside this one; safe to use from several threads."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._abandoned = False

    def read(self, module: str, raw: RawFile) -> ReadFile:
        """What the reader in ``module`` makes of a file.

        Raises ``Unreadable`` with the reader's reason, or where it crashes or needs too long.
        """
        with self._turn:
            process = self._running()
            late = threading.Event()
            clock = threading.Timer(_seconds(raw.settings), _stop, (process, late))
            clock.daemon = True
            clock.start()
            try:
                reply = _ask(process, module, raw)
            except BaseException:
                # Ctrl-C in the middle of a reply: what comes next would be taken for another file's.
                self._end()
                raise
            finally:
                clock.cancel()
            if self._abandoned:
                # What was killed for this reason says nothing of the file: end the refresh with the program.
                raise SystemExit
            if reply is None or late.is_set():
                self._end()
                raise Unreadable(_too_slow(raw.settings) if late.is_set() else CRASHED)
        try:
            return wire.unpack_reply(reply)
        except wire.NoReply as fault:
            raise Unreadable(CRASHED) from fault

    def close(self) -> None:
        """End the process; the next file starts another."""
        with self._turn:
            self._end(grace_s=ENDS_WITHIN_S)

    def abandon(self) -> None:
        """Kill the process without waiting for whoever is being answered: the program is ending."""
        self._abandoned = True
        process = self._process
        if process is not None:
            process.kill()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(ENDS_WITHIN_S)

    @property
    def pid(self) -> int | None:
        """The number of the process, or ``None`` where there is none."""
        return self._process.pid if self._process else None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = _start()
        return self._process

    def _end(self, grace_s: float = 0.0) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe:
                _close(pipe)
        try:
            process.wait(grace_s)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


CRASHED = Words(
    "文件有问题（损坏，或展开后过大），解析时出错中断；请用原来的软件打开后重新导出",
    "the file breaks its reader (damaged, or grown too large); open it in its own program and export it again",
)


def _too_slow(settings: ReadingSettings) -> Words:
    seconds = f"{_seconds(settings):g}"
    name = "ocr_file_seconds" if settings.ocr else "file_seconds"
    return Words(
        f"{seconds} 秒内没有读完；请把文件拆小，或调大设置 reading.{name}",
        f"not read within {seconds} s; split the file, or raise the setting reading.{name}",
    )


def _seconds(settings: ReadingSettings) -> float:
    return settings.ocr_file_seconds if settings.ocr else settings.file_seconds


def _ask(process: subprocess.Popen[bytes], module: str, raw: RawFile) -> bytes | None:
    """The reply, or ``None`` where the process is gone."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        for message in wire.pack_request(module, raw):
            wire.send(process.stdin, message)
        return wire.receive(process.stdout)
    except (OSError, ValueError):
        return None


def _start() -> subprocess.Popen[bytes]:
    package = str(Path(rag.__file__).resolve().parents[1])
    known = os.environ.get("PYTHONPATH")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([package, *([known] if known else [])])}
    return subprocess.Popen(
        # -P: a module of the working folder must not stand in for one of ours.
        [sys.executable, "-P", "-m", CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _close(pipe: IO[bytes]) -> None:
    # What was still to be written has nobody to read it.
    with contextlib.suppress(OSError):
        pipe.close()


_WORKER = Worker()
# A thread that refreshes beside a server may be in the middle of a file for minutes: the program does not wait.
atexit.register(_WORKER.abandon)


def read(module: str, raw: RawFile) -> ReadFile:
    """``Worker.read`` of the one worker of this program."""
    return _WORKER.read(module, raw)


def close() -> None:
    """``Worker.close`` of the one worker of this program."""
    _WORKER.close()
