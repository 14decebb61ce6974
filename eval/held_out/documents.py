"""Which public documents make the held-out corpus, and what stands in their files?

The documents lie in ``FOLDER/<set>/docs.jsonl.gz``, JSON Lines ``{"id", "text", …}``. One file a document: its
text as it is, or, where a news item has none, under a headline of our own, or with its title on a line by itself.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from eval.held_out import DOCUMENTS
from rag.errors import UserError, Words

ANOTHER_EDITION = Words("与编题时的文本不同", "not the text that the questions were written over")


class HeldOutDataError(UserError):
    """A document of the data is not there, or is not the one that the questions were written over."""


@dataclass(frozen=True)
class Document:
    """One document of the data and the file that it becomes."""

    file: str
    set: str
    id: str
    sha256: str
    """The first 16 digits for the document's text: offsets into another edition would be wrong."""
    headline: str = ""
    """A headline of our own, put above the text."""
    title: tuple[int, int] | None = None
    """Where the title stands in the text, ``[start, end)``; it and what precedes it leave the body."""


def held_out_documents(path: Path = DOCUMENTS) -> tuple[Document, ...]:
    """The documents in the order of their file names."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(
        Document(**{**row, "title": tuple(row["title"]) if "title" in row else None}) for row in rows
    )


def corpus_files(data: Path, documents: Iterable[Document]) -> dict[str, str]:
    """File name → text of the file, for documents of the data folder.

    Raises ``HeldOutDataError`` for the first document that is missing or has another text.
    """
    wanted = tuple(documents)
    texts = {name: _texts(data, name) for name in sorted({document.set for document in wanted})}
    return {document.file: file_text(document, texts[document.set].get(document.id)) for document in wanted}


def file_text(document: Document, text: str | None) -> str:
    r"""What stands in a document's file.

    >>> news = "原标题：站区换上新灯本报讯 昨日，站区换了灯。"
    >>> known = hashlib.sha256(news.encode()).hexdigest()[:16]
    >>> file_text(Document("甲.txt", "news", "1", known, title=(4, 10)), news)
    '站区换上新灯\n\n本报讯 昨日，站区换了灯。\n'
    """
    if text is None:
        raise HeldOutDataError(Words("数据里没有这篇", "no such document in the data"), where=document.id)
    if hashlib.sha256(text.encode()).hexdigest()[:16] != document.sha256:
        raise HeldOutDataError(ANOTHER_EDITION, where=document.id)
    if document.headline:
        return f"{document.headline}\n\n{text}\n"
    if document.title:
        start, end = document.title
        return f"{text[start:end]}\n\n{text[end:].lstrip()}\n"
    return text if text.endswith("\n") else text + "\n"


def _texts(data: Path, name: str) -> dict[str, str]:
    path = data / name / "docs.jsonl.gz"
    if not path.is_file():
        raise HeldOutDataError(Words("找不到数据文件", "no such data file"), where=str(path))
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}
