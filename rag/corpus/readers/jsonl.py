"""JSON Lines: each line is one article with its own fields."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from rag.corpus.decoding import decode
from rag.corpus.page import Page
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.record_fields import fields_of, has_lone_surrogate
from rag.corpus.skipped import Skipped
from rag.errors import Unreadable, Words


def read(raw: RawFile) -> ReadFile:
    """A page for each sound record; records that cannot be read are reported and the rest goes on.

    Raises ``Unreadable`` when not one record is sound.
    """
    pages: dict[str, Page] = {}
    skipped: list[Skipped] = []
    # Only a line feed ends a record: str.splitlines would also cut at U+2028 inside a JSON string.
    for number, line in enumerate(decode(raw.data).text.split("\n"), start=1):
        if not line.strip():
            continue
        page = _page(raw.name, line)
        if isinstance(page, Words):
            skipped.append(_skip(raw.name, number, page))
        elif page.record in pages:
            skipped.append(
                _skip(raw.name, number, Words(f"id 重复：{page.record}", f"repeated id {page.record}"))
            )
        else:
            pages[str(page.record)] = page
    if not pages:
        raise Unreadable(_summary(skipped))
    return ReadFile(tuple(pages.values()), tuple(skipped))


def _page(name: str, line: str) -> Page | Words:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return Words("不是 JSON", "not JSON")
    if not isinstance(record, dict):
        return Words("不是 JSON 对象", "not a JSON object")
    identity, text = record.get("id"), record.get("text")
    if isinstance(identity, bool) or not isinstance(identity, str | int) or identity == "":
        return Words("缺少 id", "no id")
    if not isinstance(text, str) or not text.strip():
        return Words("缺少正文 text", "no text")
    if has_lone_surrogate(str(identity) + text):
        return Words("含有残缺字符", "holds half a character")
    fields: dict[str, Any] = {**fields_of(record)}
    return Page(name, str(identity), text, **fields)


def _skip(name: str, number: int, why: Words) -> Skipped:
    return Skipped(name, Words(f"第 {number} 行：{why.zh}", f"line {number}: {why.en}"))


def _summary(skipped: list[Skipped]) -> Words:
    if not skipped:
        return Words("文件里没有记录", "no record in the file")
    kinds = Counter(skip.reason for skip in skipped)
    first = next(iter(kinds))
    return Words(f"没有一条可读的记录（{first.zh}）", f"not one readable record ({first.en})")
