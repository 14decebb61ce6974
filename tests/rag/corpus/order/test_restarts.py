"""Where does another article begin inside a piece, with no mark between?"""

from collections.abc import Sequence

from rag.corpus.layout.blocks import blocks_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.style import style_of
from rag.corpus.order.pieces import Piece
from rag.corpus.order.restarts import MAX_INTRODUCTION, cut_at_restarts
from rag.corpus.order.seam_settings import SeamSettings
from rag.corpus.order.seams import Chain, Link

LAMPS = (
    "一、矿灯编号",
    "每盏矿灯都有编号，矿灯挂在几号钩上一查便知。",
    "二、矿灯记账",
    "老周把矿灯的账记在本子上，矿灯坏了当天修。",
)
OPENING = "单身宿舍一楼的书屋里，图书由职工自己管理。"
BOOKS = (
    OPENING,
    "一、图书从哪里来",
    "书屋的图书一半由工会购买，一半由职工捐赠。",
    "二、图书往哪里去",
    "职工写下名字就能把书屋的图书带走。",
)
SETTINGS = SeamSettings()


def piece(*paragraphs: str, breaks_off: bool = False) -> Piece:
    lines = lines_of("\n\n".join(paragraphs))
    return Piece(blocks_of(lines, style_of(lines)), 0, None, None, follows=True, open=breaks_off, short=False)


def alone(*numbers: int) -> tuple[Chain, ...]:
    """Each piece an article by itself."""
    return tuple((Link(number, seam=False),) for number in numbers)


def texts(pieces: Sequence[Piece]) -> list[list[str]]:
    return [[block.text for block in piece.blocks] for piece in pieces]


def test_a_piece_is_cut_before_the_paragraph_that_introduces_the_new_numbers():
    cut = cut_at_restarts((piece(*LAMPS, *BOOKS),), alone(0), 2, SETTINGS)
    assert texts(cut) == [list(LAMPS), list(BOOKS)]
    assert [one.follows for one in cut] == [True, False]


def test_without_a_title_to_spare_nothing_is_cut():
    whole = (piece(*LAMPS, *BOOKS),)
    assert cut_at_restarts(whole, alone(0), 1, SETTINGS) == whole


def test_only_as_many_pieces_are_cut_as_titles_are_to_spare():
    whole = piece(*LAMPS, *BOOKS, *LAMPS)
    assert len(cut_at_restarts((whole,), alone(0), 2, SETTINGS)) == 2
    assert len(cut_at_restarts((whole,), alone(0), 3, SETTINGS)) == 3


def test_numbers_that_go_on_are_one_article():
    whole = (piece(*LAMPS, "三、矿灯充电", "矿灯每晚充电。"),)
    assert cut_at_restarts(whole, alone(0), 2, SETTINGS) == whole


def test_lower_numbers_begin_anew_under_each_higher_one():
    whole = (
        piece("一、灯", "（一）领灯", "签字。", "（二）还灯", "签字。", "二、账", "（一）记账", "天天记。"),
    )
    assert cut_at_restarts(whole, alone(0), 2, SETTINGS) == whole


def test_the_paragraph_right_under_a_heading_is_never_the_introduction():
    (first, second) = cut_at_restarts((piece(*LAMPS, *BOOKS[1:]),), alone(0), 2, SETTINGS)
    assert texts((first, second)) == [list(LAMPS), list(BOOKS[1:])]


def test_an_introduction_has_few_paragraphs():
    many = [f"书屋的图书第{n}次由职工捐赠，图书越来越多。" for n in "一二三四五六"]
    cut = cut_at_restarts((piece(*LAMPS, *many, *BOOKS[1:]),), alone(0), 2, SETTINGS)
    assert len(cut[1].blocks) <= MAX_INTRODUCTION + len(BOOKS[1:])


def test_a_piece_whose_first_words_another_article_claims_is_cut_behind_them():
    breaks = piece("三、矿灯验收", "矿灯验收以后，下夜班的职工都愿意去图书", breaks_off=True)
    begins = piece("馆看书，图书馆里很安静。", *BOOKS)
    cut = cut_at_restarts((breaks, begins), alone(0, 1), 3, SETTINGS)
    assert texts(cut)[1:] == [["馆看书，图书馆里很安静。"], list(BOOKS)]
