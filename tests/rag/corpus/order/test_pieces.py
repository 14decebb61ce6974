"""Where is the body text of a page cut, and what is known of each piece?"""

from collections.abc import Sequence

import pytest

from rag.corpus.layout.blocks import Block, blocks_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.marks import BiographyMark, EndMark, TitleMark
from rag.corpus.layout.style import style_of
from rag.corpus.order.pieces import Piece, pieces_of
from rag.corpus.people.bylines import Byline

TITLE = TitleMark((), None)
END = EndMark(Byline(None, None))
CLOSED = "灯要天天擦，账要天天记，一天也不能落下。"
OPEN = "老周把每盏灯挂在几号钩、换过几次灯泡、哪一天修过，都一样一样地，工工整整地记在"
REST = "一个蓝皮本子上，谁都可以去翻看。"


def blocks(*paragraphs: str) -> tuple[Block, ...]:
    lines = lines_of("\n\n".join(paragraphs))
    return blocks_of(lines, style_of(lines))


def cut(*paragraphs: str) -> list[list[str]]:
    """The paragraphs of each piece."""
    return texts(pieces_of(blocks(*paragraphs), wrapped=False))


def texts(pieces: Sequence[Piece]) -> list[list[str]]:
    return [[block.text for block in piece.blocks] for piece in pieces]


def test_closed_paragraphs_stay_together():
    assert cut(CLOSED, CLOSED) == [[CLOSED, CLOSED]]


def test_an_open_sentence_cuts_and_the_next_piece_follows():
    pieces = pieces_of(blocks(CLOSED, OPEN, REST), wrapped=False)
    assert texts(pieces) == [[CLOSED, OPEN], [REST]]
    assert [(piece.at, piece.open, piece.follows) for piece in pieces] == [(0, True, False), (2, False, True)]


def test_marks_cut_and_are_kept_on_both_sides():
    one, other = blocks(CLOSED, REST)
    pieces = pieces_of((TITLE, one, END, other), wrapped=False)
    assert [(piece.before, piece.after, piece.follows) for piece in pieces] == [
        (TITLE, END, False),
        (END, None, False),
    ]


def test_a_page_without_text_has_no_pieces():
    assert pieces_of((), wrapped=False) == ()
    assert pieces_of((TITLE, END), wrapped=False) == ()


@pytest.mark.parametrize(
    "line",
    [
        "一、灯房的账",
        "# 灯房",
        "见https://example.cn/deng",
        "|灯号|钩号|",
        "来源：青峰矿工报  发布时间：2021-03-04 09:10",
        "发布日期：2021-03-04",
    ],
)
def test_a_line_that_is_whole_without_an_end_mark_cuts_nothing(line: str):
    assert cut(CLOSED, line, CLOSED) == [[CLOSED, line.removeprefix("# "), CLOSED]]


@pytest.mark.parametrize("mark", [END, BiographyMark(())])
def test_the_last_words_before_the_end_of_an_article_are_not_open(mark: EndMark | BiographyMark):
    (piece,) = pieces_of((*blocks(OPEN), mark), wrapped=False)
    assert not piece.open


def test_the_items_of_a_list_are_not_open():
    items = (
        "1.领灯、还灯都要签字，本子就挂在门后，字要写得清清楚楚，不许别人代签，违者当天不得下井,",
        "2.灯坏了要说",
    )
    assert cut(CLOSED, *items) == [[CLOSED, *items]]


def test_a_bare_heading_over_a_text_cuts_nothing():
    assert cut(CLOSED, "灯房的规矩", REST) == [[CLOSED, "灯房的规矩", REST]]


def test_a_bare_heading_stands_over_the_first_number_and_over_no_other():
    assert cut(CLOSED, "灯房的规矩", "（一）领灯", CLOSED) == [[CLOSED, "灯房的规矩", "（一）领灯", CLOSED]]
    assert cut(CLOSED, "灯房的规矩", "（二）领灯", CLOSED) == [[CLOSED, "灯房的规矩"], ["（二）领灯", CLOSED]]


@pytest.mark.parametrize(
    ("before", "line", "behind"),
    [
        (CLOSED, "老周管灯三十年他把矿灯", "房的钥匙挂在门后，谁都知道。"),
        (CLOSED, "灯房的规矩", "谁用谁还"),
        (CLOSED, "灯房有3条规矩", REST),
        (CLOSED, "三十年来灯房里的规矩一条也没有改过也没有人忘记过", REST),
        (OPEN, "灯房的规矩", REST),
        (CLOSED, "灯房", REST),
    ],
)
def test_a_short_line_that_may_go_on_is_open(before: str, line: str, behind: str):
    assert [line] in (piece[-1:] for piece in cut(before, line, behind))


def test_a_bare_heading_behind_a_mark_is_no_open_sentence():
    (piece,) = pieces_of((TITLE, *blocks("灯房的规矩", REST)), wrapped=False)
    assert texts((piece,)) == [["灯房的规矩", REST]]


def test_short_lines_beside_each_other_are_items_of_a_list_except_on_wrapped_pages():
    elements = blocks("谁用谁还", "谁坏谁修", CLOSED)
    assert [piece.short for piece in pieces_of(elements, wrapped=False)] == [True, True, False]
    assert [piece.short for piece in pieces_of(elements, wrapped=True)] == [False, False, False]


def test_a_short_line_with_a_comma_is_no_item():
    elements = (TITLE, *blocks("谁用，谁还", "谁坏谁修", CLOSED), TITLE, *blocks(CLOSED))
    assert [piece.short for piece in pieces_of(elements, wrapped=False)] == [False, False, False, False]


def test_where_a_page_holds_one_article_a_short_line_alone_is_an_item_too():
    elements = blocks(CLOSED, "谁坏谁修的账1", REST)
    assert [piece.short for piece in pieces_of(elements, wrapped=False)] == [True, False]


def test_the_numbers_of_a_piece_are_those_of_its_higher_headings():
    (piece,) = pieces_of(blocks("一、灯", "（一）领灯", "1.签字", "（二）还灯", "二、账"), wrapped=False)
    assert piece.numbers == ((1, 1), (2, 1), (2, 2), (1, 2))


def test_the_parts_of_a_cut_piece_know_their_places_and_marks():
    (whole,) = pieces_of((TITLE, *blocks(CLOSED, "一、灯", REST, CLOSED), END), wrapped=False)
    first, second, third = whole.cut_at([2, 3])
    assert texts((first, second, third)) == [[CLOSED, "一、灯"], [REST], [CLOSED]]
    assert [(p.at, p.before, p.after, p.follows, p.open) for p in (first, second, third)] == [
        (1, TITLE, None, False, False),
        (3, None, None, True, False),
        (4, None, END, True, False),
    ]


def test_a_piece_cut_nowhere_is_whole():
    (whole,) = pieces_of(blocks(CLOSED, REST), wrapped=False)
    assert list(whole.cut_at([])) == [whole]


def test_a_part_that_ends_in_mid_sentence_is_open():
    whole = Piece(blocks(OPEN, REST), at=0, before=None, after=END, follows=False, open=False, short=False)
    first, second = whole.cut_at([1])
    assert (first.open, second.open) == (True, False)
