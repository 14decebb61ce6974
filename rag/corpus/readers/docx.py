"""Word documents (.docx): paragraphs and tables in the order of the body, headings as ``#``.

The numbers that Word counts by itself are written out, for a heading is cited with its 一、. Deleted text, headers,
footers, footnotes and tables of contents are left out; text boxes follow the paragraph that they are tied to.
Done by walking the elements: python-docx's own lists of paragraphs pass over tables, content controls and
insertions under review.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rag.corpus.page import Page
from rag.corpus.readers import zipped
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.web.text import LONGEST_CELL, table_row
from rag.corpus.readers.word.numbering import Numbering, either, numbered_as
from rag.corpus.readers.word.styles import Styles, W, attribute, styles_of
from rag.errors import Unreadable, Words

if TYPE_CHECKING:
    from docx.document import Document

NO_TEXT = Words("文档里没有文字", "no text in the document")

Element = Any
"""An lxml element."""

LEFT_OUT = frozenset(
    W + name
    for name in ("del", "moveFrom", "pPr", "rPr", "txbxContent", "footnoteReference", "sectPr", "instrText")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
"""What stands inside a paragraph and is not read as part of it."""
WORDS_FOR = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


def read(raw: RawFile) -> ReadFile:
    """One page. Raises ``Unreadable`` for damaged files and for documents without text."""
    zipped.opened(raw.data, raw.settings).close()
    try:
        document = _opened(raw.data)
        lines = list(_Reading(document).blocks(document.element.body))
    except (MemoryError, RecursionError):
        raise
    except Exception as fault:
        # Whatever python-docx happens to stumble over: an archive of other files, XML that breaks off.
        raise Unreadable(zipped.DAMAGED) from fault
    if not lines:
        raise Unreadable(NO_TEXT)
    return ReadFile((Page(raw.name, None, "\n".join(lines)),))


def _opened(data: bytes) -> Document:
    import docx

    return docx.Document(io.BytesIO(data))


class _Reading:
    """One document on its way to lines."""

    def __init__(self, document: Document) -> None:
        self.styles: Styles = styles_of(document)
        self.numbering = Numbering.of(document)

    def blocks(self, parent: Element) -> Iterator[str]:
        """The lines of the paragraphs and tables below an element, in order."""
        for element in parent:
            if element.tag == W + "p":
                yield from self._paragraph(element)
            elif element.tag == W + "tbl":
                yield from self._table(element)
            elif element.tag in WRAPPERS:
                yield from self.blocks(element)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        look = paragraph.find(W + "pPr")
        style = self.styles.of(look)
        if style.is_contents:
            return
        lines = [line for line in map(str.strip, words_of(paragraph).split("\n")) if line]
        if lines:
            label = self.numbering.next(either(numbered_as(look), style.numbered))
            mark = "#" * style.heading + " " * bool(style.heading)
            # A heading with a line break inside is one heading.
            yield from [mark + label + " ".join(lines)] if mark else [label + lines[0], *lines[1:]]
        for box in _text_boxes(paragraph):
            yield from self.blocks(box)

    def _table(self, table: Element) -> Iterator[str]:
        rows = [list(_below(row, "tc")) for row in _below(table, "tr")]
        cells = [[list(self.blocks(cell)) for cell in row] for row in rows]
        longest = max((sum(map(len, cell)) for row in cells for cell in row), default=0)
        if max(map(len, cells), default=0) < 2 or longest > LONGEST_CELL:
            yield from (line for row in cells for cell in row for line in cell)
            return
        for row in cells:
            if any(row):
                yield table_row([" ".join(cell) for cell in row])


def words_of(paragraph: Element) -> str:
    """The words of a paragraph as they stand when all changes are accepted, line breaks as such."""
    words: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == W + "t":
            words.append(element.text or "")
        elif element.tag in WORDS_FOR:
            ends_page = attribute(element, "type") in ("page", "column")
            words.append("\n" if ends_page else WORDS_FOR[element.tag])
        elif element.tag not in LEFT_OUT:
            waiting += reversed(element)
    return "".join(words)


def _text_boxes(paragraph: Element) -> Iterator[Element]:
    fallback = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == W + "txbxContent":
            yield element
        elif element.tag != fallback:
            waiting += reversed(element)


def _below(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls with them."""
    for element in parent:
        if element.tag == W + name:
            yield element
        elif element.tag in WRAPPERS:
            yield from _below(element, name)
