from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.answering import about_table
from rag.answering.about_table import AboutCue
from rag.answering.articles_meant import articles_meant
from rag.answering.asked import Asked
from rag.answering.corpus_view import CorpusView, card_of
from rag.corpus.article import Article, Imprint, SourceText
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


def test_each_cue_has_its_own_example():
    assert len({cue.example for cue in CUES}) == len(CUES) == 12


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
    assert meant(of_library(asked_of("梁守江写过什么文章?"), first, second)) == ["甲", "乙"]
    assert len(meant(of_library(asked_of("梁守江的那篇叫什么?"), first, second))) == 1


def test_the_article_spoken_of_is_not_among_the_others_of_its_author(
    asked_of: AskedOf, make_article: MakeArticle
):
    first = make_article("渡口平安。", article_id="甲", title="渡口平安", author="梁守江")
    second = make_article("江上行船。", article_id="乙", title="江上行船", author="梁守江")
    for question in ("他还写过别的文章吗?", "梁守江还写过别的文章吗?"):
        asked = of_library(asked_of(question, focus="甲"), first, second)
        asked.corpus.__dict__["key"] = lambda article_id: article_id
        assert meant(asked) == ["乙"]


def test_a_short_name_inside_other_words_is_nobodys(asked_of: AskedOf, make_article: MakeArticle):
    article = make_article("食堂开饭。", title="夜班食堂", author="高明")
    assert meant(of_library(asked_of("高明的办法能不能用到渡口安全和船员培训当中?"), article)) == []
    assert meant(of_library(asked_of("高明写过什么?"), article)) == ["甲"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("青湾市有哪些单位写了文章?", ["甲", "乙"]),  # the place, with or without its last character
        ("青湾航运集团的作者有哪些?", ["甲"]),
        (
            "青湾市渔业养殖、冷链运输、船员培训的文章有哪些?",
            [],
        ),  # what is about the place is not by its units
    ],
)
def test_where_several_are_asked_for_the_beginning_of_a_unit_is_enough(
    asked_of: AskedOf, make_article: MakeArticle, question: str, expected: list[str]
):
    one = make_article("渡口平安。", article_id="甲", title="渡口平安", affiliation="青湾航运集团渡口管理所")
    other = make_article("江上行船。", article_id="乙", title="江上行船", affiliation="青湾市总工会")
    third = make_article("炉火正旺。", article_id="丙", title="炉火正旺", affiliation="白石机床厂")
    assert meant(of_library(asked_of(question), one, other, third)) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("江岸周报登了哪些文章?", ["甲", "乙"]),
        ("江岸周报上行船的那篇叫什么?", ["乙"]),
        ("2024年发表的文章有哪些?", ["乙", "丙"]),
        ("2024年5月发表的文章有哪些?", ["丙"]),
    ],
)
def test_the_newspaper_the_year_and_the_month_name_articles(
    asked_of: AskedOf, make_article: MakeArticle, question: str, expected: list[str]
):
    def printed(article_id: str, title: str, newspaper: str, date: str) -> Article:
        imprint = Imprint(newspaper=SourceText(newspaper, ()), date=SourceText(date, ()))
        return replace(make_article(title, article_id=article_id, title=title), imprint=imprint)

    library = (
        printed("甲", "渡口平安", "江岸周报", "2023-02-01"),
        printed("乙", "江上行船", "江岸周报", "2024-03-01"),
        printed("丙", "炉火正旺", "机床工人", "2024年5月6日"),
    )
    assert meant(of_library(asked_of(question), *library)) == expected


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
