"""Where does another article begin inside a piece, with no mark between the two?

A page may set the title of an article into the middle of its columns. Then the text of the next article stands
right under the end of the one before, and only the numbers tell: after 三、 comes 一、 again. Where a page has more
titles than articles, such a piece is cut before the paragraph that introduces the new numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rag.corpus.layout.blocks import Block
from rag.corpus.order.hidden_cuts import SEARCHED, text_of
from rag.corpus.order.pieces import Piece
from rag.corpus.order.seam_settings import SeamSettings
from rag.corpus.order.seam_words import WordEvidence
from rag.corpus.order.seams import Chain
from rag.corpus.order.topics import Words
from rag.text.numbering import heading_marker


class _Restart(NamedTuple):
    """A heading numbered 1 in the middle of an article."""

    piece: int
    block: int
    """Index of the heading among the blocks of the piece."""


MAX_INTRODUCTION = 4
"""Paragraphs before the first heading of an article, one of which its cut precedes."""


def cut_at_restarts(
    pieces: Sequence[Piece], chains: Sequence[Chain], titles: int, settings: SeamSettings
) -> tuple[Piece, ...]:
    """The pieces, as many of them cut at a restart as the page has ``titles`` beyond its ``chains``."""
    spare = titles - len(chains)
    if spare <= 0:
        return tuple(pieces)
    found = [restart for chain in chains for restart in _restarts(pieces, chain)]
    found += _behind_loose_ends(pieces, chains, settings)
    del found[spare:]
    places: dict[int, list[int]] = {}
    for restart in found:
        places.setdefault(restart.piece, []).append(_beginning(pieces, restart))
    cut: list[Piece] = []
    for index, piece in enumerate(pieces):
        inside = sorted({place for place in places.get(index, []) if 0 < place < len(piece.blocks)})
        first, *others = piece.cut_at(inside)
        cut += [first, *(replace(other, follows=False) for other in others)]
    return tuple(cut)


def _restarts(pieces: Sequence[Piece], chain: Chain) -> Iterator[_Restart]:
    """The headings of an article that begin its top level anew."""
    headings = [
        (link.piece, at, marker)
        for link in chain
        for at, block in enumerate(pieces[link.piece].blocks)
        if (marker := heading_marker(block.text) if block.is_heading else None) and marker.level is not None
    ]
    top = min((marker.level for _, _, marker in headings if marker.level is not None), default=None)
    last = 0
    for piece, at, marker in headings:
        if marker.level != top:
            continue
        if marker.number == 1 and last > 1:
            yield _Restart(piece, at)
        last = marker.number


def _behind_loose_ends(
    pieces: Sequence[Piece], chains: Sequence[Chain], settings: SeamSettings
) -> Iterator[_Restart]:
    """The first headings 一、 of pieces whose first words go on where another article breaks off.

    The numbers alone would keep the two apart: 二、 is never followed by 一、.
    """
    words = WordEvidence(text_of(pieces), settings)
    loose = [pieces[chain[-1].piece] for chain in chains if pieces[chain[-1].piece].open]
    for chain in chains:
        first = chain[0].piece
        at = _first_heading(pieces[first])
        if at is None or at == 0:
            continue
        beginning = pieces[first].blocks[0].text[:SEARCHED]
        claims = (words.reasons(end.blocks[-1].text[-SEARCHED:], beginning) for end in loose)
        if any(sum(reason.points for reason in claim) >= settings.hidden for claim in claims):
            yield _Restart(first, at)


def _first_heading(piece: Piece) -> int | None:
    """The block of a piece's first heading, if its number is 1."""
    for at, block in enumerate(piece.blocks):
        marker = heading_marker(block.text) if block.is_heading else None
        if marker is not None:
            return at if marker.number == 1 else None
    return None


def _beginning(pieces: Sequence[Piece], restart: _Restart) -> int:
    """The block of the piece with which the new article begins."""
    blocks = pieces[restart.piece].blocks
    start = restart.block
    while start > 0 and restart.block - start < MAX_INTRODUCTION and not blocks[start - 1].is_heading:
        start -= 1
    # What stands right under a heading belongs to it, and so does the rest of a sentence.
    candidates = range(start + 1, restart.block + 1)
    words = Words([_text(blocks[:start]), _text(blocks[restart.block :]), *(block.text for block in blocks)])
    old, new, first = 0, 1, 2

    def fit(place: int) -> float:
        before = sum(words.likeness(first + at, old) for at in range(start, place))
        return before + sum(words.likeness(first + at, new) for at in range(place, restart.block))

    return max(candidates, key=fit, default=restart.block)


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks)
