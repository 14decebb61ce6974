"""Do pieces of one article look more alike than pieces of two?"""

from rag.corpus.blocks import blocks_of
from rag.corpus.lines import lines_of
from rag.corpus.pieces import Piece
from rag.corpus.style import style_of
from rag.corpus.topics import words_of


def piece(text: str) -> Piece:
    lines = lines_of(text)
    return Piece(blocks_of(lines, style_of(lines)), 0, None, None, follows=False, open=False, short=False)


def test_pieces_that_share_rare_words_are_alike():
    topics = words_of(
        [
            piece("骑手在暖心驿站里歇脚,工会为驿站配了微波炉。"),
            piece("职工在书屋里看书,工会为书屋买了新书。"),
            piece("骑手说驿站的微波炉最有用。"),
        ]
    )
    assert topics.likeness(0, 2) > topics.likeness(0, 1) > 0
    assert topics.likeness(0, 2) == topics.likeness(2, 0)
    assert round(topics.likeness(1, 1), 6) == 1.0


def test_what_all_pieces_share_tells_nothing():
    assert words_of([piece("安全生产"), piece("安全生产")]).likeness(0, 1) == 0.0
    assert words_of([piece("安"), piece("全")]).likeness(0, 1) == 0.0
