"""Which title belongs to which article?"""

from rag.corpus.layout.blocks import Block, blocks_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.marks import Element, EndMark, TitleMark
from rag.corpus.layout.style import style_of
from rag.corpus.order.pieces import pieces_of
from rag.corpus.order.seams import reading_order
from rag.corpus.order.titles import titles_of
from rag.corpus.people.bylines import Byline

BY = Byline(None, None)
END = EndMark(BY)
LAMPS = "矿灯房给每盏矿灯编号，老周每天擦矿灯、记矿灯的账。"
BOOKS = "职工书屋有三千册图书，职工写下名字就能把图书带走。"
CANTEEN = "井口食堂每天供应四顿热饭，矿工升井就能吃上热饭。"


def block(text: str) -> Block:
    lines = lines_of(text)
    (only,) = blocks_of(lines, style_of(lines))
    return only


def title(text: str, byline: Byline | None = BY) -> TitleMark:
    return TitleMark((block(text),) if text else (), byline)


def titles(*elements: Element) -> dict[int, str]:
    """The title of each article, by its place on the page."""
    pieces = pieces_of(elements, wrapped=False)
    found = titles_of(elements, pieces, reading_order(pieces).chains)
    return {chain: "".join(block.text for block in mark.title) for chain, mark in found.items()}


def test_a_title_belongs_to_the_text_under_it():
    assert titles(title("矿灯的账"), block(LAMPS), END, title("职工的图书"), block(BOOKS)) == {
        0: "矿灯的账",
        1: "职工的图书",
    }


def test_a_title_that_tells_nothing_belongs_to_the_text_under_it():
    assert titles(title("三十年"), block(LAMPS), title("在一楼"), block(BOOKS)) == {0: "三十年", 1: "在一楼"}


def test_a_title_goes_to_the_text_above_that_holds_its_words():
    assert titles(block(LAMPS), END, title("擦矿灯、记矿灯的账"), block(BOOKS)) == {0: "擦矿灯、记矿灯的账"}


def test_a_title_without_a_byline_needs_more_of_its_words_above():
    above = (block(LAMPS), END)
    assert titles(*above, title("矿灯编号怎样挂"), block(BOOKS)) == {0: "矿灯编号怎样挂"}
    assert titles(*above, title("矿灯编号怎样挂", None), block(BOOKS)) == {1: "矿灯编号怎样挂"}


def test_titles_trail_on_a_page_that_begins_with_a_text_and_ends_with_a_title():
    assert titles(block(LAMPS), title("三十年"), block(BOOKS), title("在一楼")) == {0: "三十年", 1: "在一楼"}


def test_a_title_that_stands_apart_goes_to_the_untitled_article_with_its_words():
    page = (title("职工的图书"), block(CANTEEN), END, title("井口的热饭"), block(LAMPS), END, block(BOOKS))
    assert titles(*page)[2] == "职工的图书"


def test_a_byline_under_an_article_joins_the_title_over_it():
    elements = (title("矿灯的账", None), block(LAMPS), title("", BY))
    pieces = pieces_of(elements, wrapped=False)
    found = titles_of(elements, pieces, reading_order(pieces).chains)
    assert (found[0].title, found[0].byline) == (elements[0].title, BY)


def test_no_article_gets_two_titles_and_no_title_two_articles():
    assert titles(title("矿灯的账"), title("擦矿灯的人"), block(LAMPS)) in (
        {0: "矿灯的账"},
        {0: "擦矿灯的人"},
    )
    assert titles(block(LAMPS), END, block(BOOKS), END, title("矿灯与图书")).keys() == {1}


def test_a_page_without_titles_gives_none():
    assert titles(block(LAMPS), END, block(BOOKS)) == {}
    assert titles(title("矿灯的账")) == {}
