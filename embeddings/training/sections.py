"""Where are the sentences of a training text, and under which heading do they stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*")
_HEADING = re.compile(r"#+\s*(.+)")
_ARTICLE_OF_LAW = re.compile(r"[\s*]*第[一二三四五六七八九十百千零]+条")
"""Begins a section of its own: what a law says of one thing, and what is cited."""


@dataclass(frozen=True)
class Section:
    """Sentences that stand under one heading."""

    heading: str
    """The title of the text and the heading nearest above, as a question might name them."""
    sentences: tuple[tuple[int, int], ...]
    """``[start, end)`` of each in the text."""


def sections(title: str, text: str) -> Iterator[Section]:
    r"""The sections of a Markdown text, each article of a law its own; a text without either is one section.

    >>> [(s.heading, len(s.sentences)) for s in sections("安全法", "总说。\n## 罚则\n第一条 罚。免。\n第二条 重罚。")]
    [('安全法', 1), ('安全法 罚则', 2), ('安全法 罚则', 1)]
    """
    heading = title
    found: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text):
        mark = _HEADING.match(match.group())
        if found and (mark or _ARTICLE_OF_LAW.match(match.group())):
            yield Section(heading, tuple(found))
            found = []
        if not mark:
            found.append(match.span())
        else:
            heading = title if mark[1].strip() == title else f"{title} {mark[1].strip()}"
    if found:
        yield Section(heading, tuple(found))
