"""EPUB: the documents of the book in their reading order, each as a web page; a chapter a page of text.

A document that begins with a heading begins a chapter, and one that does not goes on with the chapter before:
many books are cut into files wherever they grew too long. A chapter is a record of the book, by the number of its
first document; it is called by its first heading and signed by the author of the book.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

from rag.corpus.page import Landmark, LandmarkKind, Page
from rag.corpus.readers import zipped
from rag.corpus.readers.html import day_of, source_of
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.web.text import lines_below, unwrapped
from rag.corpus.readers.web.tree import parsed
from rag.corpus.skipped import Skipped
from rag.errors import Unreadable, Words

CONTAINER = "META-INF/container.xml"
RIGHTS = "META-INF/rights.xml"
"""What books under digital rights management carry."""

NO_ORDER = Words(
    "EPUB 里没有阅读顺序，可能已损坏；请重新下载或转换",
    "the EPUB has no reading order and may be damaged; download or convert it again",
)
NO_TEXT = Words("EPUB 里没有文字", "no text in the EPUB")
PROTECTED = Words("EPUB 有版权保护，读不了其中文字", "the EPUB is protected; its text cannot be read")


class _Book(NamedTuple):
    title: str | None
    author: str | None
    date: str | None
    documents: tuple[str, ...]
    """Names in the archive, in reading order."""


class _Document(NamedTuple):
    number: int
    lines: tuple[str, ...]


def read(raw: RawFile) -> ReadFile:
    """A page a chapter. Raises ``Unreadable`` for damaged and protected books, and where there is no text."""
    with zipped.opened(raw.data, raw.settings) as archive:
        if RIGHTS in archive.namelist():
            raise Unreadable(PROTECTED)
        book = _book(archive)
        documents: list[_Document] = []
        skipped: list[Skipped] = []
        for number, name in enumerate(book.documents, start=1):
            try:
                documents.append(_Document(number, _lines(archive, name)))
            except Unreadable as fault:
                skipped.append(Skipped(raw.name, _in_part(number, fault.reason)))
    pages = tuple(_page(raw.name, book, chapter) for chapter in _chapters(documents))
    if not pages:
        raise Unreadable(skipped[0].reason if skipped else NO_TEXT)
    return ReadFile(pages, tuple(skipped))


def _book(archive: zipfile.ZipFile) -> _Book:
    package_name = ""
    for element in _xml(archive, CONTAINER).iter():
        if _local(element) == "rootfile":
            package_name = element.get("full-path") or ""
            break
    package = _xml(archive, package_name)
    folder = posixpath.dirname(package_name)
    files = {
        element.get("id"): posixpath.normpath(posixpath.join(folder, unquote(element.get("href") or "")))
        for element in package.iter()
        if _local(element) == "item" and "html" in (element.get("media-type") or "")
    }
    spine = [element.get("idref") for element in package.iter() if _local(element) == "itemref"]
    documents = tuple(dict.fromkeys(files[item] for item in spine if item in files))
    if not documents:
        raise Unreadable(NO_ORDER)
    title, author, date = (_said(package, name) for name in ("title", "creator", "date"))
    return _Book(title, author, day_of(date) if date else None, documents)


def _xml(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """The root of an XML file of the archive. Raises ``Unreadable`` where it is missing or broken."""
    try:
        source = archive.read(name)
        # A book has no use for entities of its own; what declares some means to grow.
        if b"<!ENTITY" in source:
            raise Unreadable(NO_ORDER)
        return ElementTree.fromstring(source)
    except (*zipped.FAULTS, ElementTree.ParseError, LookupError) as fault:
        raise Unreadable(NO_ORDER) from fault


def _local(element: ElementTree.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _said(package: ElementTree.Element, name: str) -> str | None:
    for element in package.iter():
        if _local(element) == name and element.tag.startswith("{http://purl.org/dc/"):
            return unwrapped(element.text or "") or None
    return None


def _lines(archive: zipfile.ZipFile, name: str) -> tuple[str, ...]:
    try:
        source = source_of(archive.read(name))
    except KeyError as fault:
        raise Unreadable(zipped.DAMAGED) from fault
    body = parsed(source).body
    return tuple(lines_below(body)) if body is not None else ()


def _chapters(documents: list[_Document]) -> Iterator[list[_Document]]:
    chapter: list[_Document] = []
    for document in documents:
        if not document.lines:
            continue
        if chapter and document.lines[0].startswith("#"):
            yield chapter
            chapter = []
        chapter.append(document)
    if chapter:
        yield chapter


def _page(file: str, book: _Book, chapter: list[_Document]) -> Page:
    lines: list[str] = []
    landmarks: list[Landmark] = []
    at = 0
    for document in chapter:
        landmarks.append(Landmark(at, LandmarkKind.PART, document.number))
        lines += document.lines
        at += sum(map(len, document.lines)) + len(document.lines)
    heading = next((line.lstrip("# ") for line in lines if line.startswith("#")), None)
    title = heading or book.title
    return Page(
        file=file,
        record=str(chapter[0].number),
        text="\n".join(lines),
        title=title,
        author=book.author,
        date=book.date,
        landmarks=tuple(landmarks),
    )


def _in_part(number: int, fault: Words) -> Words:
    return Words(f"第 {number} 部分：{fault.zh}", f"part {number}: {fault.en}")
