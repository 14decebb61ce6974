"""Which kind of file do the bytes themselves say this is, whatever its name claims?"""

from __future__ import annotations

import re
from typing import NamedTuple

from rag.errors import Unreadable, Words


class Kind(NamedTuple):
    """A kind of file that is known by its bytes."""

    name: Words
    suffixes: tuple[str, ...]
    """The names it may have; empty for a kind that no reader opens."""
    mend: Words | None = None
    """What to do with it, where renaming does not help."""


SAVE_AS_DOCX = Words("请另存为 .docx", "save it as .docx")
NOT_TEXT = Words("请从文件夹中移走", "take it out of the folder")

PDF = Kind(Words("PDF", "a PDF"), (".pdf",))
DOCX = Kind(Words("Word 文档", "a Word document"), (".docx",))
EPUB = Kind(Words("EPUB 电子书", "an EPUB book"), (".epub",))
HTML = Kind(Words("网页", "a web page"), (".html", ".htm", ".xhtml"))
SHEET = Kind(Words("Excel 表格", "an Excel sheet"), (), Words("请另存为 CSV", "save it as CSV"))
SLIDES = Kind(Words("幻灯片", "slides"), (), Words("请另存为 PDF", "save it as PDF"))
ZIP = Kind(Words("压缩包", "a zip archive"), (), Words("请先解压", "unpack it first"))
LOCKED = Kind(
    Words("加了密码的 Office 文档", "an Office document with a password"),
    (),
    Words("请用密码打开后另存为不加密的 .docx", "open it with the password and save it without one"),
)
OLD_OFFICE = Kind(Words("旧版 Office 文档", "an Office document of the old format"), (), SAVE_AS_DOCX)

SIGNATURES = (
    # The first bytes, and what they are.
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (b"{\\rtf", Kind(Words("RTF 文档", "an RTF document"), (), SAVE_AS_DOCX)),
    (b"MZ\x90\x00", Kind(Words("Windows 程序", "a Windows program"), (), NOT_TEXT)),
    (b"\x7fELF", Kind(Words("Linux 程序", "a Linux program"), (), NOT_TEXT)),
    (b"\x1f\x8b", Kind(Words("gzip 压缩文件", "a gzip archive"), (), ZIP.mend)),
    (b"7z\xbc\xaf\x27\x1c", Kind(Words("7z 压缩包", "a 7z archive"), (), ZIP.mend)),
    (b"Rar!\x1a\x07", Kind(Words("RAR 压缩包", "a RAR archive"), (), ZIP.mend)),
    (b"\x89PNG\r\n", Kind(Words("图片", "a picture"), (), NOT_TEXT)),
    (b"\xff\xd8\xff", Kind(Words("图片", "a picture"), (), NOT_TEXT)),
    (b"SQLite format 3\x00", Kind(Words("数据库", "a database"), (), NOT_TEXT)),
)

INSIDE_ZIP = (
    # A file inside the archive, and what it makes the archive.
    (b"META-INF/container.xml", EPUB),
    (b"mimetypeapplication/epub+zip", EPUB),
    (b"word/", DOCX),
    (b"xl/", SHEET),
    (b"ppt/", SLIDES),
)
ZIP_START = 4096
ZIP_END = 256 * 1024
"""Bytes in which those names are looked for."""

HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)[\s>]", re.I | re.S
)
PDF_WITHIN = 1024
"""Bytes in which the mark of a PDF must stand; mail programs put lines before it."""
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
"""The stream of an old-format container that holds an encrypted document."""

BINARY = (".pdf", ".docx", ".epub")
"""Suffixes whose files have a mark that cannot be missing."""
TEXT = (".txt", ".md", ".jsonl", ".csv")


def kind_of(data: bytes) -> Kind | None:
    """The kind that the bytes prove, or ``None`` for text and for anything unknown."""
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data)
    for mark, kind in SIGNATURES:
        if data.startswith(mark):
            return LOCKED if kind is OLD_OFFICE and ENCRYPTED_PACKAGE in data else kind
    if b"%PDF-" in data[:PDF_WITHIN]:
        return PDF
    return HTML if HTML_START.match(data[:PDF_WITHIN]) else None


def check_kind(suffix: str, data: bytes) -> None:
    """Raise ``Unreadable`` where a file is of another kind than its suffix says.

    A text file that tells of PDFs, or quotes a page's source, is still text: only bytes that no text begins
    with, and a whole web page, are turned away from the readers of text.
    """
    kind = kind_of(data)
    if kind is None:
        if suffix in BINARY:
            raise Unreadable(_not_what_it_says(suffix))
        return
    if suffix in kind.suffixes:
        return
    if kind is PDF and suffix not in BINARY and not data.startswith(b"%PDF-"):
        return
    if kind is HTML and suffix == ".md":
        return
    raise Unreadable(_is_rather(kind, suffix))


def _kind_of_zip(data: bytes) -> Kind:
    """By the names at both ends, where the first file and the list of all files stand.

    The list is not opened for it: one of a million files would fill this process's memory.
    """
    ends = data[:ZIP_START] + data[-ZIP_END:]
    return next((kind for inside, kind in INSIDE_ZIP if inside in ends), ZIP)


def _is_rather(kind: Kind, suffix: str) -> Words:
    mend = kind.mend or Words(f"请把扩展名改为 {kind.suffixes[0]}", f"rename it to end in {kind.suffixes[0]}")
    if kind is LOCKED and suffix == ".docx":
        return Words(f"文档加了密码；{mend.zh}", f"the document has a password; {mend.en}")
    return Words(
        f"扩展名是 {suffix}，内容却是{kind.name.zh}；{mend.zh}",
        f"named {suffix} but it is {kind.name.en}; {mend.en}",
    )


def _not_what_it_says(suffix: str) -> Words:
    return Words(
        f"不是 {suffix} 文件，或已损坏；请重新导出或重新下载",
        f"no {suffix} file, or a damaged one; export or download it again",
    )
