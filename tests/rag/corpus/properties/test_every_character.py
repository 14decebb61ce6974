"""Where is each character of a page when its articles have been read?

Each printed word is in one place: in the text of an article, in its title, byline or unit, in a dropped line, or in a
foreign passage. A kicker and a head that no article got stand among the elements of the page; the words around names
(本报记者, 作者单位：) and Markdown marks are in no field, and neither is the second copy of a passage that stands alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.pages.ink import Role
from eval.pages.mess import KINDS
from eval.pages.page import Page as MadePage
from eval.pages.page import make_page
from eval.pages.recipes import recipe
from rag.corpus.articles import articles_read
from rag.corpus.layout.blocks import Block
from rag.corpus.layout.marks import TitleMark
from rag.corpus.page import Page
from rag.corpus.page_reading import PageReading, read_page
from rag.text.spans import Span

SAID = (Role.BODY, Role.TITLE, Role.KICKER, Role.AUTHOR, Role.AFFILIATION, Role.BIO)
"""What is said by someone, of which nothing may be lost."""
MESS = st.sets(st.sampled_from(sorted(KINDS)), min_size=1, max_size=4)


def messy(number: int, kinds: Iterable[str]) -> MadePage:
    return make_page("版", recipe(tuple(sorted(kinds)), 1 + number % 4), Random(number))


def reading(page: MadePage) -> PageReading:
    return read_page(Page("报纸.txt", None, page.text))


def in_fields(read: PageReading) -> Iterator[Span]:
    """What stands in the fields of articles."""
    for article in articles_read(read):
        yield from article.pieces(Span(0, len(article.text)))
        for label in filter(None, (article.title, article.author, article.affiliation)):
            yield from label.pieces


def left_out(read: PageReading) -> Iterator[Span]:
    """What stands in dropped lines and foreign passages."""
    foreign = [block for part in read.parts for block in part.foreign]
    for one in (*read.dropped, *foreign):
        yield from one.strand.kept


def in_heads(read: PageReading) -> Iterator[Span]:
    """What stands in kickers and in heads that no article got, the names with the title."""
    given_away = {id(mark) for mark in read.titles.values()}
    for mark in read.elements:
        if not isinstance(mark, TitleMark):
            continue
        for block in (mark.kicker, *(() if id(mark) in given_away else mark.title)):
            yield from block.strand.kept if block else ()
        for label in (mark.byline.author, mark.byline.affiliation) if mark.byline else ():
            yield from label.pieces if label else ()


def printed(spans: Iterable[Span], text: str) -> list[int]:
    return [at for span in spans for at in range(*span) if not text[at].isspace()]


@settings(settings.get_profile("pages"))
@given(st.integers(0, 10**6), MESS)
def test_no_character_is_in_two_places(number: int, kinds: set[str]):
    page = messy(number, kinds)
    read = reading(page)
    places = Counter(printed([*in_fields(read), *left_out(read)], page.text))
    assert {page.text[at] for at, times in places.items() if times > 1} == set()


@settings(settings.get_profile("pages"))
@given(st.integers(0, 10**6), MESS)
def test_no_word_that_someone_said_is_lost(number: int, kinds: set[str]):
    page = messy(number, kinds)
    read = reading(page)
    known = set(printed([*in_fields(read), *left_out(read), *in_heads(read)], page.text))
    said = [Span(one.start, one.end) for one in page.inks if one.ink.role in SAID]
    assert [at for at in printed(said, page.text) if at not in known and page.text[at] not in "#*—"] == []


@settings(settings.get_profile("pages"))
@given(st.integers(0, 10**6), st.sampled_from((0, 20, 28)))
def test_a_piece_begins_in_the_block_of_its_place(drawn: Callable, number: int, width: int):
    gap = "single" if width else "blank"
    read = reading(drawn(number, articles=2, flow="interleaved", width=width, gap=gap))
    for piece in read.pieces:
        block = read.elements[piece.at]
        assert isinstance(block, Block)
        assert piece.blocks[0].text in block.text


@pytest.mark.parametrize("kind", ["biography", "journal-front", "title-kicker-and-subtitle"])
def test_nothing_is_lost_on_a_page_with_one_kind_of_mess(kind: str):
    page = messy(7, [kind])
    read = reading(page)
    known = set(printed([*in_fields(read), *left_out(read), *in_heads(read)], page.text))
    assert {page.text[at] for at in printed([Span(0, len(page.text))], page.text) if at not in known} <= set(
        "■：作者简介#*—"
    )
