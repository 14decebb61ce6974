"""How does what was read of a file come back from the process that read it?

As JSON with its length in front. The other process has handled bytes of strangers, so that what it sends is
read as data and never as code, as pickles would be.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import IO, Any

from rag.corpus.page import Landmark, LandmarkKind, Page
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.settings import ReadingSettings
from rag.corpus.skipped import Skipped
from rag.errors import Unreadable, Words

LENGTH_BYTES = 8
LARGEST = 2**30
"""Bytes of one message: more is a fault, and must not be waited for."""


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message. Raises ``OSError`` where nobody reads any more."""
    stream.write(len(message).to_bytes(LENGTH_BYTES, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message; ``None`` where the stream ends, or holds no whole message."""
    prefix = stream.read(LENGTH_BYTES)
    length = int.from_bytes(prefix, "big")
    if len(prefix) < LENGTH_BYTES or length > LARGEST:
        return None
    message = stream.read(length)
    return message if len(message) == length else None


def pack_request(module: str, raw: RawFile) -> tuple[bytes, bytes]:
    """Two messages: what is to be read how, and the bytes."""
    header = {"module": module, "name": raw.name, "settings": asdict(raw.settings)}
    return json.dumps(header).encode(), raw.data


def unpack_request(header: bytes, data: bytes) -> tuple[str, RawFile]:
    """The module and the file of ``pack_request``."""
    fields = json.loads(header)
    return fields["module"], RawFile(fields["name"], data, ReadingSettings(**fields["settings"]))


class NoReply(ValueError):
    """What the other process sent is no reply."""


class ReaderFault(RuntimeError):
    """A fault of ours in the other process, with its traceback."""


def pack_reply(reply: ReadFile | Unreadable | str) -> bytes:
    """What was read, or why nothing was; the traceback of a fault of ours as text."""
    if isinstance(reply, str):
        return json.dumps({"fault": reply}).encode()
    if isinstance(reply, Unreadable):
        return json.dumps({"unreadable": reply.reason}).encode()
    return json.dumps({"pages": [asdict(page) for page in reply.pages], "skipped": _skipped(reply)}).encode()


def unpack_reply(packed: bytes) -> ReadFile:
    """The pages of ``pack_reply``.

    Raises the ``Unreadable`` of it, ``ReaderFault``, and ``NoReply`` for anything else.
    """
    try:
        fields = json.loads(packed)
        if "fault" in fields:
            raise ReaderFault(fields["fault"])
        if "unreadable" in fields:
            raise Unreadable(Words(*fields["unreadable"]))
        skipped = tuple(Skipped(file, Words(*reason)) for file, reason in fields["skipped"])
        return ReadFile(tuple(map(_page, fields["pages"])), skipped)
    except (KeyError, TypeError, ValueError, RecursionError) as fault:
        raise NoReply from fault


def _skipped(reply: ReadFile) -> list[tuple[str, Words]]:
    return [(one.file, one.reason) for one in reply.skipped]


def _page(fields: dict[str, Any]) -> Page:
    landmarks = tuple(
        Landmark(start, LandmarkKind(kind), number) for start, kind, number in fields.pop("landmarks")
    )
    return Page(**fields, landmarks=landmarks)
