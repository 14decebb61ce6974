"""Lists that paragraphs make, one item a line, without numbers: names under a heading, or heads with words behind.

``值班表：`` and then ``甲班``, ``乙班``, each on its line; or ``全面：覆盖各处…`` and ``及时：当天办结…``, where
the head of the line is the item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rag.answering.lists.list_table import EXPLAINED
from rag.text.numbering import heading_marker
from rag.text.numerals import NUMERAL
from rag.text.spans import Span

LONGEST_LINE = 80
"""Characters of a line that is an item as it stands."""

MOST_LINES = 30
"""More lines in a row are an index or a table, no answer."""

_ItemOf = Callable[[str, Span], Span | None]
"""The item that one line is or begins with; ``None`` where it is none."""

_LINE = re.compile(r"[^\n]+")
_HEAD = re.compile(r"\s*([^\s,，。;；:：、()（）]{2,16})(?:[:：](?!//)|[ \u3000]+(?=\S)|[（(])")
_COUNTED = re.compile(rf"第?{NUMERAL}[种个类条项点是]|其[一二三]|首先|其次|最后|问|答")
"""Begins a line that is counted out, or a part of a talk."""

_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{3,}:?\s*\|")
"""Under the head of a table, whose rows are no items: | ---- | ---- |."""

_END = " \u3000。；;，,、★☆*"


def line_lists(text: str) -> Iterator[tuple[Span, ...]]:
    r"""The items of each list of lines in a stretch of text.

    >>> text = "全面：覆盖各处渡口。\n及时：当天的事当天办结。\n其余照旧，不再细说。"
    >>> [[i.slice(text) for i in items] for items in line_lists(text)]
    [['全面', '及时']]
    """
    lines = [Span(*m.span()) for m in _LINE.finditer(text) if m.group().strip()]
    if any(_TABLE_RULE.match(line.slice(text)) for line in lines):
        return
    yield from _runs(text, lines, _head_of, least=2)
    yield from _runs(text, lines, _whole, least=2)


def _runs(text: str, lines: list[Span], item_of: _ItemOf, least: int) -> Iterator[tuple[Span, ...]]:
    run: list[Span] = []
    for line in [*lines, None]:
        item = item_of(text, line) if line else None
        if item:
            run.append(item)
            continue
        if least <= len(run) <= MOST_LINES:
            yield tuple(run)
        run = []


def _head_of(text: str, line: Span) -> Span | None:
    """The head of a line that goes on behind it."""
    counted = heading_marker(line.slice(text)) or _COUNTED.match(text, line.start)
    match = None if counted else _HEAD.match(text, line.start, line.end)
    return Span(*match.span(1)) if match else None


def _whole(text: str, line: Span) -> Span | None:
    """A short line without the examples at its end."""
    words = line.slice(text)
    if (
        line.length > LONGEST_LINE
        or _HEAD.match(words)
        or heading_marker(words)
        or words.rstrip().endswith((":", "："))
    ):
        return None
    told = EXPLAINED.search(words, 1)
    start = len(words) - len(words.lstrip(_END))
    end = len(words[: told.start() if told else None].rstrip(_END))
    return Span(line.start + start, line.start + end) if end - start > 1 else None
