"""Into which pieces do marks and open sentences cut the body text of a page?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rag.corpus.layout.blocks import Block
from rag.corpus.layout.marks import BiographyMark, Element, EndMark, Mark, TitleMark
from rag.text.characters.model import general
from rag.text.numbering import fold_width, heading_marker
from rag.text.sentences import is_closed

Boundary = Mark | None


LOWEST_LEVEL = 2
"""一、 and （一） and what stands above them; lower numbers also count the items of lists."""


@dataclass(frozen=True)
class Piece:
    """Body text that stands together on the page and surely belongs to one article."""

    blocks: tuple[Block, ...]
    at: int
    """Index of its first block among the elements of the page."""
    before: Boundary
    """The mark before it; ``None`` at the beginning of the page and behind an open sentence."""
    after: Boundary
    """The mark behind it; ``None`` at the end of the page and where it was cut at an open sentence."""
    follows: bool
    """It stands right behind the piece before, no mark between."""
    open: bool
    """It ends in mid-sentence."""
    short: bool
    """Its last line is so short, and stands among its like or in the only article of the page, that it is the
    item of a list or a caption, rather than cut."""
    amid: bool = False
    """It begins where a paragraph was cut: no end of a line parts it from the piece before."""

    @cached_property
    def numbers(self) -> tuple[tuple[int, int], ...]:
        """Level and number of each heading that tells the order, as it stands in the piece."""
        markers = (heading_marker(block.text) for block in self.blocks if block.is_heading)
        return tuple(
            (marker.level, marker.number)
            for marker in markers
            if marker and marker.number and marker.level is not None and marker.level <= LOWEST_LEVEL
        )

    def cut_at(self, places: Sequence[int]) -> Iterator[Piece]:
        """The piece in parts that begin at these of its blocks, in order; none of the places is 0."""
        borders = (0, *places, len(self.blocks))
        for number, (start, end) in enumerate(pairwise(borders)):
            first, last = number == 0, number == len(places)
            yield Piece(
                blocks=self.blocks[start:end],
                at=self.at + start,
                before=self.before if first else None,
                after=self.after if last else None,
                follows=self.follows if first else True,
                open=self.open if last else _is_open(self.blocks[end - 1], self.blocks[end]),
                short=self.short and last,
                amid=self.amid and first,
            )


MIN_OPEN = 40
"""A shorter line without end mark, beside another such, is the item of a list, unless a comma stands in it."""


def pieces_of(elements: Sequence[Element], *, wrapped: bool) -> tuple[Piece, ...]:
    """The pieces in the order of the page. ``wrapped`` pages have no short lines of their own."""
    return tuple(_pieces(elements, wrapped))


def _pieces(elements: Sequence[Element], wrapped: bool) -> Iterator[Piece]:
    blocks: list[Block] = []
    before: Boundary = None
    follows = False
    at = 0
    # Where a page holds one article, no column of another can have cut a short line.
    titles = sum(isinstance(element, TitleMark) for element in elements)
    ends = sum(isinstance(element, EndMark) for element in elements)
    alone = max(titles, ends) < 2
    for index, element in enumerate(elements):
        previous = elements[index - 1] if index else None
        following = elements[index + 1] if index + 1 < len(elements) else None
        if not isinstance(element, Block):
            before, follows = element, False
            continue
        at = at if blocks else index
        blocks.append(element)
        is_open = _is_open(element, following) and not _is_bare_heading(previous, element, following)
        if is_open or not isinstance(following, Block):
            after = None if isinstance(following, Block) else following
            listed = alone or _is_short(previous) or _is_short(following)
            short = not wrapped and listed and _is_short(element)
            yield Piece(tuple(blocks), at, before, after, follows, is_open, short)
            blocks, before, follows = [], None, True


def _is_short(element: Element | None) -> bool:
    if not isinstance(element, Block) or len(element.text) >= MIN_OPEN or is_closed(element.text):
        return False
    return not any(comma in element.text for comma in ",，") and not element.is_heading


def _is_open(block: Block, following: Element | None) -> bool:
    text = block.text
    if is_closed(text) or block.is_heading or "://" in text or text.startswith("|"):
        return False
    if len(text) <= MAX_LABELLED and _LABELLED.match(fold_width(text)):
        return False
    if isinstance(following, EndMark | BiographyMark):
        return False
    return not (isinstance(following, Block) and _same_list(block, following))


MIN_BARE_HEADING = 4
MAX_BARE_HEADING = 20
"""Characters of a heading that has neither number nor mark."""

MIN_UNDER_HEADING = 15
"""Characters of the sentence under it at least."""

MAX_CONTINUATION = 2.5
"""Nats (``PageModel.continuation``) above which it is no heading: the sentence may go on."""

_PLAIN_WORDS = re.compile(r"[\u4e00-\u9fff“”、]+")


def _is_bare_heading(previous: Element | None, element: Block, following: Element | None) -> bool:
    """Whether a short line without an end mark stands over a text, rather than being cut in mid-sentence."""
    if not MIN_BARE_HEADING <= len(element.text) <= MAX_BARE_HEADING or not _PLAIN_WORDS.fullmatch(
        element.text
    ):
        return False
    if isinstance(previous, Block) and not (is_closed(previous.text) or previous.is_heading):
        return False
    if not isinstance(following, Block):
        return False
    if following.is_heading:
        marker = heading_marker(following.text)
        return marker is not None and marker.number == 1
    prose = len(following.text) >= MIN_UNDER_HEADING and any(mark in following.text for mark in "。，,；")
    model = general()
    return prose and model.continuation(element.text[-2:], following.text[:2]) < MAX_CONTINUATION


MAX_LABELLED = 60
"""Characters of a line that says where and when an article was published."""

_LABELLED = re.compile(
    r"(?:信息|文章|稿件|新闻)?(?:来源|出处|(?:发布|发表|刊发|更新)?(?:时间|日期)|点击|浏览|阅读)[^,。]{0,4}:"
)
"""来源：中国纪检监察报  发布时间：2021-03-04 09:10"""


def _same_list(block: Block, following: Block) -> bool:
    """Whether both begin with numbers of one family, as the items of a list do."""
    first, second = heading_marker(block.text), heading_marker(following.text)
    return bool(first and second and first.family == second.family)
