"""Which reader opens which kind of file, and what pages does it find in it?

To add a format: write its module beside these with ``read(name, data) -> ReadFile`` and add its suffix here.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from rag.corpus.page import SourceFile
from rag.corpus.readers.read_file import ReadFile
from rag.errors import Unreadable, Words

_READERS = {
    ".txt": "plain",
    ".md": "plain",
    ".jsonl": "jsonl",
}
SUFFIXES = tuple(_READERS)
"""Suffixes that can be read, in lower case."""


def read_pages(file: SourceFile) -> ReadFile:
    """The pages of a file. Raises ``Unreadable`` when nothing of it can be read."""
    module = _READERS.get(file.path.suffix.lower())
    if module is None:
        raise Unreadable(Words(f"不认识的格式 {file.path.suffix}", f"unknown format {file.path.suffix}"))
    try:
        data = file.path.read_bytes()
    except OSError as error:
        raise Unreadable(Words(f"打不开：{error.strerror}", f"cannot be opened: {error.strerror}")) from error
    read: Callable[[str, bytes], ReadFile] = import_module(f"{__name__}.{module}").read
    return read(file.name, data)
