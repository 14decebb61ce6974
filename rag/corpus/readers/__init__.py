"""Which reader opens which kind of file, and what pages does it find in it?

To add a format: write its module beside these with ``read(raw: RawFile) -> ReadFile`` and add its suffix here.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from rag.corpus.page import SourceFile
from rag.corpus.readers.kinds import check_kind
from rag.corpus.readers.process import worker
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Unreadable, Words

__all__ = ["SUFFIXES", "close_readers", "read_pages"]


class _Reader(NamedTuple):
    """Where a reader stands and how it is run."""

    module: str
    apart: bool = False
    """In a process of its own: it hands bytes of strangers to a library in C."""


_READERS = {
    ".txt": _Reader("plain"),
    ".md": _Reader("plain"),
    ".jsonl": _Reader("jsonl"),
    ".csv": _Reader("csv"),
    ".pdf": _Reader("pdf", apart=True),
    ".docx": _Reader("docx", apart=True),
    ".epub": _Reader("epub", apart=True),
    ".html": _Reader("html", apart=True),
    ".htm": _Reader("html", apart=True),
    ".xhtml": _Reader("html", apart=True),
}
SUFFIXES = tuple(_READERS)
"""Suffixes that can be read, in lower case."""


def read_pages(file: SourceFile, settings: ReadingSettings = ReadingSettings()) -> ReadFile:
    """The pages of a file. Raises ``Unreadable`` when nothing of it can be read.

    May start one process that later files are read in as well: see ``close_readers``.
    """
    suffix = file.path.suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        raise Unreadable(Words(f"不认识的格式 {file.path.suffix}", f"unknown format {file.path.suffix}"))
    try:
        data = file.path.read_bytes()
    except OSError as error:
        raise Unreadable(Words(f"打不开：{error.strerror}", f"cannot be opened: {error.strerror}")) from error
    check_kind(suffix, data)
    raw = RawFile(file.name, data, settings)
    module = f"{__name__}.{reader.module}"
    return worker.read(module, raw) if reader.apart else reader_of(module)(raw)


def reader_of(module: str) -> Callable[[RawFile], ReadFile]:
    """The reader that a module holds."""
    read: Callable[[RawFile], ReadFile] = import_module(module).read
    return read


def close_readers() -> None:
    """End the process that files are read in, if there is one; a later file starts it anew."""
    worker.close()
