"""Where on the page do articles begin and end: titles, bylines, unit lines, notices, biographies?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.corpus.layout.blocks import Block
from rag.corpus.layout.heads import MAX_MARKED_TITLE, MAX_TITLE, MIN_TITLE, Role
from rag.corpus.layout.notices import MAX_NOTICE, is_date_line, is_notice_title, speaks_as_notice
from rag.corpus.outline.headings import numbered_heading
from rag.corpus.people.biographies import biography_label
from rag.corpus.people.bylines import Byline, byline_of, starts_byline
from rag.corpus.people.signatures import Signature, signature_of, unit_in_bracket
from rag.text.numbering import fold_width, heading_marker
from rag.text.sentences import is_closed


@dataclass(frozen=True)
class TitleMark:
    """A title, a byline, or both, one under the other."""

    title: tuple[Block, ...]
    byline: Byline | None
    kicker: Block | None = None
    """The short line above the title, which is no part of it."""


@dataclass(frozen=True)
class EndMark:
    """A unit line or signature: the article before it ends here."""

    byline: Byline


@dataclass(frozen=True)
class NoticeMark:
    """A whole notice."""

    title: Block
    body: tuple[Block, ...]


@dataclass(frozen=True)
class BiographyMark:
    """What the page tells about the author of the article before it, the label included."""

    blocks: tuple[Block, ...]


Mark = TitleMark | EndMark | NoticeMark | BiographyMark
Element = Block | Mark


def marks_of(blocks: Sequence[Block], source: str) -> tuple[Element, ...]:
    """The blocks of a page, in its order, with everything that is no body text read as a mark."""
    return _with_kickers(tuple(_with_last_signatures(tuple(_MarkReader(blocks, source).elements()), source)))


class _MarkReader:
    """Goes through the blocks once, front to back."""

    def __init__(self, blocks: Sequence[Block], source: str) -> None:
        self.blocks = blocks
        self.source = source
        self.last: Element | None = None
        self.top_number = 0
        """The number of the last top-level heading since the last mark."""

    def elements(self) -> Iterator[Element]:
        at = 0
        while at < len(self.blocks):
            found, size = self._read(at)
            for element in found:
                self._remember(element)
                yield element
            at += size

    def _remember(self, element: Element) -> None:
        self.last = element
        if not isinstance(element, Block):
            self.top_number = 0
            return
        marker = heading_marker(element.text)
        if marker and marker.level == 1 and element.is_heading:
            self.top_number = marker.number

    def _read(self, at: int) -> tuple[Sequence[Element], int]:
        """The elements that begin at a block, and how many blocks they take."""
        block = self.blocks[at]
        between = self.last is not None and is_notice_title(block.text)
        found = (
            (self._notice(at) if between else None)
            or self._title(at)
            or self._biography(at)
            or self._notice(at)
        )
        if found:
            return (found[0],), found[1]
        signature = signature_of(block.strand, self.source)
        if signature and signature.certain:
            return tuple(_cut_signature(block, signature)), 1
        return (block,), 1

    def _title(self, at: int) -> tuple[TitleMark, int] | None:
        if self.blocks[at].role is not Role.BODY:
            return self._head(at)
        if self._may_be_title(at) and self._stands_as_title(at):
            size = 2 if at + 1 < len(self.blocks) and self._is_subtitle(at + 1) else 1
            return TitleMark(tuple(self.blocks[at : at + size]), None), size
        return None

    def _head(self, at: int) -> tuple[TitleMark, int]:
        """The head that begins at a block, as ``heads`` has found it."""
        parts: dict[Role, Block] = {}
        for block in self.blocks[at:]:
            if block.role is Role.BODY or list(Role).index(block.role) <= max(
                map(list(Role).index, parts), default=-1
            ):
                break
            parts[block.role] = block
        names = parts.get(Role.BYLINE)
        byline = byline_of(names.strand, self.source, under_title=True) if names else None
        if Role.UNIT in parts and byline is not None and byline.affiliation is None:
            byline = replace(byline, affiliation=unit_in_bracket(parts[Role.UNIT].strand, self.source))
        title = tuple(parts[role] for role in (Role.TITLE, Role.SUBTITLE) if role in parts)
        return TitleMark(title, byline, parts.get(Role.KICKER)), len(parts)

    def _is_subtitle(self, at: int) -> bool:
        return self._may_be_title(at) and self.blocks[at].text.startswith(("—", "--"))

    def _may_be_title(self, at: int) -> bool:
        """Whether a block without a byline under it has the form of a title."""
        block = self.blocks[at]
        return (
            block.role is Role.BODY
            and MIN_TITLE <= len(block.text) <= (MAX_MARKED_TITLE if block.depth else MAX_TITLE)
            and any(character.isalnum() for character in block.text)
            and numbered_heading(block.text) is None
            and (block.depth > 0 or not _is_sentence(block.text))
            and not starts_byline(block.text)
            and signature_of(block.strand, self.source) is None
        )

    def _at_beginning(self) -> bool:
        """Nothing of an article has been read since the page began or the last one ended."""
        return self.last is None or isinstance(self.last, EndMark | NoticeMark | BiographyMark)

    def _stands_as_title(self, at: int) -> bool:
        """Whether a line without a byline is a title by its place: at the very beginning of an article."""
        block = self.blocks[at]
        if at + 1 >= len(self.blocks) or (is_notice_title(block.text) and block.depth != 1):
            return False
        if self._at_beginning():
            following = self.blocks[at + 1]
            longer = len(following.text) > len(block.text) or following.is_heading or block.after_blank
            return block.depth == 1 or (not block.depth and not block.is_heading and longer)
        return block.depth == 1 and self.top_number > 0 and self._restarts(at + 1)

    def _restarts(self, at: int) -> bool:
        """Whether the next numbered heading of the top level is 一 again."""
        for block in self.blocks[at : at + 12]:
            marker = heading_marker(block.text)
            if block.depth == 1:
                return False
            if marker and marker.level == 1 and block.is_heading:
                return marker.number == 1
        return False

    def _biography(self, at: int) -> tuple[BiographyMark, int] | None:
        block = self.blocks[at]
        label = biography_label(block.text)
        if label is None or isinstance(self.last, BiographyMark):
            return None
        if label.end() < len(block.text):
            return BiographyMark((block,)), 1
        follows = at + 1 < len(self.blocks) and not self.blocks[at + 1].is_heading
        size = 2 if follows else 1
        return BiographyMark(tuple(self.blocks[at : at + size])), size

    def _notice(self, at: int) -> tuple[NoticeMark, int] | None:
        title = self.blocks[at]
        if not is_notice_title(title.text):
            return None
        breaks_in = isinstance(self.last, Block) and not is_closed(self.last.text)
        body: list[Block] = []
        length = 0
        for block in (self.blocks[i] for i in range(at + 1, len(self.blocks))):
            ends = block.role is not Role.BODY or is_notice_title(block.text) or block.depth == 1
            if ends or length > MAX_NOTICE:
                break
            if numbered_heading(block.text):
                return None
            body.append(block)
            length += len(block.text)
            if is_date_line(block.text):
                break
        if not body or length > MAX_NOTICE:
            return None
        if breaks_in and not any(speaks_as_notice(block.text) for block in body):
            return None
        return NoticeMark(title, tuple(body)), 1 + len(body)


def _with_kickers(elements: Sequence[Element]) -> tuple[Element, ...]:
    """A title without a byline right over another title is its kicker."""
    joined: list[Element] = []
    for element in elements:
        above = joined[-1] if joined else None
        if (
            isinstance(element, TitleMark)
            and element.title
            and isinstance(above, TitleMark)
            and above.byline is None
            and len(above.title) == 1
        ):
            joined[-1] = replace(element, kicker=above.title[0])
        else:
            joined.append(element)
    return tuple(joined)


def _is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence; a title may ask or exclaim."""
    return is_closed(text) and not fold_width(text).endswith(("?", "!"))


def _cut_signature(block: Block, signature: Signature) -> Iterator[Element]:
    body = block.cut(0, signature.start)
    if body.text:
        yield body
    yield EndMark(signature.byline)


def _with_last_signatures(elements: Sequence[Element], source: str) -> Iterator[Element]:
    """Names alone in brackets end an article only where another mark or the end of the page follows."""
    for index, element in enumerate(elements):
        last = index + 1 == len(elements) or isinstance(elements[index + 1], TitleMark)
        if not (isinstance(element, Block) and last):
            yield element
            continue
        signature = signature_of(element.strand, source)
        if signature and (signature.start == 0 or is_closed(element.text[: signature.start])):
            yield from _cut_signature(element, signature)
        else:
            yield element
