from collections.abc import Callable

from rag.corpus.article import Article
from rag.wording.candidates import candidates
from rag.wording.dictionary import Dictionary, dictionary_of
from tests.rag.answering.conftest import make_article

__all__ = ["make_article"]


def test_what_the_articles_call_short_is_offered_with_its_full_form(make_article: Callable[..., Article]):
    article = make_article("职工代表大会（以下简称“职代会”）每年召开。")
    (found,) = candidates([article], Dictionary())
    assert (found.entry, found.kind, found.count) == ("职代会 = 职工代表大会", "short", 1)
    assert found.article_id == article.article_id
    assert found.span.slice(article.text) == "职工代表大会（以下简称“职代会”）每年召开。"


def test_quoted_phrases_are_offered_once_they_are_used_often(make_article: Callable[..., Article]):
    article = make_article(
        "评“红旗渡”。", "挂“红旗渡”。", "说“三必到”。", "做“三必到”。", "争“红旗渡”。", "看“水上门”。"
    )
    found = [(one.entry, one.kind, one.count) for one in candidates([article], Dictionary())]
    assert found == [("红旗渡", "quoted", 3), ("三必到", "numbered", 2)]


def test_what_the_dictionary_knows_is_not_offered(make_article: Callable[..., Article]):
    article = make_article("说“三必到”。", "做“三必到”。")
    assert candidates([article], dictionary_of(["三必到"])) == ()
