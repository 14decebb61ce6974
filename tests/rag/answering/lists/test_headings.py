from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.answering.lists.candidate import ListCandidate, Place
from rag.answering.lists.headings import heading_lists, item_span, nodes
from rag.corpus.article import Article, Section
from rag.text.spans import Span

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle
    from tests.rag.answering.lists.conftest import Wanted

LINES = (
    "渡口要平安。",
    "一、渡口安全存在的短板",
    "(一)培训流于形式。",
    "课堂上念文件。",
    "(二)设备年久失修",
    "绳子一拉就断。",
    "二、加强渡口安全的路径",
    "(一)办好夜校",
    "每周二开课。",
    "三、结语",
    "江上才平安。",
)


@pytest.fixture
def ferry(make_article: MakeArticle) -> Article:
    return make_article(*LINES, title="把安全写在渡口上")


def items_of(candidate: ListCandidate) -> list[str]:
    return [item.slice(candidate.article.text) for item in candidate.items]


def headings_of(article: Article) -> list[tuple[str, list[str]]]:
    def words(section: Section) -> str:
        return item_span(article, section).slice(article.text)

    return [
        (words(node.section) if node.section else "", [words(child) for child in node.children])
        for node in nodes(article)
    ]


def test_the_article_and_every_heading_with_two_below_are_nodes(ferry: Article):
    assert headings_of(ferry) == [
        ("", ["渡口安全存在的短板", "加强渡口安全的路径"]),
        ("渡口安全存在的短板", ["培训流于形式", "设备年久失修"]),
    ]


def test_an_article_without_headings_makes_no_list(make_article: MakeArticle):
    assert list(nodes(make_article("渡口要平安。"))) == []


def test_only_the_headings_directly_below_are_the_points(make_article: MakeArticle):
    article = make_article("一、路径", "(一)夜校", "1.课程", "2.师资", "(二)设备", "3.救生衣")
    assert headings_of(article) == [("路径", ["夜校", "设备"]), ("夜校", ["课程", "师资"])]


@pytest.mark.parametrize(
    ("heading", "item"),
    [
        ("一、夯实基础", "夯实基础"),
        ("（二）设备年久失修。", "设备年久失修"),
        ("1. 办好夜校：", "办好夜校"),
        ("第三章 监督", "监督"),
        ("三、", ""),
    ],
)
def test_an_item_is_the_heading_without_its_number_and_closing_mark(
    make_article: MakeArticle, heading: str, item: str
):
    article = make_article(heading, "正文在此。")
    assert item_span(article, article.sections[0]).slice(article.text) == item


def lists_of(question: str, article: Article, wanted: Wanted, liked: Place) -> list[ListCandidate]:
    return list(heading_lists(wanted(question), article, liked))


def test_the_headings_are_lists_led_by_the_heading_above(ferry: Article, wanted: Wanted, liked: Place):
    parts, points = lists_of("渡口安全有哪些短板?", ferry, wanted, liked)
    assert (parts.lead, parts.features.root) == (None, 1.0)
    assert items_of(points) == ["培训流于形式", "设备年久失修"]
    assert points.lead is not None
    assert points.lead.slice(ferry.text) == "一、渡口安全存在的短板"


def test_a_heading_of_the_aspect_asked_for_is_told_from_another(ferry: Article, wanted: Wanted, liked: Place):
    asked_for = lists_of("渡口安全有哪些短板?", ferry, wanted, liked)[1]
    another = lists_of("渡口安全有哪些路径?", ferry, wanted, liked)[1]
    assert (asked_for.features.same_aspect, asked_for.features.other_aspect) == (1.0, 0.0)
    assert (another.features.same_aspect, another.features.other_aspect) == (0.0, 1.0)
    assert asked_for.score > another.score


def test_the_number_asked_for_is_held_against_the_number_of_items(
    ferry: Article, wanted: Wanted, liked: Place
):
    two = lists_of("渡口安全有哪两个短板?", ferry, wanted, liked)[1].features
    five = lists_of("渡口安全有哪五个短板?", ferry, wanted, liked)[1].features
    none = lists_of("渡口安全有哪些短板?", ferry, wanted, liked)[1].features
    fits = [(f.count_fits, f.count_differs) for f in (two, five, none)]
    assert fits == [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0)]


def test_every_feature_lies_between_0_and_1(ferry: Article, wanted: Wanted, liked: Place):
    for candidate in lists_of("渡口安全有哪两个短板?", ferry, wanted, liked):
        assert all(0 <= value <= 1 for value in candidate.features)


def test_a_first_point_that_is_no_heading_of_its_own_is_read_from_the_text(
    ferry: Article, wanted: Wanted, liked: Place
):
    parent, first, *others = ferry.sections
    told = replace(parent, body=Span(first.heading.start, others[0].heading.start))
    article = replace(ferry, sections=(told, others[0], *others))
    points = next(c for c in lists_of("渡口有哪些短板?", article, wanted, liked) if c.lead == told.heading)
    assert items_of(points) == ["培训流于形式", "设备年久失修", "设备年久失修"]
