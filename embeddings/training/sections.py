"""Where are the sentences of a training text, and under which heading do they stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*")
_HEADING = re.compile(r"#+\s*(.+)")


@dataclass(frozen=True)
class Section:
    """Sentences that stand under one heading."""

    heading: str
    """The title of the text and the heading nearest above, as a question might name them."""
    sentences: tuple[tuple[int, int], ...]
    """``[start, end)`` of each in the text."""


def sections(title: str, text: str) -> Iterator[Section]:
    r"""The sections of a Markdown text; a text without headings is one section.

    >>> [(s.heading, len(s.sentences)) for s in sections("安全法", "总说。\n## 罚则\n一、罚。二、重罚。")]
    [('安全法', 1), ('安全法 罚则', 2)]
    """
    heading = title
    found: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text):
        mark = _HEADING.match(match.group())
        if not mark:
            found.append(match.span())
            continue
        if found:
            yield Section(heading, tuple(found))
        found = []
        heading = title if mark[1].strip() == title else f"{title} {mark[1].strip()}"
    if found:
        yield Section(heading, tuple(found))
