"""Which lines of a document's pages belong to the paper and not to the text?

Page numbers and running heads stand in the middle of a sentence that goes over the page. They are left out:
a number alone in the first or last line, and first or last lines that most pages repeat but for their figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

NUMBER = re.compile(
    r"[\s—–\-·.•|/~〜第页共版Pagepage]*\d{1,4}(?:\s*[/／]\s*\d{1,4})?[\s—–\-·.•|~〜页]*(?:共\s*\d{1,4}\s*页)?"
)
EXAMPLES = ("- 12 -", "第 3 页", "第3页 共10页", "12 / 40", "· 7 ·", "Page 4")

MIN_PAGES = 4
"""Fewer pages repeat nothing that could be told from the text."""
REPEATED = 0.4
"""Share of pages that a running head stands on: left and right pages may have one each."""
LONGEST = 40
"""Characters of a running head."""

PROSE = frozenset("。，；！？")
"""Marks of sentences: a line of the text may come back on every page of a form, or of a law."""
MOST_LINES = 3
"""Of a running head: browsers draw head and foot behind the text, one after the other."""

Lines = tuple[str, ...]


def without_running_heads(pages: Sequence[Lines]) -> tuple[Lines, ...]:
    """The pages' lines without page numbers and running heads.

    >>> without_running_heads([("甲厂报 1", "安全", "- 1 -")])
    (('甲厂报 1', '安全'),)
    """
    found = tuple(pages)
    for _ in range(MOST_LINES):
        heads, feet = _repeated(found, 0), _repeated(found, -1)
        found = tuple(_stripped(lines, heads, feet) for lines in found)
        if not heads and not feet:
            break
    return found


def _repeated(pages: Sequence[Lines], end: int) -> frozenset[str]:
    if len(pages) < MIN_PAGES:
        return frozenset()
    shapes = Counter(_shape(lines[end]) for lines in map(_numbered_off, pages) if lines)
    return frozenset(
        shape
        for shape, times in shapes.items()
        if times >= max(MIN_PAGES - 1, REPEATED * len(pages))
        and 0 < len(shape) <= LONGEST
        and not PROSE & set(shape)
    )


def _shape(line: str) -> str:
    """The line without its figures and spaces."""
    return re.sub(r"[\d\s]+", "", line)


def _numbered_off(lines: Lines) -> Lines:
    """The lines without a page number at either end."""
    if lines and NUMBER.fullmatch(lines[0]):
        lines = lines[1:]
    if lines and NUMBER.fullmatch(lines[-1]):
        lines = lines[:-1]
    return lines


def _stripped(lines: Lines, heads: frozenset[str], feet: frozenset[str]) -> Lines:
    lines = _numbered_off(lines)
    if lines and _shape(lines[0]) in heads:
        lines = lines[1:]
    if lines and _shape(lines[-1]) in feet:
        lines = lines[:-1]
    return _numbered_off(lines)
