from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from eval.benchmarks import sample_files as made
from rag.corpus.readers import pdf
from rag.corpus.readers.pdf import picture_of
from rag.corpus.readers.printed import ocr
from rag.corpus.readers.read_file import RawFile
from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Unreadable

ASKED = ReadingSettings(ocr=True, ocr_languages="eng")
needs_tesseract = pytest.mark.skipif(not ocr.installed(), reason="tesseract is not installed")


def scan() -> bytes:
    """A PDF of one page that is a picture of two lines."""
    document = PdfDocument(
        made.pdf([[made.Printed(60, 700, "FERRY 2021", 40), made.Printed(60, 600, "CREW 412", 40)]])
    )
    size, pixels = picture_of(document[0]).split(b" 255\n", 1)
    _, width, height = size.split()
    image = b"q 595 0 0 842 0 0 cm BI /W %s /H %s /CS /G /BPC 8 /F /AHx ID %s> EI Q"
    data = made.pdf([[made.Printed(1, 1, "图")]])
    shown = data[data.index(b"BT /F") : data.index(b"\nendstream")]
    return data.replace(shown, image % (width, height, pixels.hex().encode()), 1)


def test_without_tesseract_the_reason_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    data = scan()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable) as caught:
        pdf.read(RawFile("扫描.pdf", data, ASKED))
    assert "tesseract-ocr-chi-sim" in caught.value.reason.zh
    assert "tesseract-ocr-chi-sim" in caught.value.reason.en


def test_without_being_asked_nothing_is_read_from_pictures():
    with pytest.raises(Unreadable) as caught:
        pdf.read(RawFile("扫描.pdf", scan()))
    assert caught.value.reason == pdf.SCANNED


@needs_tesseract
def test_a_language_that_is_not_there_is_a_reason_too():
    with pytest.raises(Unreadable) as caught:
        ocr.lines_of_picture(b"P5 8 8 255\n" + bytes(64), replace(ASKED, ocr_languages="xxx"))
    assert caught.value.reason.zh.startswith("OCR 没有成功")


@needs_tesseract
def test_a_scanned_page_is_read_when_asked():
    (page,) = pdf.read(RawFile("扫描.pdf", scan(), ASKED)).pages
    assert page.text == "FERRY 2021\nCREW 412"
