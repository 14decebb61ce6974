"""What does the style of a Word paragraph make it: a heading, a numbered line, a line of the contents?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rag.corpus.readers.word.numbering import NumberedAs, W, attribute, numbered_as

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["ORDINARY", "Style", "Styles", "W", "attribute", "styles_of"]

DEEPEST = 6
"""Heading levels that ``#`` can say."""
LONGEST_CHAIN = 20
"""Styles based on one another; more is a circle."""

_HEADING = re.compile(r"heading ([1-9])|标题 ?([1-9])", re.I)
_CONTENTS = re.compile(
    r"(?:toc|目录)(?: ?(?:\d|heading|标题))?|table of (?:figures|authorities)|图表目录", re.I
)


@dataclass(frozen=True)
class Style:
    """What matters of a paragraph's style."""

    heading: int = 0
    """Number of ``#``; 0 for body text."""
    numbered: NumberedAs | None = None
    is_contents: bool = False


ORDINARY = Style()


class Styles:
    """The paragraph styles of a document by their ids."""

    def __init__(self, known: dict[str, Style]) -> None:
        self._known = known

    def of(self, look: Any) -> Style:  # noqa: ANN401 - an lxml element
        """The style of a paragraph with these properties; an outline level of its own makes a heading too."""
        if look is None:
            return self._known.get("", ORDINARY)
        named = look.find(W + "pStyle")
        style = self._known.get(attribute(named, "val") or "", ORDINARY)
        level = _outline_level(look)
        return Style(level, style.numbered, style.is_contents) if level and not style.heading else style


def styles_of(document: Document) -> Styles:
    """The styles that a document defines."""
    elements = {attribute(one, "styleId"): one for one in document.styles.element.iter(W + "style")}
    return Styles({name: _style(name, elements) for name in elements if name})


def _style(name: str, elements: dict[str | None, Any]) -> Style:
    """The style with what it takes over from those it is based on."""
    heading, contents = 0, False
    numbered: NumberedAs | None = None
    at: str | None = name
    for _ in range(LONGEST_CHAIN):
        element = elements.get(at)
        if element is None:
            break
        called = attribute(element.find(W + "name"), "val") or ""
        match = _HEADING.fullmatch(called.strip())
        look = element.find(W + "pPr")
        if called.lower() in ("title", "标题"):
            heading = heading or 1
        heading = heading or (int(match[1] or match[2]) if match else 0) or _outline_level(look)
        contents = contents or _CONTENTS.fullmatch(called.strip()) is not None
        numbered = numbered or numbered_as(look)
        at = attribute(element.find(W + "basedOn"), "val")
    return Style(min(heading, DEEPEST), numbered, contents)


def _outline_level(look: Any) -> int:  # noqa: ANN401 - an lxml element
    """From 1; 0 for body text, which Word writes as 9 or not at all."""
    value = attribute(look.find(W + "outlineLvl"), "val") if look is not None else None
    level = int(value) + 1 if value and value.isdecimal() else 0
    return level if level < 10 and level <= DEEPEST else 0
