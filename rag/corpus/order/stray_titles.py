"""Which lines that belong to no text are titles after all?

A title without a byline, set into the middle of a column, looks like any short line. When the text on both sides of
it has been joined and it is left over, it is a title, if the page has articles without one.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.corpus.layout.blocks import Block
from rag.corpus.layout.heads import MAX_TITLE
from rag.corpus.layout.marks import Element, TitleMark
from rag.corpus.order.pieces import Piece
from rag.corpus.order.seams import ReadingOrder
from rag.text.sentences import is_closed

MIN_STRAY = 4
"""Characters of such a line; shorter ones are names and figures."""


def with_stray_titles(
    elements: Sequence[Element], pieces: Sequence[Piece], order: ReadingOrder
) -> tuple[Element, ...]:
    """The elements of a page, lines that are left over read as titles."""
    named = sum(isinstance(element, TitleMark) and bool(element.title) for element in elements)
    alone = [pieces[chain[0].piece] for chain in order.chains if len(chain) == 1]
    stray = {id(piece.blocks[0]) for piece in alone if _may_be_title(piece)}
    if not stray or named + len(stray) > len(order.chains) - len(stray):
        return tuple(elements)
    return tuple(
        TitleMark((element,), None) if isinstance(element, Block) and id(element) in stray else element
        for element in elements
    )


def _may_be_title(piece: Piece) -> bool:
    text = piece.blocks[0].text
    return (
        len(piece.blocks) == 1
        and MIN_STRAY <= len(text) <= MAX_TITLE
        and not is_closed(text)
        and not any(mark in text for mark in "。；;")
    )
