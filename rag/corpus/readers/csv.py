"""CSV: a row a record, as a line of JSON Lines is, by the names of the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rag.corpus.decoding import decode
from rag.corpus.page import Page
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.skipped import Skipped
from rag.errors import Unreadable, Words

COLUMNS = {
    # What a column holds, and what its head may say, in lower case and without spaces.
    "text": ("text", "content", "body", "正文", "内容", "全文", "文本", "文章内容"),
    "title": ("title", "headline", "标题", "题目", "题名", "篇名", "文章标题"),
    "author": ("author", "authors", "作者", "姓名", "撰稿人"),
    "affiliation": ("affiliation", "unit", "organization", "单位", "作者单位", "机构", "部门"),
    "newspaper": ("newspaper", "source", "报纸", "来源", "报刊"),
    "edition": ("edition", "版次", "版面"),
    "column": ("column", "栏目"),
    "date": ("date", "published", "日期", "时间", "发布日期", "发布时间", "发表时间"),
    "id": ("id", "record", "编号", "序号", "文号"),
}
DELIMITERS = ",\t;，"
MOST_FIELD_CHARACTERS = 5_000_000
"""Of one cell: a quotation mark that is never closed swallows the rest of the file."""
MOST_REPORTED = 100
"""Rows whose reasons are told one by one."""
MOST_NAMED = 12
"""Columns named in a reason."""


def read(raw: RawFile) -> ReadFile:
    """A page for each row with text; rows that cannot be read are reported and the rest goes on.

    Raises ``Unreadable`` for files that are no text or have no column of text, or no row with any.
    """
    source = decode(raw.data).text
    rows = _rows(source)
    head = next(rows, None)
    if head is None or isinstance(head, Words):
        raise Unreadable(head or Words("文件里没有记录", "no record in the file"))
    places = columns_of(head[1])
    if "text" not in places:
        raise Unreadable(_no_text(head[1]))
    pages: dict[str, Page] = {}
    skipped: list[Skipped] = []
    for number, row in enumerate(rows, start=1):
        page = row if isinstance(row, Words) else _page(raw.name, number, row[1], places)
        if isinstance(page, Page) and page.record in pages:
            page = Words(f"编号重复：{page.record}", f"repeated id {page.record}")
        if isinstance(page, Words):
            line = number + 1 if isinstance(row, Words) else row[0]
            skipped.append(Skipped(raw.name, Words(f"第 {line} 行：{page.zh}", f"line {line}: {page.en}")))
        else:
            pages[str(page.record)] = page
    if not pages:
        raise Unreadable(Words("没有一行有正文", "not one row has text"))
    return ReadFile(tuple(pages.values()), _shortened(raw.name, skipped))


def _shortened(name: str, skipped: list[Skipped]) -> tuple[Skipped, ...]:
    """The first of many reasons, and how many more there are."""
    more = len(skipped) - MOST_REPORTED
    if more <= 0:
        return tuple(skipped)
    rest = Words(f"另有 {more} 行也没有读", f"{more} more rows were not read")
    return (*skipped[:MOST_REPORTED], Skipped(name, rest))


def columns_of(head: Sequence[str]) -> Mapping[str, int]:
    """The place of each column that is known by its name; the first of two counts.

    >>> columns_of(["编号", " 标题", "正文"])
    {'id': 0, 'title': 1, 'text': 2}
    """
    known = {name: field for field, names in COLUMNS.items() for name in names}
    places: dict[str, int] = {}
    for place, said in enumerate(head):
        field = known.get("".join(said.split()).lower())
        if field:
            places.setdefault(field, place)
    return places


def _rows(source: str) -> Iterator[tuple[int, list[str]] | Words]:
    """The rows with the lines that they end on; words for one that breaks off the reading."""
    first = source.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(MOST_FIELD_CHARACTERS)
    # A lone carriage return ends a line of old tables; inside a quoted cell it is text.
    reader = csv.reader(io.StringIO(source, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error:
        yield Words(
            f"表格断在这里：有一格超过 {MOST_FIELD_CHARACTERS} 字，或引号没有配对；请检查引号",
            f"the table breaks off: a cell of more than {MOST_FIELD_CHARACTERS} characters or an open quotation "
            "mark; check the quotation marks",
        )


def _page(name: str, number: int, row: Sequence[str], places: Mapping[str, int]) -> Page | Words:
    cells = {field: row[place] for field, place in places.items() if place < len(row)}
    text = cells.pop("text", "")
    if not text.strip():
        return Words("没有正文", "no text")
    fields: dict[str, Any] = {field: " ".join(cell.split()) for field, cell in cells.items() if cell.strip()}
    record = fields.pop("id", str(number))
    return Page(name, record, text, **fields)


def _no_text(head: Sequence[str]) -> Words:
    names = [" ".join(said.split())[:30] for said in head[:MOST_NAMED]]
    wanted = "、".join(COLUMNS["text"][3:5])
    return Words(
        f"没有正文列；现有各列：{'、'.join(names)}；请把正文所在列命名为 {wanted} 或 text",
        f"no column of text among {', '.join(names)}; name that column text, content or 正文",
    )
