from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.answering import about_table
from rag.answering.about_table import AboutCue
from rag.answering.articles_meant import articles_meant
from rag.answering.asked import Asked
from rag.answering.corpus_view import CorpusView, card_of
from rag.corpus.article import Article
from rag.text.normalise import fold

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle
    from tests.rag.conftest import AskedOf

CUES = [cue for cue in vars(about_table).values() if isinstance(cue, AboutCue)]


def of_library(asked: Asked, *articles: Article) -> Asked:
    """The same question asked of a library of these articles."""
    library = CorpusView(asked.corpus.snapshot)
    library.__dict__["cards"] = tuple(map(card_of, articles))
    return replace(asked, corpus=library)


def meant(asked: Asked) -> list[str]:
    return [article.article_id for article in articles_meant(asked)]


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.example)
def test_the_example_of_a_cue_holds_its_words(cue: AboutCue):
    assert cue.pattern.search(fold(cue.example))


def test_there_is_a_cue_for_number_notice_article_unit_title_and_the_one_spoken_of():
    assert len(CUES) == 6


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("罗小满写过什么?", ["甲"]),
        ("罗小蛮写过什么?", ["甲"]),  # a slip in the given name
        ("骆小满写过什么?", []),  # another surname is another person
        ("罗罗小蛮写过什么?", ["甲"]),  # the surname's first place is not the name's
    ],
)
def test_an_author_is_known_by_surname_and_all_but_one_character(
    asked_of: AskedOf, make_article: MakeArticle, question: str, expected: list[str]
):
    article = make_article("食堂开饭。", title="夜班食堂", author="罗小满")
    assert meant(of_library(asked_of(question), article)) == expected


def test_a_shared_author_brings_every_article_only_where_several_are_asked_for(
    asked_of: AskedOf, make_article: MakeArticle
):
    first = make_article("渡口平安。", article_id="甲", title="渡口平安", author="沈渡,梁守江")
    second = make_article("江上行船。", article_id="乙", title="江上行船", author="梁守江")
    asked = of_library(asked_of("梁守江写过哪几篇文章?"), first, second)
    assert meant(asked) == ["甲", "乙"]
    assert len(meant(of_library(asked_of("梁守江写过什么文章?"), first, second))) == 1


@pytest.mark.parametrize("question", ["沈渡写过什么文章?", "罗小满写过什么文章?", "罗小蛮写过什么文章?"])
def test_each_of_several_authors_names_the_article(
    asked_of: AskedOf, make_article: MakeArticle, question: str
):
    other = make_article("食堂开饭。", article_id="乙", title="夜班食堂", author="程野")
    both = make_article("渡口平安。", article_id="甲", title="渡口平安", author="沈渡 罗小满")
    assert meant(of_library(asked_of(question), other, both)) == ["甲"]


def test_the_unit_that_shares_most_with_the_question_is_meant(asked_of: AskedOf, make_article: MakeArticle):
    one = make_article("渡口平安。", article_id="甲", title="渡口平安", affiliation="青湾航运有限公司")
    other = make_article(
        "食堂开饭。", article_id="乙", title="夜班食堂", affiliation="青湾航运集团船舶修理厂"
    )
    asked = of_library(asked_of("青湾航运集团船舶修理厂有哪些文章?"), one, other)
    assert meant(asked) == ["乙"]


def test_the_others_of_a_unit_leave_out_the_article_spoken_of(asked_of: AskedOf, make_article: MakeArticle):
    articles = [
        make_article("渡口平安。", article_id=name, title=f"渡口平安之{name}", affiliation=unit)
        for name, unit in [("甲", "青湾航运公司"), ("乙", "青湾航运公司"), ("丙", "白石机床厂")]
    ]
    asked = of_library(asked_of("他们单位还有谁写过文章?", focus="甲"), *articles)
    assert meant(asked) == ["乙"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [("《渡口安全新》罗小满在哪里工作?", ["乙"]), ("《渡口安全新篇》罗小满在哪里工作?", ["甲"])],
)
def test_only_a_longer_part_of_a_title_goes_before_the_author(
    asked_of: AskedOf, make_article: MakeArticle, question: str, expected: list[str]
):
    ferry = make_article("行船。", article_id="甲", title="江上渡口安全新篇章", author="沈渡")
    canteen = make_article("食堂开饭。", article_id="乙", title="夜班食堂", author="罗小满")
    assert meant(of_library(asked_of(question), ferry, canteen)) == expected
