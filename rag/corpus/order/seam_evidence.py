"""What speaks for each place where one piece of a page may go on in another?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rag.corpus.layout.marks import EndMark, NoticeMark
from rag.corpus.order.heading_order import Order, order_of
from rag.corpus.order.hidden_cuts import SEARCHED, text_of
from rag.corpus.order.pieces import Piece
from rag.corpus.order.seam_settings import Reason, SeamSettings
from rag.corpus.order.seam_words import WordEvidence
from rag.text.numbering import heading_marker


class Seam(NamedTuple):
    """A place where one piece may go on in the middle of another's last sentence."""

    left: int
    """Index of the piece that breaks off."""
    right: int
    """Index of the piece that goes on."""
    score: float
    reasons: tuple[Reason, ...]
    """Their points add up to the score."""


def possible_seams(pieces: Sequence[Piece], settings: SeamSettings) -> Iterator[Seam]:
    """Every open end with every beginning within reach, in the order of the page."""
    few = len(pieces) <= settings.max_pieces
    words = WordEvidence(text_of(pieces) if few else "", settings)
    for left, piece in enumerate(pieces):
        if not piece.open:
            continue
        far = few and not piece.short
        first = max(0, left - settings.reach) if far else left + 1
        last = left + settings.reach if far else left + 1
        for right in range(first, min(last, len(pieces) - 1) + 1):
            if right == left or _begins_with_heading(pieces[right]):
                # A heading goes on with no sentence.
                continue
            reasons = [
                *_place(pieces, left, right, settings),
                *words.reasons(_ending(piece), _beginning(pieces[right])),
                *_numbers(piece, pieces[right], settings),
            ]
            yield Seam(left, right, sum(reason.points for reason in reasons), tuple(reasons))


def _begins_with_heading(piece: Piece) -> bool:
    return piece.blocks[0].is_heading or heading_marker(piece.blocks[0].text) is not None


def _place(pieces: Sequence[Piece], left: int, right: int, settings: SeamSettings) -> Iterator[Reason]:
    """What the places of the two on the page say."""
    piece = pieces[right]
    after_end = isinstance(piece.before, EndMark | NoticeMark)
    if pieces[left].short:
        yield Reason("short_line", settings.short_line)
    if right == left + 1 and piece.follows:
        if not pieces[left].short:
            yield Reason("next_on_page", settings.next_on_page)
        return
    if right == left + 1 and not after_end:
        yield Reason("across_title", settings.across_title)
    if right < left:
        yield Reason("back_on_page", settings.back_on_page)
    if after_end:
        yield Reason("after_end", settings.after_end)


def _numbers(left: Piece, right: Piece, settings: SeamSettings) -> Iterator[Reason]:
    """What the heading numbers in the two say; behind a caption they tell no sentence that goes on."""
    match order_of(left, right):
        case Order.NEXT if not left.short:
            yield Reason("numbers_next", settings.numbers_next)
        case Order.SKIPS:
            yield Reason("numbers_skip", settings.numbers_skip)
        case Order.BACK:
            yield Reason("numbers_back", settings.numbers_back)


def _beginning(piece: Piece) -> str:
    return piece.blocks[0].text[:SEARCHED]


def _ending(piece: Piece) -> str:
    return piece.blocks[-1].text[-SEARCHED:]
