from __future__ import annotations

from typing import TYPE_CHECKING

from rag.answering.answer import FactAnswer
from rag.answering.items import Draft, citations_of, numbered
from rag.answering.quote import quote_body, quote_label
from rag.corpus.article import Article, SourceText
from rag.text.spans import Span

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle


def draft(article: Article, words: str, lit: Span | None = None) -> Draft:
    start = article.text.index(words)
    return Draft(quote_body(article, Span(start, start + len(words))), 1.5, lit)


def test_items_are_numbered_from_1_in_their_order(make_article: MakeArticle):
    article = make_article("夜校开课。", "食堂开饭。")
    items = numbered([draft(article, "食堂"), draft(article, "夜校", Span(0, 1))])
    assert [(i.quote.text, i.citation, i.score, i.lit) for i in items] == [
        ("食堂", 1, 1.5, None),
        ("夜校", 2, 1.5, Span(0, 1)),
    ]


def test_a_repeated_place_is_shown_once(make_article: MakeArticle):
    article = make_article("夜校开课。", "食堂开饭。")
    items = numbered([draft(article, "食堂"), draft(article, "食堂"), draft(article, "夜校")])
    assert [(i.quote.text, i.citation) for i in items] == [("食堂", 1), ("夜校", 2)]


def test_equal_words_at_two_places_or_in_two_articles_are_two_items(make_article: MakeArticle):
    one, other = make_article("夜校。", "食堂。夜校。"), make_article("夜校。", article_id="乙")
    again = Draft(quote_body(one, Span(7, 9)), 1.0)
    assert [i.quote.text for i in numbered([draft(one, "夜校"), again, draft(other, "夜校")])] == ["夜校"] * 3


def test_fields_without_a_place_are_told_apart_by_their_words(make_article: MakeArticle):
    article = make_article("夜校。")
    labels = [SourceText("程野", ()), SourceText("北岭供电所", ()), SourceText("程野", ())]
    items = numbered(Draft(quote_label(article, label), 1.0) for label in labels)
    assert [i.quote.text for i in items] == ["程野", "北岭供电所"]


def test_nothing_drafted_is_no_item():
    assert numbered([]) == ()


def test_there_is_one_citation_an_item_with_the_headings_above_it(make_article: MakeArticle):
    article = make_article("引子。", "一、夜校", "(一)开课", "每周二开课。", title="渡口")
    assert article.title
    drafts = [
        draft(article, "每周二"),
        Draft(quote_label(article, article.title), 1.0),
        draft(article, "引子"),
    ]
    answer = FactAnswer(numbered(drafts))
    citations = citations_of(answer, {article.article_id: article})
    assert [(c.number, c.path, c.quote.text) for c in citations] == [
        (1, ("一、夜校", "(一)开课"), "每周二"),
        (2, (), "渡口"),
        (3, (), "引子"),
    ]
    assert all(c.article is article for c in citations)
