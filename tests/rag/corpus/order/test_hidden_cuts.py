"""Where are pieces cut though no open sentence shows it?"""

from collections.abc import Sequence

from rag.corpus.layout.blocks import Block, blocks_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.marks import EndMark, TitleMark
from rag.corpus.layout.style import PageStyle, style_of
from rag.corpus.order.hidden_cuts import text_of, with_hidden_cuts
from rag.corpus.order.pieces import Boundary, Piece
from rag.corpus.order.seam_settings import SeamSettings
from rag.corpus.people.bylines import Byline

TITLE = TitleMark((), None)
END = EndMark(Byline(None, None))
SETTINGS = SeamSettings()
WRAPPED = PageStyle(wrapped=True, width=19, slack=0, indents=False, blank_parts=True)


def blocks(text: str, style: PageStyle | None = None) -> tuple[Block, ...]:
    lines = lines_of(text)
    return blocks_of(lines, style or style_of(lines))


def piece(
    *paragraphs: str, breaks_off: bool = False, before: Boundary = TITLE, after: Boundary = END
) -> Piece:
    return Piece(
        blocks("\n\n".join(paragraphs)), 0, before, after, follows=False, open=breaks_off, short=False
    )


def texts(pieces: Sequence[Piece]) -> list[list[str]]:
    return [[block.text for block in piece.blocks] for piece in pieces]


BREAKS = piece("下夜班的职工不再打牌，都愿意去图书", breaks_off=True)
TWO = piece("矿灯房的老周管灯三十年。", "馆看书，图书馆里很安静。")


def test_a_paragraph_that_goes_on_with_another_sentence_begins_a_piece():
    cut = with_hidden_cuts((BREAKS, TWO), SETTINGS)
    assert texts(cut) == [[BREAKS.blocks[0].text], ["矿灯房的老周管灯三十年。"], ["馆看书，图书馆里很安静。"]]
    assert (cut[1].after, cut[2].before, cut[2].after, cut[2].follows) == (None, None, END, True)


def test_a_page_of_one_article_is_not_cut():
    plain = piece("矿灯房的老周管灯三十年。", "馆看书，图书馆里很安静。", before=None, after=None)
    breaks = piece("下夜班的职工不再打牌，都愿意去图书", breaks_off=True, before=None, after=None)
    assert with_hidden_cuts((breaks, plain), SETTINGS) == (breaks, plain)


def test_a_page_in_very_many_pieces_is_not_cut():
    assert with_hidden_cuts((BREAKS, TWO), SeamSettings(max_pieces=1)) == (BREAKS, TWO)


def test_a_paragraph_that_no_sentence_claims_stays():
    other = piece("食堂每天供应四顿热饭，下夜班的矿工都来吃", breaks_off=True)
    plain = piece("矿灯房的老周管灯三十年。", "他把每盏灯的号码都背了下来。")
    assert with_hidden_cuts((other, plain), SETTINGS) == (other, plain)


def test_lines_of_one_paragraph_are_cut_where_the_second_goes_on_elsewhere():
    lines = "矿灯房的老周管灯三十年来从不出错人人都\n馆里看书，图书馆里安静。"
    (joined,) = blocks(lines, WRAPPED)
    two = Piece((joined,), 0, TITLE, END, follows=False, open=False, short=False)
    assert texts(with_hidden_cuts((BREAKS, two), SETTINGS))[1:] == [[line] for line in lines.split("\n")]


def test_a_heading_is_never_a_hidden_cut():
    headed = piece("矿灯房的老周管灯三十年。", "一、馆的规矩", "图书馆里很安静。")
    assert texts(with_hidden_cuts((BREAKS, headed), SETTINGS))[1:] == texts((headed,))


def test_the_text_of_pieces_keeps_the_lines_of_the_page():
    (joined,) = blocks("矿灯房的老周管灯三十年来从不出错人人都\n夸他。", WRAPPED)
    two = Piece((joined, *blocks("账要记。")), 0, None, None, follows=False, open=False, short=False)
    assert text_of((two, BREAKS)) == (
        "矿灯房的老周管灯三十年来从不出错人人都\n夸他。\n账要记。\n下夜班的职工不再打牌，都愿意去图书"
    )
