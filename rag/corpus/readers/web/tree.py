"""What is in a web page, element by element, and how much of it is prose?

The tree is walked without recursion, and pages nested deeper than any editor nests them are turned away before
they are parsed: parsing takes time that grows with the square of the depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rag.corpus.readers.web.table import (
    FURNITURE,
    FURNITURE_NAMES,
    FURNITURE_ROLES,
    MAY_STAY_OPEN,
    NEVER_CLOSED,
    NEVER_TEXT,
)
from rag.errors import Unreadable, Words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

DEEPEST = 3_000
"""Open elements at once: sloppy pages that close nothing have some hundreds."""
TOO_DEEP = Words("网页嵌套太深，不像文章", "a web page nested too deep for an article")

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")


def parsed(source: str) -> LexborHTMLParser:
    """The page's tree. Raises ``Unreadable`` for one that is nested too deep."""
    from selectolax.lexbor import LexborHTMLParser

    if depth_of(source) > DEEPEST:
        raise Unreadable(TOO_DEEP)
    return LexborHTMLParser(source)


def depth_of(source: str) -> int:
    """How many elements are open at once at most, those left out that may stay open.

    >>> depth_of("<div><b>安全<br><p>生产</b></div>")
    2
    """
    depth = deepest = 0
    for match in _TAG.finditer(source):
        name = match[2].lower()
        if name in NEVER_CLOSED or name in MAY_STAY_OPEN:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every element and text below ``root`` in order: ``True`` where it begins, ``False`` where an element ends.

    Nothing stands below an element that is never text.
    """
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, begins = stack.pop()
        yield node, begins
        if not begins:
            continue
        below = None if is_left_out(node) else node.child
        if is_element(node):
            stack.append((node, False))
        # Children go on the stack in reverse, so that the first is taken first.
        children = []
        while below is not None:
            children.append((below, True))
            below = below.next
        stack += reversed(children)


def is_element(node: LexborNode) -> bool:
    """Whether the node is an element, and not text or a comment."""
    name = node.tag or "-"
    return name[0] not in "-_!"


def is_left_out(node: LexborNode) -> bool:
    """Whether the element is for programs, or hidden, or furniture by its kind."""
    name = node.tag
    if name in NEVER_TEXT or name in FURNITURE:
        return True
    if not is_element(node):
        return False
    given = node.attributes
    if "hidden" in given or given.get("aria-hidden") == "true" or given.get("role") in FURNITURE_ROLES:
        return True
    return "display:none" in (given.get("style") or "").replace(" ", "").lower()


@dataclass(frozen=True)
class Weight:
    """How much an element holds, in characters without spaces."""

    node: LexborNode
    prose: int
    """Outside links."""
    linked: int
    """Inside links."""
    links: int
    above: int
    """Place of the element above it in the list; -1 for the first."""


def weights(root: LexborNode) -> list[Weight]:
    """What each element below ``root`` holds, in order; ``root`` first."""
    nodes: list[LexborNode] = []
    above: list[int] = []
    sums: list[list[int]] = []
    open_at: list[int] = []
    in_link = 0
    for node, begins in walk(root):
        if not is_element(node):
            if node.tag == "-text" and open_at:
                sums[open_at[-1]][in_link > 0] += len("".join((node.text_content or "").split()))
            continue
        if begins:
            in_link += node.tag == "a"
            above.append(open_at[-1] if open_at else -1)
            open_at.append(len(nodes))
            nodes.append(node)
            sums.append([0, 0, int(node.tag == "a")])
            continue
        in_link -= node.tag == "a"
        done = open_at.pop()
        if open_at:
            sums[open_at[-1]] = [
                one + other for one, other in zip(sums[open_at[-1]], sums[done], strict=True)
            ]
    return [
        Weight(node, held[0], held[1], held[2], up) for node, held, up in zip(nodes, sums, above, strict=True)
    ]


def has_furniture_name(node: LexborNode) -> bool:
    """Whether the element's class or id calls it furniture."""
    given = node.attributes
    return any(FURNITURE_NAMES.search(given.get(key) or "") for key in ("class", "id"))
