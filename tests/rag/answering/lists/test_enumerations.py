from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from rag.answering.lists.candidate import ListCandidate, Place
from rag.answering.lists.enumerations import enumeration_lists
from rag.corpus.article import Article
from rag.text.spans import Span

if TYPE_CHECKING:
    from tests.rag.answering.conftest import MakeArticle
    from tests.rag.answering.lists.conftest import Wanted


ListsIn = Callable[..., list[ListCandidate]]


@pytest.fixture
def lists_in(wanted: Wanted, liked: Place) -> ListsIn:
    def lists(article: Article, region: Span | None = None) -> list[ListCandidate]:
        whole = region or Span(0, len(article.text))
        return list(enumeration_lists(wanted("补齐设备做了哪些事?"), article, whole, liked))

    return lists


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("一是更换救生衣,全部换新;二是添置抛绳器,每船两具;三是安装求助按钮,直通值班室。",
         ["更换救生衣,全部换新", "添置抛绳器,每船两具", "安装求助按钮,直通值班室"]),
        ("首先,更换救生衣,全部换新。其次,添置抛绳器。最后,安装求助按钮。",
         ["更换救生衣", "添置抛绳器", "安装求助按钮"]),
        ("一方面,更换全部救生衣;另一方面,添置新的抛绳器。", ["更换全部救生衣", "添置新的抛绳器"]),
        ("①更换救生衣;②添置抛绳器。", ["更换救生衣", "添置抛绳器"]),
        ("（1）更换救生衣；（2）添置抛绳器。", ["更换救生衣", "添置抛绳器"]),
        ("第一，更换救生衣。第二，添置抛绳器。", ["更换救生衣", "添置抛绳器"]),
    ],
)  # fmt: skip
def test_the_items_of_each_way_of_counting_are_their_points(
    make_article: MakeArticle, lists_in: ListsIn, text: str, items: list[str]
):
    (found,) = lists_in(make_article(text))
    assert [item.slice(text) for item in found.items] == items
    assert found.features.enumeration == 1.0


@pytest.mark.parametrize(
    ("text", "items"),
    [
        # parted by semicolons: all of a statement
        ("可以停航:（一）水位过高,缆绳吃紧的;（二）大雾的。此外不停。", ["水位过高,缆绳吃紧的", "大雾的"]),
        # but not what only explains it
        ("一是船票,如月票;二是水票。", ["船票", "水票"]),
        # the sentence that more sentences explain, where it is short
        ("一是人人会水,船船有座。去年才做到。二是夜里有灯。电费公司出。", ["人人会水,船船有座", "夜里有灯"]),
        # else the clause
        ("1.检查,包括看缆绳、看船灯。\n2.谈话,当面问清楚。", ["检查", "谈话,当面问清楚"]),
    ],
)
def test_an_item_is_a_statement_a_sentence_or_a_clause(
    make_article: MakeArticle, lists_in: ListsIn, text: str, items: list[str]
):
    (found,) = lists_in(make_article(*text.split("\n")))
    assert [item.slice(found.article.text) for item in found.items] == items


def test_a_bare_heading_announces_a_list_right_under_it(make_article: MakeArticle, lists_in: ListsIn):
    article = make_article(
        "渡口要平安。", "一、补齐设备的事", "一是更换救生衣；二是添置抛绳器。", "二、办好夜校", "每周开课。"
    )
    region = Span(article.text.index("一是"), article.text.index("二、"))
    (found,) = lists_in(article, region)
    assert (found.features.opens, found.features.lead > 0) == (1.0, True)


def test_an_item_that_begins_with_little_goes_on_to_its_next_clause(
    make_article: MakeArticle, lists_in: ListsIn
):
    text = "一是安全,人人都要会水;二是舒适,船上都要有座。"
    (found,) = lists_in(make_article(text))
    assert [item.slice(text) for item in found.items] == ["安全,人人都要会水", "舒适,船上都要有座"]


def test_the_sentence_in_front_of_the_first_item_leads_the_list(make_article: MakeArticle, lists_in: ListsIn):
    text = "去年闹过险情。公司随后补齐设备:一是更换救生衣;二是添置抛绳器。"
    (found,) = lists_in(make_article(text))
    assert found.lead is not None
    assert found.lead.slice(text) == "公司随后补齐设备"


def test_a_list_that_begins_its_region_has_no_lead(make_article: MakeArticle, lists_in: ListsIn):
    (found,) = lists_in(make_article("一是更换救生衣;二是添置抛绳器。"))
    assert found.lead is None


def test_only_the_region_is_read_and_places_count_in_the_article(
    make_article: MakeArticle, lists_in: ListsIn
):
    article = make_article("一是更换救生衣;二是添置抛绳器。", "首先,办好夜校。其次,评比渡口。")
    start = article.text.index("首先")
    (found,) = lists_in(article, Span(start, len(article.text)))
    assert [item.slice(article.text) for item in found.items] == ["办好夜校", "评比渡口"]


@pytest.mark.parametrize("text", ["", "一是更换救生衣。", "二是添置抛绳器;三是安装求助按钮。"])
def test_one_item_or_a_list_without_its_beginning_is_no_list(
    make_article: MakeArticle, lists_in: ListsIn, text: str
):
    assert lists_in(make_article(text)) == []


def test_short_items_end_where_they_end(make_article: MakeArticle, lists_in: ListsIn):
    article = make_article("口诀三条:一是慢;二是看;三是停。今年没有出过事故,大家高兴。")
    assert [[i.slice(article.text) for i in c.items] for c in lists_in(article)] == [["慢", "看", "停"]]
