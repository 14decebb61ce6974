"""Web pages: the article without the page around it, headings as ``#``; title, author and date as it gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rag.corpus.decoding import BYTE_ORDER_MARKS, decode, decode_as
from rag.corpus.page import Page
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.web.table import ENCODINGS, META
from rag.corpus.readers.web.text import article_lines, unwrapped
from rag.corpus.readers.web.tree import parsed
from rag.errors import Unreadable, Words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

NAMED_WITHIN = 4096
"""Bytes in which a page names its encoding; browsers look at 1024, and pages with long comments before are read."""
_NAMED = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)|encoding\s*=\s*["']([\w-]+)""", re.I)

LONGEST_FIELD = 200
"""Characters of a title or a name: more is a description put into the wrong field."""


def read(raw: RawFile) -> ReadFile:
    """One page. Raises ``Unreadable`` for what is no text and for pages without an article."""
    tree = parsed(source_of(raw.data))
    if tree.body is None:
        raise Unreadable(NO_ARTICLE)
    lines = article_lines(tree.body)
    if not lines:
        raise Unreadable(NO_ARTICLE)
    fields: dict[str, Any] = fields_of(tree)
    title = _title(tree, fields.pop("title", None), lines)
    return ReadFile((Page(raw.name, None, "\n".join(lines), title, **fields),))


NO_ARTICLE = Words(
    "网页里没有正文（可能要在浏览器中运行脚本才有）；请在浏览器中另存为 PDF",
    "no text in the web page (scripts may have to run first); save it as PDF from a browser",
)


def source_of(data: bytes) -> str:
    """The source of a page: by its byte-order mark, the encoding it names, or the evidence of its bytes."""
    named = _NAMED.search(data[:NAMED_WITHIN])
    if named and not data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        encoding = ENCODINGS.get((named[1] or named[2]).decode("ascii", "replace").lower())
        found = decode_as(data, encoding) if encoding else None
        if found:
            return found.text
    return decode(data).text


def fields_of(tree: LexborHTMLParser) -> dict[str, Any]:
    """What the page says of itself in its head, by the names of ``Page``."""
    said: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        given = node.attributes
        name = given.get("name") or given.get("property") or given.get("itemprop") or ""
        value = unwrapped(given.get("content") or "")
        if 0 < len(value) <= LONGEST_FIELD and "://" not in value:
            said.setdefault(name.lower(), value)
    found = {meta.field: next((said[name] for name in meta.names if name in said), "") for meta in META}
    found["date"] = day_of(found["date"])
    return {field: value for field, value in found.items() if value}


def day_of(date: str) -> str:
    """The day of a date as programs write it.

    >>> day_of("2021-03-04T08:00:00+08:00"), day_of("2021年3月4日 08:00")
    ('2021-03-04', '2021年3月4日 08:00')
    """
    return _TIME.sub("", date)


_TIME = re.compile(r"(?<=\d)T\d\d:?\d\d.*$")


def _title(tree: LexborHTMLParser, given: str | None, lines: Sequence[str]) -> str | None:
    """The heading that the page's title names, the title that its head gives, or the one great heading."""
    node = tree.css_first("head title")
    full = unwrapped(node.text() if node else "")[:LONGEST_FIELD]
    great = [unwrapped(node.text()) for node in tree.css("h1")]
    headings = great + [line.lstrip("# ") for line in lines if line.startswith("#")]
    for heading in headings:
        if heading and (heading in full or heading == given):
            return heading
    return given or _without_site(full) or (great[0] if len(great) == 1 else None) or None


_SITE = re.compile(r"\s*(?:[_|｜]|\s[-–—]+\s|--|——).*$")


def _without_site(title: str) -> str:
    """The title as written by an editor.

    >>> _without_site("把安全写在渡口上_江岸要闻_江岸日报"), _without_site("渡口——江上的路")
    ('把安全写在渡口上', '渡口——江上的路')
    """
    cut = _SITE.sub("", title)
    return cut if len(cut) >= len(title) / 3 and "——" not in title[len(cut) : len(cut) + 3] else title
