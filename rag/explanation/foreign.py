"""Which passages were left out of an article because they are another's?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rag.corpus.layout.blocks import Block
from rag.explanation.entries import ForeignFound
from rag.explanation.whereabouts import Whereabouts
from rag.text.spans import Span


def foreign_of(where: Whereabouts) -> Iterator[ForeignFound]:
    """The passages in the order of the page, and the pieces that held nothing else."""
    found = [*_inside(where), *_whole(where)]
    yield from sorted(found, key=lambda one: one.place.start)


def _inside(where: Whereabouts) -> Iterator[ForeignFound]:
    for part in where.reading.parts:
        host = where.article_of(_spans(block for block, _ in part.blocks))
        for block in part.foreign:
            yield ForeignFound(where.of_blocks((block,)), block.text, host, _holder(block, where, host))


def _whole(where: Whereabouts) -> Iterator[ForeignFound]:
    """What was read as a piece and stands in no article: a text that was nothing but a copy."""
    told = [span for part in where.reading.parts for span in _spans(part.foreign)]
    for piece in where.reading.pieces:
        if where.article_of(_spans(piece.blocks)) is not None:
            continue
        for block in piece.blocks:
            if not any(block.strand.kept[0].start in span for span in told):
                yield ForeignFound(where.of_blocks((block,)), block.text, None, _holder(block, where, None))


def _spans(blocks: Iterable[Block]) -> Iterator[Span]:
    return (span for block in blocks for span in block.strand.kept)


def _holder(block: Block, where: Whereabouts, host: int | None) -> int | None:
    """The article that says the same words."""
    for number, article in enumerate(where.articles, start=1):
        if number != host and block.text in article.text:
            return number
    return None
