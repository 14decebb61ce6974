"""Which seams were made on a page, and what stands on both sides of each?"""

from __future__ import annotations

from collections.abc import Iterator

from rag.corpus.order.pieces import Piece
from rag.corpus.order.seam_evidence import Seam
from rag.corpus.strand import Strand
from rag.explanation.entries import SeamMade
from rag.explanation.reasons import reasons_given
from rag.explanation.whereabouts import SIDE, Whereabouts


def seams_of(where: Whereabouts) -> Iterator[SeamMade]:
    """The seams of a page, in the order in which their sentences break off on it."""
    for seam in where.reading.order.seams:
        before, behind = sides_of(seam, where)
        spans = (*before.kept, *behind.kept)
        yield SeamMade(
            place=where.place(spans),
            before=before.text,
            behind=behind.text,
            score=seam.score,
            reasons=reasons_given(seam.reasons),
            article=where.article_of((*behind.kept, *before.kept)),
        )


def sides_of(seam: Seam, where: Whereabouts) -> tuple[Strand, Strand]:
    """The last words before a seam and the first behind it, ``SIDE`` characters of each."""
    pieces = where.reading.pieces
    return ending_of(pieces[seam.left]), beginning_of(pieces[seam.right])


def ending_of(piece: Piece) -> Strand:
    """The last words of a piece."""
    strand = piece.blocks[-1].strand
    return strand.cut(max(0, len(strand.text) - SIDE), len(strand.text))


def beginning_of(piece: Piece) -> Strand:
    """The first words of a piece."""
    return piece.blocks[0].strand.cut(0, SIDE)
