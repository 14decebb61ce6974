from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.answering.quote import prove, quote_body, quote_label
from rag.assistant import Assistant
from rag.corpus.article import Article, SourceText
from rag.errors import QuoteMismatch
from rag.text.spans import Span, without_layout

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle

NAMES = st.sampled_from(["渡口", "食堂", "巡线"])


def span_of(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


@settings(deadline=None, max_examples=40)
@given(NAMES, st.integers(0, 10_000), st.integers(1, 200))
def test_any_span_of_any_article_is_quoted_as_its_pieces_say(
    assistant: Assistant, by_name: dict[str, Article], name: str, start: int, length: int
):
    article = by_name[name]
    source = assistant.snapshot().source(article)
    start %= len(article.text)
    span = Span(start, min(len(article.text), start + length))
    if not span.slice(article.text).strip():
        return
    quote = quote_body(article, span)
    said = "".join(piece.slice(source) for piece in quote.pieces)
    assert without_layout(said) == without_layout(quote.text)
    assert prove(quote, source) is quote
    assert quote.text == quote.text.strip()
    assert "\n" not in quote.text


def test_a_word_wrapped_in_the_file_is_quoted_whole(assistant: Assistant, by_name: dict[str, Article]):
    article = by_name["食堂"]
    quote = quote_body(article, span_of(article, "段有粮"))
    source = assistant.snapshot().source(article)
    assert quote.text == "段有粮"
    assert "".join(piece.slice(source) for piece in quote.pieces) == "段有\n粮"


def test_white_space_at_both_ends_is_not_quoted(make_article: MakeArticle):
    article = make_article("渡口平安。", "江上平安。")
    quote = quote_body(article, Span(5, 9))
    assert (quote.text, quote.span, quote.pieces) == ("江上平", Span(6, 9), (Span(6, 9),))


def test_a_quotation_over_two_paragraphs_closes_the_break(make_article: MakeArticle):
    article = make_article("渡口平安。", "江上平安。")
    assert quote_body(article, Span(2, 8)).text == "平安。江上"


@pytest.mark.parametrize("span", [Span(5, 6), Span(3, 3)])
def test_a_span_without_words_cannot_be_quoted(make_article: MakeArticle, span: Span):
    with pytest.raises(ValueError, match="nothing to quote"):
        quote_body(make_article("渡口平安。", "江上平安。"), span)


def test_an_altered_source_is_noticed(assistant: Assistant, by_name: dict[str, Article]):
    article = by_name["渡口"]
    quote = quote_body(article, span_of(article, "全年培训船员412名"))
    source = assistant.snapshot().source(article)
    with pytest.raises(QuoteMismatch, match=r"渡口\.md"):
        prove(quote, source.replace("412", "421"))
    with pytest.raises(QuoteMismatch):
        prove(replace(quote, text="全年培训船员421名"), source)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000), st.sampled_from("甲乙丙丁"))
def test_any_other_character_at_its_place_is_noticed(
    assistant: Assistant, by_name: dict[str, Article], at: int, other: str
):
    article = by_name["渡口"]
    quote = quote_body(article, span_of(article, "夜校讲授航道知识、消防技能、急救方法等内容。"))
    source = assistant.snapshot().source(article)
    place = quote.pieces[0].start + at % quote.pieces[0].length
    with pytest.raises(QuoteMismatch):
        prove(quote, source[:place] + other + source[place + 1 :])


def test_a_title_is_quoted_from_its_place_in_the_page(assistant: Assistant, by_name: dict[str, Article]):
    article = by_name["渡口"]
    assert article.title
    quote = quote_label(article, article.title)
    assert (quote.text, quote.span) == ("把安全写在渡口上", None)
    assert prove(quote, assistant.snapshot().source(article)) is quote


def test_a_field_beside_the_text_has_no_place_to_prove(make_article: MakeArticle):
    quote = quote_label(make_article("渡口平安。"), SourceText("程野", ()))
    assert quote.pieces == ()
    assert prove(quote, "别的文字") is quote
