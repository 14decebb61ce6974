"""What is printed where? Lines of ink, every character knowing what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Role(StrEnum):
    """What a printed character is."""

    BODY = "body"
    TITLE = "title"
    KICKER = "kicker"
    BYLINE = "byline"
    """Marks and words around a name below the title: ■, 本报记者."""
    AUTHOR = "author"
    AFFILIATION = "affiliation"
    BIO = "bio"
    INTRUSION = "intrusion"
    """Text of another article, repeated here."""
    FURNITURE = "furniture"
    """Belongs to the page, not to an article; also 关键词, and the words around a unit at the end."""
    LAYOUT = "layout"
    """White space and Markdown marks."""


@dataclass(frozen=True)
class Ink:
    """Characters of one role, next to each other."""

    text: str
    role: Role = Role.FURNITURE
    article: str = ""
    """The article it belongs to (for an intrusion: the one it disturbs)."""
    place: int = 0
    """Of the first character: in ``Article.text`` for a body, in the whole of its label for a label."""
    copy_of: str = ""
    """Whose text an intrusion is."""

    def __getitem__(self, cut: slice) -> Ink:
        start, _, _ = cut.indices(len(self.text))
        return replace(self, text=self.text[cut], place=self.place + start)


Line = tuple[Ink, ...]
"""A printed line, without its end."""


def layout(text: str) -> Ink:
    """White space or marks."""
    return Ink(text, Role.LAYOUT)


def furniture(text: str) -> Line:
    """A line that belongs to no article."""
    return (Ink(text),)


def read(line: Iterable[Ink]) -> str:
    """What a line says."""
    return "".join(ink.text for ink in line)


def cut(line: Line, at: int) -> tuple[Line, Line]:
    """A line in two, before its character ``at``.

    >>> [read(half) for half in cut((Ink("党建"), Ink("工作")), 3)]
    ['党建工', '作']
    """
    left: list[Ink] = []
    right: list[Ink] = []
    for ink in line:
        size = max(0, min(at, len(ink.text)))
        left.extend([ink[:size]] if size else [])
        right.extend([ink[size:]] if size < len(ink.text) else [])
        at -= len(ink.text)
    return tuple(left), tuple(right)


@dataclass(frozen=True)
class Placed:
    """Ink with its place in the decoded file."""

    ink: Ink
    start: int
    line: int

    @property
    def end(self) -> int:
        """The first place after it."""
        return self.start + len(self.ink.text)


def placed(lines: Sequence[tuple[Line, str]]) -> Iterator[Placed]:
    """All the ink of a page; a line comes with the white space after it."""
    offset = 0
    for number, (line, gap) in enumerate(lines):
        for ink in line:
            yield Placed(ink, offset, number)
            offset += len(ink.text)
        offset += len(gap)
