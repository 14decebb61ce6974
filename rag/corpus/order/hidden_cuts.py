"""Where may two columns meet unseen?

Where the last column of an article ends in a full stop and the rest of another stands right under it, no open
sentence shows the cut; and where a column ends with a full line, the lines of two articles are read as one
paragraph. Such places are found by the sentences that go on there from elsewhere. A cut too many does no harm:
pieces that no seam claims are joined again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rag.corpus.layout.blocks import Block
from rag.corpus.layout.marks import EndMark, TitleMark
from rag.corpus.order.pieces import Piece
from rag.corpus.order.seam_settings import SeamSettings
from rag.corpus.order.seam_words import WordEvidence
from rag.text.numbering import heading_marker
from rag.text.sentences import is_closed

MIN_ARTICLES = 2
"""Titles, or unit lines, below which a page holds one article: its paragraphs are in order."""

SEARCHED = 400
"""Characters on each side of a cut in which brackets are counted."""


class _Place(NamedTuple):
    """A place in a piece where it may have been put together."""

    block: int
    """Index of the block."""
    offset: int
    """Where in its text; 0 for its beginning."""


def with_hidden_cuts(pieces: Sequence[Piece], settings: SeamSettings) -> tuple[Piece, ...]:
    """The pieces, cut wherever a part of one may go on in the middle of another's sentence."""
    titles = sum(isinstance(piece.before, TitleMark) for piece in pieces)
    closed = sum(isinstance(piece.after, EndMark) for piece in pieces)
    if max(titles, closed) < MIN_ARTICLES or len(pieces) > settings.max_pieces:
        return tuple(pieces)
    words = WordEvidence(text_of(pieces), settings)
    places = [tuple(_places(piece, words, settings)) for piece in pieces]
    ends = [
        *(piece.blocks[-1].text for piece in pieces if piece.open and not piece.short),
        *(
            piece.blocks[place.block].text[: place.offset]
            for piece, inside in zip(pieces, places, strict=True)
            for place in inside
            if place.offset and not is_closed(piece.blocks[place.block].text[: place.offset])
        ),
    ]
    by_last: dict[str, list[str]] = {}
    for end in ends:
        by_last.setdefault(end[-1], []).append(end)
    cut: list[Piece] = []
    for piece, inside in zip(pieces, places, strict=True):
        chosen = [place for place in inside if _is_claimed(piece, place, by_last, words, settings)]
        cut += _cut(piece, chosen)
    return tuple(cut)


def text_of(pieces: Sequence[Piece]) -> str:
    """The text of all pieces in the lines of the page: what a wrong joint puts together does not count as said."""
    return "\n".join(line for piece in pieces for block in piece.blocks for line in _split(block))


def _split(block: Block) -> Iterator[str]:
    start = 0
    for offset in (*_lines_of(block), len(block.text)):
        yield block.text[start:offset]
        start = offset


def _places(piece: Piece, words: WordEvidence, settings: SeamSettings) -> Iterator[_Place]:
    for index, block in enumerate(piece.blocks):
        if block.is_heading or (heading_marker(block.text) is not None and not _lines_of(block)):
            continue
        if index and is_closed(piece.blocks[index - 1].text) and heading_marker(block.text) is None:
            yield _Place(index, 0)
        for offset in _lines_of(block):
            before, behind = block.text[:offset], block.text[offset:]
            if is_closed(before) or words.may_part(before, behind, settings.hidden_ratio):
                yield _Place(index, offset)


def _lines_of(block: Block) -> Iterator[int]:
    """Where in a block the lines it was joined from begin, all but the first."""
    at = 0
    for before, behind in zip(block.strand.kept, block.strand.kept[1:], strict=False):
        at += before.length
        if behind.start > before.end:
            yield at


def _is_claimed(
    piece: Piece,
    place: _Place,
    by_last: dict[str, list[str]],
    words: WordEvidence,
    settings: SeamSettings,
) -> bool:
    """Whether some open sentence of the page goes on at the place."""
    text = piece.blocks[place.block].text
    own, beginning = text[: place.offset], text[place.offset : place.offset + SEARCHED]
    least = settings.hidden
    if own and not is_closed(own):
        least = max(least, settings.hidden_lead + _points(words, own, beginning))
    return any(
        _points(words, end, beginning) >= least
        for last, ends in by_last.items()
        if words.stand_together(last, beginning[0])
        for end in ends
        if end != own
    )


def _points(words: WordEvidence, end: str, beginning: str) -> float:
    return sum(reason.points for reason in words.reasons(end[-SEARCHED:], beginning))


def _cut(piece: Piece, places: Sequence[_Place]) -> Iterator[Piece]:
    """The piece in parts that begin at the places, the blocks cut in two that a place lies in."""
    blocks: list[Block] = []
    borders: list[int] = []
    origins: list[int] = []
    """Index of the whole block that each of ``blocks`` was."""
    by_block: dict[int, list[int]] = {}
    for place in places:
        by_block.setdefault(place.block, []).append(place.offset)
    for index, block in enumerate(piece.blocks):
        offsets = by_block.get(index, [])
        if 0 in offsets:
            borders.append(len(blocks))
        inner = [offset for offset in offsets if offset]
        for start, end in zip([0, *inner], [*inner, len(block.text)], strict=True):
            if start:
                borders.append(len(blocks))
            blocks.append(block if not inner else block.cut(start, end))
            origins.append(index)
    parts = replace(piece, blocks=tuple(blocks)).cut_at(borders)
    for part, border in zip(parts, (0, *borders), strict=True):
        amid = border > 0 and origins[border] == origins[border - 1]
        yield replace(part, at=piece.at + origins[border], amid=amid or (not border and piece.amid))
