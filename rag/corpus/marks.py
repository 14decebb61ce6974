"""Where on the page do articles begin and end: titles, bylines, unit lines, notices, biographies?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.corpus.blocks import Block
from rag.corpus.bylines import MARKS, Byline, byline_of, starts_byline
from rag.corpus.headings import numbered_heading
from rag.corpus.notices import MAX_NOTICE, is_date_line, is_notice_title
from rag.corpus.signatures import Signature, signature_of
from rag.text.numbering import fold_width, heading_marker
from rag.text.sentences import is_closed


@dataclass(frozen=True)
class TitleMark:
    """A title, a byline, or both, one under the other."""

    title: tuple[Block, ...]
    byline: Byline | None


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

MAX_TITLE = 50
"""Characters of a title; the longest seen has 31."""

MIN_TITLE = 2
"""Characters of a title; 六纪 has two."""

MAX_MARKED_TITLE = 80
"""Characters of a title behind ``#``."""

MAX_TITLE_BLOCKS = 2
"""Title and subtitle."""

_BIOGRAPHY = re.compile(r"[\[【(]?(?:第一)?(?:作者|个人|人物)(?:简介|介绍|简历)[\]】)]?\s*:?\s*")


def marks_of(blocks: Sequence[Block], source: str) -> tuple[Element, ...]:
    """The blocks of a page, in its order, with everything that is no body text read as a mark."""
    return tuple(_with_last_signatures(tuple(_MarkReader(blocks, source).elements()), source))


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
        found = self._title(at) or self._biography(at) or self._notice(at)
        if found:
            return (found[0],), found[1]
        signature = signature_of(block.strand, self.source)
        if signature and signature.certain:
            return tuple(_cut_signature(block, signature)), 1
        byline = self._byline(at, plain=False)
        if byline:
            return (TitleMark((), byline),), 1
        return (block,), 1

    def _title(self, at: int) -> tuple[TitleMark, int] | None:
        for size in range(1, MAX_TITLE_BLOCKS + 1):
            if not self._may_be_title(at, size):
                break
            byline = self._byline(at + size, plain=self._at_beginning() or self.blocks[at].depth == 1)
            if byline:
                under = self._unit_under(byline, at + size + 1)
                mark = TitleMark(tuple(self.blocks[at : at + size]), under or byline)
                return mark, size + (2 if under else 1)
        if self._may_be_title(at, 1) and self._stands_as_title(at):
            return TitleMark((self.blocks[at],), None), 1
        return None

    def _may_be_title(self, at: int, size: int) -> bool:
        """Whether the block that many places on can be the last line of a title that begins at ``at``."""
        index = at + size - 1
        if index >= len(self.blocks):
            return False
        block = self.blocks[index]
        if size > 1 and not (block.text.startswith(("—", "-")) or self._at_beginning()):
            return False
        return (
            MIN_TITLE <= len(block.text) <= (MAX_MARKED_TITLE if block.depth else MAX_TITLE)
            and any(character.isalnum() for character in block.text)
            and numbered_heading(block.text) is None
            and (block.depth > 0 or not _is_sentence(block.text))
            and not starts_byline(block.text)
            and signature_of(block.strand, self.source) is None
        )

    def _byline(self, at: int, *, plain: bool) -> Byline | None:
        if at >= len(self.blocks) or self._is_bullet(at):
            return None
        return byline_of(self.blocks[at].strand, self.source, under_title=plain)

    def _unit_under(self, byline: Byline, at: int) -> Byline | None:
        """The byline with the unit that stands in brackets right under it: （作者单位：…） in front of the body."""
        if byline.affiliation is not None or at >= len(self.blocks):
            return None
        signature = signature_of(self.blocks[at].strand, self.source)
        if signature is None or not signature.certain or signature.start > 0:
            return None
        return replace(byline, affiliation=signature.byline.affiliation)

    def _is_bullet(self, at: int) -> bool:
        """Whether the mark before a line is that of a list: a neighbour has the same."""
        mark = self.blocks[at].text[0]
        near = (at - 1, at + 1)
        return mark in MARKS and any(
            0 <= n < len(self.blocks) and self.blocks[n].text.startswith(mark) for n in near
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
        label = _BIOGRAPHY.match(fold_width(block.text))
        if label is None or isinstance(self.last, BiographyMark):
            return None
        if label.end() < len(block.text):
            return (BiographyMark((block,)), 1) if ":" in label.group() or "】" in label.group() else None
        follows = at + 1 < len(self.blocks) and not self.blocks[at + 1].is_heading
        size = 2 if follows else 1
        return BiographyMark(tuple(self.blocks[at : at + size])), size

    def _notice(self, at: int) -> tuple[NoticeMark, int] | None:
        title = self.blocks[at]
        if not is_notice_title(title.text) or (
            isinstance(self.last, Block) and not is_closed(self.last.text)
        ):
            return None
        body: list[Block] = []
        length = 0
        for block in (self.blocks[i] for i in range(at + 1, len(self.blocks))):
            ends = starts_byline(block.text) or is_notice_title(block.text) or block.depth == 1
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
        return NoticeMark(title, tuple(body)), 1 + len(body)


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
