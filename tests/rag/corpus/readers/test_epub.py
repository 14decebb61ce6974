import io
import zipfile

import pytest

from eval.benchmarks.sample_files import epub, packed
from rag.corpus.articles import articles_of
from rag.corpus.page import Landmark, LandmarkKind
from rag.corpus.readers.epub import NO_ORDER, NO_TEXT, PROTECTED, read
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.zipped import DAMAGED
from rag.errors import Unreadable, Words

BOOK = epub(
    [
        "<img/>",
        "<h1>一、渡口</h1><p>每天开航。</p>",
        "<p>夜里停航。</p>",
        "<h2>二、夜校</h2><p>周二开课。</p>",
    ]
)


def of(data: bytes) -> ReadFile:
    return read(RawFile("集.epub", data))


def why(data: bytes) -> Words:
    with pytest.raises(Unreadable) as caught:
        of(data)
    return caught.value.reason


def with_files(changes: dict[str, str | None], data: bytes = BOOK) -> bytes:
    """The book with files replaced, added or, where ``None``, taken out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes | None] = {name: archive.read(name) for name in archive.namelist()}
    return packed({name: content for name, content in {**files, **changes}.items() if content is not None})


def test_a_heading_begins_a_chapter_and_what_has_none_goes_on_with_it():
    first, second = of(BOOK).pages
    assert first.text == "# 一、渡口\n每天开航。\n夜里停航。"
    assert first.landmarks == (Landmark(0, LandmarkKind.PART, 2), Landmark(13, LandmarkKind.PART, 3))
    assert (second.text, second.landmarks) == (
        "## 二、夜校\n周二开课。",
        (Landmark(0, LandmarkKind.PART, 4),),
    )


def test_a_chapter_has_its_own_title_and_the_author_and_date_of_the_book():
    first, _ = of(BOOK).pages
    assert (first.record, first.title, first.author, first.date) == ("2", "一、渡口", "沈渡", "2021-03")
    (article,) = articles_of(first)
    assert article.text == "一、渡口\n每天开航。\n夜里停航。"


def test_a_book_without_headings_has_its_own_title():
    (page,) = of(epub(["<p>每天开航。</p>", "<p>夜里停航。</p>"])).pages
    assert (page.title, page.text) == ("江岸集", "每天开航。\n夜里停航。")


def test_the_order_is_that_of_the_spine_and_not_of_the_archive():
    package = with_files({})
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        book = archive.read("OEBPS/book.opf").decode()
    turned = book.replace('<itemref idref="d2"/><itemref idref="d3"/><itemref idref="d4"/>',
                          '<itemref idref="d4"/><itemref idref="d2"/><itemref idref="d3"/>')  # fmt: skip
    assert [page.title for page in of(with_files({"OEBPS/book.opf": turned})).pages] == [
        "二、夜校",
        "一、渡口",
    ]


def test_a_missing_document_is_reported_and_the_others_are_read():
    found = of(with_files({"OEBPS/text/d4.xhtml": None}))
    assert [page.title for page in found.pages] == ["一、渡口"]
    assert found.skipped[0].reason.zh == f"第 4 部分：{DAMAGED.zh}"


def test_protected_damaged_and_empty_books_are_told_apart():
    assert why(with_files({"META-INF/rights.xml": "<rights/>"})) == PROTECTED
    assert why(with_files({"META-INF/container.xml": None})) == NO_ORDER
    assert why(with_files({"OEBPS/book.opf": "<package>"})) == NO_ORDER
    assert why(epub([])) == NO_ORDER
    assert why(epub(["<img/>"])) == NO_TEXT
    assert why(BOOK[:-40]) == DAMAGED


def test_entities_that_grow_are_refused():
    grown = '<!DOCTYPE p [<!ENTITY a "安全"><!ENTITY b "&a;&a;&a;">]><package>&b;</package>'
    assert why(with_files({"OEBPS/book.opf": grown})) == NO_ORDER
