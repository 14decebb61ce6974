import pytest

from rag.corpus.page import Page
from rag.corpus.readers.process.child import read_within_bounds, within_characters
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Unreadable

FEW = ReadingSettings(most_characters=5)


def found(*texts: str) -> ReadFile:
    return ReadFile(tuple(Page("一.pdf", None, text) for text in texts))


def test_more_text_than_articles_have_is_refused_over_all_pages():
    assert within_characters(found("安全", "生产"), FEW).pages
    with pytest.raises(Unreadable) as caught:
        within_characters(found("安全生", "产安全"), FEW)
    assert "reading.most_characters" in caught.value.reason.zh


def test_a_missing_library_is_named_and_a_fault_of_ours_told_with_its_traceback():
    missing = read_within_bounds("no_such_library", RawFile("一.pdf", b""))
    assert isinstance(missing, Unreadable)
    assert "no_such_library" in missing.reason.en
    assert "AttributeError" in str(read_within_bounds("json", RawFile("一.pdf", b"")))
