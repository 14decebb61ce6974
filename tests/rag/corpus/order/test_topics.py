"""Do pieces of one article look more alike than pieces of two?"""

import math

from rag.corpus.article import SourceText
from rag.corpus.layout.blocks import Block, blocks_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.marks import EndMark, TitleMark
from rag.corpus.layout.style import style_of
from rag.corpus.order.pieces import Boundary, Piece
from rag.corpus.order.topics import Words, words_of
from rag.corpus.people.bylines import Byline


def blocks(text: str) -> tuple[Block, ...]:
    lines = lines_of(text)
    return blocks_of(lines, style_of(lines))


def piece(text: str, *, before: Boundary = None, after: Boundary = None) -> Piece:
    return Piece(blocks(text), 0, before, after, follows=False, open=False, short=False)


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


def test_the_title_over_a_piece_and_the_unit_under_it_are_among_its_words():
    title = TitleMark(blocks("骑手的驿站"), None)
    unit = EndMark(Byline(None, SourceText("青峰矿工会", ())))
    others = [piece("骑手在驿站里歇脚。"), piece("青峰矿工会买了书。"), piece("灯要天天擦。")]
    plain = words_of([piece("饭是热的。"), *others])
    titled = words_of([piece("饭是热的。", before=title), *others])
    signed = words_of([piece("饭是热的。", after=unit), *others])
    assert plain.likeness(0, 1) == plain.likeness(0, 2) == 0.0
    assert titled.likeness(0, 1) > titled.likeness(0, 2) == 0.0
    assert signed.likeness(0, 2) > signed.likeness(0, 1) == 0.0


def test_a_pair_weighs_the_squared_logarithm_of_how_seldom_it_is():
    words = Words(["甲乙丙", "甲乙丁", "戊己"])
    shared, own = math.log(3 / 2) ** 2, math.log(3) ** 2
    assert math.isclose(words.likeness(0, 1), shared / (shared + own))


def test_texts_without_pairs_are_like_nothing():
    words = Words(["", "灯", "灯房"])
    assert words.likeness(0, 1) == words.likeness(0, 2) == words.likeness(1, 2) == 0.0
