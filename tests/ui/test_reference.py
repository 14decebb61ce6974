from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.quote import Quote, quote_label
from rag.corpus.article import Article
from rag.text.spans import Span
from ui.reference import Label, Reference, label_of, parse_reference, reference_to

places = st.one_of(
    st.sampled_from(Label),
    st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)).map(lambda two: Span(two[0], two[0] + two[1])),
)


@given(st.from_regex(r"[0-9a-f]{12}", fullmatch=True), st.integers(1, 9999), places)
def test_a_reference_written_out_is_read_back(article_id: str, number: int, place: Span | Label):
    reference = Reference(article_id, number, place)
    assert parse_reference(str(reference)) == reference


@pytest.mark.parametrize(
    "text",
    ["", "a1", "a1.1", "a1.1.", "a1.1.5-5", "a1.1.9-5", "a1.1.body", "a1.x.1-2", "../etc.1.1-2", "a1.1.1-2\n",
     "a1.1.１-２", "a1.1.-1-2", "a1.1.1-9999999999", "a" * 81 + ".1.1-2"],
)  # fmt: skip
def test_what_is_no_reference_is_refused(text: str):
    assert parse_reference(text) is None


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error(text: str):
    parse_reference(text)


def test_the_author_is_known_by_its_words_and_place(mine: Article):
    assert mine.author
    assert label_of(quote_label(mine, mine.author), mine) is Label.AUTHOR


def test_a_quotation_of_the_text_is_no_label(mine: Article, quote: Callable[[Article, str], Quote]):
    words = quote(mine, "846条")
    assert label_of(words, mine) is None
    assert reference_to(words, mine, 2) == Reference("a1b2c3", 2, words.span or Span(0, 0))


def test_a_link_carries_the_reference(mine: Article):
    assert mine.title
    assert reference_to(quote_label(mine, mine.title), mine, 1).href == "#cite=a1b2c3.1.title"
