from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rag.answering.corpus_view import CorpusView, card_of
from rag.answering.doubt import absent_words
from rag.assistant import Assistant

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle
    from tests.rag.conftest import AskedOf


def test_a_card_holds_the_labels_folded(make_article: MakeArticle):
    article = make_article(
        "一、渡口 平安", "开课。", title="「渡口」平安", author="沈渡", affiliation="青湾航运有限公司"
    )
    card = card_of(article)
    assert (card.title, card.author, card.affiliation) == ('"渡口"平安', "沈渡", "青湾航运有限公司")
    assert card.headings == "一、渡口平安"
    assert card.labels == '"渡口"平安\n沈渡\n青湾航运有限公司'


def test_what_the_page_does_not_give_is_empty(make_article: MakeArticle):
    card = card_of(make_article("开课。"))
    assert (card.title, card.names, card.unit_core, card.headings) == ("", (), "", "")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("沈渡", ("沈渡",)),
        ("沈渡、罗小满", ("沈渡", "罗小满")),
        ("沈渡 罗小满", ("沈渡", "罗小满")),
        ("李 林；程野", ("李林", "程野")),
        ("佚", ()),
    ],
)
def test_names_are_parted_at_marks_and_at_white_space_outside_a_name(
    make_article: MakeArticle, author: str, names: tuple[str, ...]
):
    assert card_of(make_article("开课。", author=author)).names == names


@pytest.mark.parametrize(
    ("affiliation", "core"),
    [
        ("青湾航运有限公司", "青湾航运"),
        ("青湾航运集团有限责任公司", "青湾航运"),
        ("青湾航运股份有限公司", "青湾航运"),
        ("公司办公室", "公司办公室"),
    ],
)
def test_a_unit_is_known_without_company(make_article: MakeArticle, affiliation: str, core: str):
    assert card_of(make_article("开课。", affiliation=affiliation)).unit_core == core


def test_a_view_has_a_card_for_each_article_in_order(assistant: Assistant):
    corpus = CorpusView(assistant.snapshot())
    assert [card.article for card in corpus.cards] == list(assistant.snapshot().articles())


def test_a_view_knows_its_words_and_finds_the_rare_ones_rarer(assistant: Assistant):
    corpus = CorpusView(assistant.snapshot())
    assert (corpus.knows("渡口"), corpus.knows("火星")) == (True, False)
    assert corpus.idf("抛绳器", "words") > corpus.idf("渡口", "words")


def test_an_author_who_stands_in_no_text_is_not_called_unknown(assistant: Assistant, asked_of: AskedOf):
    assert not assistant.snapshot().lexical.knows("罗小满")
    assert CorpusView(assistant.snapshot()).knows("罗小满")
    assert absent_words(asked_of("罗小满知道火星吗?")) == ("火星",)
