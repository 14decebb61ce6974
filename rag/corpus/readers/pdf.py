"""PDF: the text layer of every page, a printed line a line, columns and pages after one another.

What the page numbers and running heads say is left out. A page without a text layer is a picture: it is read
with OCR where that is asked for, and else reported.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from rag.corpus.page import Landmark, LandmarkKind, Page
from rag.corpus.readers.printed.ocr import lines_of_picture
from rag.corpus.readers.printed.radicals import ordinary
from rag.corpus.readers.printed.reading_order import drawn_across, in_reading_order
from rag.corpus.readers.printed.running_heads import Lines, without_running_heads
from rag.corpus.readers.printed.stretches import (
    Glyph,
    drawn_lines,
    stretches_of,
    with_indents,
    without_tracking,
)
from rag.corpus.readers.printed.vertical import is_vertical, turned
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.settings import ReadingSettings
from rag.corpus.skipped import Skipped
from rag.errors import Unreadable, Words

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

GARBLED = 0.3
"""Share of characters that are of no script, above which the text layer does not say what is printed: fonts
whose characters are numbered and not named."""
OCR_DOTS_PER_INCH = 300
"""What tesseract was trained on."""
OCR_DOTS = 40_000_000
"""Of one picture: a sheet of newspaper at 250 dots an inch; a page may claim to be as large as a house."""

OUTLINES = 200
"""Lines and curves on a page without text, from which on they may be characters; a frame has a few."""

SCANNED = Words(
    "没有文字层（扫描件）；请先用 OCR 软件转换，或安装 tesseract 后设 reading.ocr = true",
    "no text layer (scanned); convert it with OCR first, or install tesseract and set reading.ocr = true",
)
GIBBERISH = Words(
    "文字层是乱码；请重新导出，或安装 tesseract 后设 reading.ocr = true",
    "its text layer is garbled; export it again, or install tesseract and set reading.ocr = true",
)
LOCKED = Words(
    "PDF 加了密码；请用密码打开后另存为不加密的 PDF",
    "the PDF has a password; open it with the password and save it without one",
)
DAMAGED = Words("PDF 已损坏；请重新导出或重新下载", "a damaged PDF; export or download it again")
NO_TEXT = Words("PDF 里没有文字", "no text in the PDF")


def read(raw: RawFile) -> ReadFile:
    """One page of text with a landmark a page of the PDF; pages that say nothing readable are reported.

    Raises ``Unreadable`` for damaged and encrypted files, and where no page has text.
    """
    document = _opened(raw)
    try:
        found = [_lines(document, number, raw.settings) for number in range(len(document))]
    finally:
        document.close()
    faults = [(number, fault) for number, fault in enumerate(found, start=1) if isinstance(fault, Words)]
    text, landmarks = _joined(without_running_heads(_as_lines(found)))
    if not text.strip():
        raise Unreadable(faults[0][1] if faults else NO_TEXT)
    skipped = tuple(Skipped(raw.name, one) for one in _by_reason(faults))
    return ReadFile((Page(raw.name, None, text, landmarks=landmarks),), skipped)


def _opened(raw: RawFile) -> PdfDocument:
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        document = pypdfium2.PdfDocument(raw.data)
        pages = len(document)
    except pypdfium2.PdfiumError as fault:
        locked = fault.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY)
        raise Unreadable(LOCKED if locked else DAMAGED) from fault
    if not pages:
        raise Unreadable(DAMAGED)
    if pages > raw.settings.most_pages:
        most = raw.settings.most_pages
        raise Unreadable(
            Words(
                f"有 {pages} 页，超过 {most} 页；请把文件拆小，或调大设置 reading.most_pages",
                f"{pages} pages, more than {most}; split it, or raise the setting reading.most_pages",
            )
        )
    return document


def _lines(document: PdfDocument, number: int, settings: ReadingSettings) -> Lines | Words:
    """The lines of one page, empty for a blank one, or why it cannot be read."""
    import pypdfium2

    try:
        page = document[number]
        try:
            return _lines_of_page(page, settings)
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return DAMAGED
    except Unreadable as fault:
        return fault.reason


def _lines_of_page(page: PdfPage, settings: ReadingSettings) -> Lines | Words:
    text_page = page.get_textpage()
    try:
        glyphs = tuple(_glyphs(text_page))
    finally:
        text_page.close()
    lines = _ordered(glyphs)
    trouble = _trouble(page, "".join(lines))
    if trouble is None:
        return lines
    return lines_of_picture(picture_of(page), settings) if settings.ocr else trouble


def _trouble(page: PdfPage, said: str) -> Words | None:
    """Why the text layer does not say what is printed; ``None`` where it does, and for a blank page."""
    if said:
        return GIBBERISH if _is_garbled(said) else None
    return SCANNED if _has_picture(page) else None


def _ordered(glyphs: Sequence[Glyph]) -> Lines:
    """The lines of a page, as its program drew them unless that was across its columns."""
    vertical = is_vertical(glyphs)
    glyphs = without_tracking(glyphs)
    stretches = tuple(stretches_of(turned(glyphs) if vertical else glyphs))
    anew = vertical or drawn_across(stretches)
    lines = in_reading_order(stretches) if anew else tuple(drawn_lines(glyphs))
    return tuple(ordinary(line) for line in with_indents(lines))


def _glyphs(text_page: PdfTextPage) -> Iterator[Glyph]:
    """The characters in the order of the page's content, with the boxes of their lines."""
    from pypdfium2.raw import FS_RECTF, FPDFText_GetLooseCharBox, FPDFText_GetUnicode

    box, waiting = FS_RECTF(), 0
    for index in range(text_page.count_chars()):
        code = FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:
            waiting = code
            continue
        if 0xDC00 <= code < 0xE000:
            if not waiting:
                continue
            code = 0x10000 + ((waiting - 0xD800) << 10) + code - 0xDC00
        waiting = 0
        text = _LINE_ENDS.get(code) if code < 0x20 or code in _LINE_ENDS else chr(code)
        if text is None or code > 0x10FFFF:
            continue
        FPDFText_GetLooseCharBox(text_page, index, box)
        yield Glyph(text, box.left, box.bottom, box.right, box.top)


_LINE_ENDS = {0x0A: "\n", 0x09: " ", 0x02: "", 0xFFFE: "", 0xAD: ""}
"""Codes that are no characters: line ends, and hyphens that only a line end shows."""


def _is_garbled(text: str) -> bool:
    strange = sum(unicodedata.category(character) in ("Co", "Cn", "Cc", "Cs") for character in text)
    return strange > GARBLED * len(text)


def _has_picture(page: PdfPage) -> bool:
    """Whether a page without text has a picture, or so many lines that they may be its characters."""
    from pypdfium2.raw import FPDF_PAGEOBJ_FORM, FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH

    pictures = page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_FORM), max_depth=1)
    if next(iter(pictures), None) is not None:
        return True
    paths = page.get_objects(filter=(FPDF_PAGEOBJ_PATH,), max_depth=1)
    return next(islice(paths, OUTLINES, None), None) is not None


def picture_of(page: PdfPage) -> bytes:
    """The page in grey as a PNM picture."""
    width, height = page.get_size()
    scale = min(OCR_DOTS_PER_INCH / 72, (OCR_DOTS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = memoryview(bitmap.buffer).cast("B")
        pixels = b"".join(
            bytes(rows[at : at + bitmap.width])
            for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)
        )
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels
    finally:
        bitmap.close()


def _as_lines(found: list[Lines | Words]) -> list[Lines]:
    return [() if isinstance(lines, Words) else lines for lines in found]


def _joined(pages: tuple[Lines, ...]) -> tuple[str, tuple[Landmark, ...]]:
    """The text, and where in it each page that has any begins."""
    written: list[str] = []
    landmarks: list[Landmark] = []
    at = 0
    for number, lines in enumerate(pages, start=1):
        if lines:
            landmarks.append(Landmark(at, LandmarkKind.PAGE, number))
            written += lines
            at += sum(map(len, lines)) + len(lines)
    return "\n".join(written), tuple(landmarks)


def _by_reason(faults: Sequence[tuple[int, Words]]) -> Iterator[Words]:
    """Each reason once, with the pages that it holds for."""
    numbers: dict[Words, list[int]] = {}
    for number, fault in faults:
        numbers.setdefault(fault, []).append(number)
    for fault, found in numbers.items():
        said = page_ranges(found)
        yield Words(f"第 {'、'.join(said)} 页：{fault.zh}", f"page {', '.join(said)}: {fault.en}")


def page_ranges(numbers: Sequence[int]) -> list[str]:
    """Ascending numbers, those that follow one another as one.

    >>> page_ranges([1, 2, 3, 5, 8, 9])
    ['1–3', '5', '8–9']
    """
    ends = [n for n, after in zip(numbers, [*numbers[1:], None], strict=True) if after != n + 1]
    starts = [n for n, before in zip(numbers, [None, *numbers[:-1]], strict=True) if before != n - 1]
    return [f"{a}–{b}" if a < b else f"{a}" for a, b in zip(starts, ends, strict=True)]
