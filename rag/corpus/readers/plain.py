"""Plain text and Markdown: the whole file is one page, its marks are read later."""

from __future__ import annotations

from rag.corpus.decoding import decode
from rag.corpus.page import Page
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.errors import Unreadable, Words


def read(raw: RawFile) -> ReadFile:
    """One page. Raises ``Unreadable`` for binary data, unknown encodings and files of white space."""
    text = decode(raw.data).text
    if not text.strip():
        raise Unreadable(Words("文件里没有文字", "no text in the file"))
    return ReadFile((Page(raw.name, None, text),))
