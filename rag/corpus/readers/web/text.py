"""Which element of a web page holds its article, and what are the lines of it?"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from rag.corpus.readers.web.table import BLOCKS, CONTAINERS, HEADINGS
from rag.corpus.readers.web.tree import Weight, has_furniture_name, is_element, walk, weights

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAIN_SHARE = 0.8
"""Share of the prose that an element must hold for the article to stand in it alone."""
MOST_NAMED = 0.3
"""Share of the prose that furniture may hold: a page whose whole article stands in “print-area” is not empty."""
MOSTLY_LINKS = 0.6
"""Share of characters inside links, from which on a list is a list of other pages."""
MIN_LINKS = 3
LONGEST_CELL = 200
"""Characters of a cell of a table; a longer one is a column of a page that was laid out with a table."""


def article_lines(body: LexborNode) -> list[str]:
    """The lines of the article of a page, headings with ``#``, rows of tables between ``|``."""
    held = weights(body)
    left_out = _left_out(held)
    return lines_below(_main(held, left_out), left_out)


def _left_out(held: Sequence[Weight]) -> set[int]:
    """The elements that are furniture by their name, or lists of links to other pages."""
    total = max(1, held[0].prose)
    out: set[int] = set()
    for weight in held[1:]:
        small = weight.prose <= MOST_NAMED * total
        all_characters = weight.prose + weight.linked
        list_of_links = weight.links >= MIN_LINKS and weight.linked > MOSTLY_LINKS * all_characters
        if small and (list_of_links or has_furniture_name(weight.node)) and weight.node.tag in BLOCKS:
            out.add(weight.node.mem_id)
    return out


def _main(held: Sequence[Weight], left_out: Collection[int]) -> LexborNode:
    """The deepest element that holds nearly all of the prose."""
    chosen = 0
    for place, weight in enumerate(held):
        below_chosen = weight.above == chosen
        if (
            below_chosen
            and weight.node.tag in CONTAINERS
            and weight.node.mem_id not in left_out
            and weight.prose >= MAIN_SHARE * held[chosen].prose > 0
            and not (weight.node.tag == "table" and _rows(weight.node))
        ):
            chosen = place
    return held[chosen].node


def lines_below(root: LexborNode, left_out: Collection[int] = ()) -> list[str]:
    """The lines with words in them below an element; nothing of the elements left out."""
    writing = _Writing()
    skipping: int | None = None
    for node, begins in walk(root):
        if skipping is not None:
            if not begins and node.mem_id == skipping:
                skipping = None
            continue
        if not is_element(node):
            if node.tag == "-text":
                writing.words(node.text_content or "")
        elif begins and node.mem_id in left_out:
            skipping = node.mem_id
        elif begins and node.tag == "table" and (rows := _rows(node)):
            writing.lines(rows)
            skipping = node.mem_id
        else:
            writing.tag(node.tag or "", begins)
    writing.end_line()
    return writing.done


def _rows(table: LexborNode) -> list[str]:
    """The rows of a table of figures, each a line; empty for a page laid out with a table."""
    if any(inner.mem_id != table.mem_id for inner in table.css("table")):
        return []
    rows = [[" ".join(lines_below(cell)) for cell in row.css("td, th")] for row in table.css("tr")]
    cells = [cell for row in rows for cell in row]
    if max(map(len, rows), default=0) < 2 or max(map(len, cells)) > LONGEST_CELL:
        return []
    return [table_row(row) for row in rows if any(row)]


def table_row(cells: Sequence[str]) -> str:
    """A row of a table as one line, which is no open sentence.

    >>> table_row(["一队", "12 人"])
    '| 一队 | 12 人 |'
    """
    return f"| {' | '.join(cells)} |"


class _Writing:
    """The lines of a page as they come to be."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self._line: list[str] = []
        self._heading = 0
        self._kept = 0
        """How many elements are open whose line breaks are kept."""

    def words(self, text: str) -> None:
        """Add text to the line."""
        if self._kept and "\n" in text:
            first, *others = text.split("\n")
            self._line.append(first)
            for other in others:
                self.end_line()
                self._line.append(other)
        else:
            self._line.append(text)

    def tag(self, name: str, begins: bool) -> None:
        """Begin or end an element."""
        self._kept += (1 if begins else -1) * (name == "pre")
        if name in HEADINGS:
            self.end_line()
            self._heading = HEADINGS[name] if begins else 0
        elif name in BLOCKS or (name == "br" and begins and not self._heading):
            if not self._heading:
                self.end_line()
        elif name == "br" and begins:
            self._line.append(" ")

    def lines(self, lines: Sequence[str]) -> None:
        """Add whole lines."""
        self.end_line()
        self.done += lines

    def end_line(self) -> None:
        """Begin a new line; a line without words is none."""
        words = unwrapped("".join(self._line))
        self._line = []
        if words:
            self.done.append("#" * self._heading + " " * bool(self._heading) + words)


_SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u200b\ufeff]+")
_WRAPPED = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uff00-\uffef])")


def unwrapped(text: str) -> str:
    r"""The words of a line as a browser sets them; a line break between Chinese characters parts nothing.

    >>> unwrapped("  安全\n  生产 A\nB ")
    '安全生产 A B'
    """
    return _SPACES.sub(" ", _WRAPPED.sub("", text)).strip()
