from dataclasses import replace

import pytest

from rag.corpus.article import Article
from rag.corpus.articles import articles_of
from rag.corpus.page import Landmark, LandmarkKind, Page
from rag.errors import Words
from rag.place import place_of
from rag.text.spans import Span

TEXT = "船每天开航。\n夜里停航。\n周二开课。"
PAGES = tuple(Landmark(start, LandmarkKind.PAGE, number) for start, number in ((0, 3), (7, 4), (13, 6)))


@pytest.fixture
def article() -> Article:
    (found,) = articles_of(Page("报.pdf", None, TEXT, landmarks=PAGES))
    return found


def said(article: Article, *pieces: tuple[int, int]) -> str | None:
    place = place_of(article, [Span(*piece) for piece in pieces])
    return place.zh if place else None


def test_a_quotation_is_on_its_page(article: Article):
    assert said(article, (0, 6)) == "第 3 页"
    assert said(article, (7, 12)) == "第 4 页"
    assert said(article, (18, 19)) == "第 6 页"


def test_one_that_goes_over_the_page_is_on_both(article: Article):
    assert said(article, (3, 9)) == "第 3–4 页"
    assert said(article, (0, 6), (13, 18)) == "第 3–6 页"


def test_the_line_feed_at_the_end_belongs_to_its_page(article: Article):
    assert said(article, (0, 7)) == "第 3 页"


def test_parts_of_a_book_have_their_own_word(article: Article):
    book = replace(article, landmarks=(Landmark(0, LandmarkKind.PART, 2),))
    assert place_of(book, [Span(0, 3)]) == Words("第 2 部分", "part 2")


def test_plain_text_and_fields_have_no_page(article: Article):
    assert said(replace(article, landmarks=()), (0, 6)) is None
    assert said(article) is None
