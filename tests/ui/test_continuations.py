from collections.abc import Callable
from dataclasses import replace

import pytest

from rag.answering.answer import (
    AboutAnswer,
    Abstention,
    AbstentionKind,
    AnswerItem,
    DefinitionAnswer,
    FactAnswer,
    ListAnswer,
    OutlineAnswer,
    PassageAnswer,
    QuestionKind,
)
from rag.answering.quote import Quote, quote_body, quote_label
from rag.corpus.article import Article
from rag.errors import Words
from rag.reply import Reply
from ui.continuations import MOST_OFFERED, adds, continuations, leading_on

QuoteOf = Callable[[Article, str], Quote]
Items = Callable[..., tuple[AnswerItem, ...]]
MakeReply = Callable[..., Reply]

REFUSED = Abstention(AbstentionKind.NO_SENTENCE, Words("没有", "none"))
ITEMS = ("（一）推行三交三查制度", "（二）开办井口课堂")


def offered(reply: Reply) -> list[str]:
    return [words.zh for words in continuations(reply)]


@pytest.fixture
def listed(mine: Article, quote: QuoteOf, items: Items) -> ListAnswer:
    return ListAnswer(items(*(quote(mine, words) for words in ITEMS)), None, None)


def test_of_a_list_each_item_can_be_asked_about(listed: ListAnswer, reply: MakeReply):
    assert offered(reply(listed)) == ["第一点具体说说", "第二点具体说说"]
    assert [words.en for words in continuations(reply(listed))] == ["More on item 1", "More on item 2"]


def test_of_a_long_list_only_the_first_items(mine: Article, quote: QuoteOf, items: Items, reply: MakeReply):
    words = ("现场", "交接", "不细", "培训", "内容")
    answer = ListAnswer(items(*(quote(mine, one) for one in words)), None, None)
    assert offered(reply(answer)) == ["第一点具体说说", "第二点具体说说", "第三点具体说说"]


def test_a_list_that_lacks_items_is_first_asked_for_them(listed: ListAnswer, reply: MakeReply):
    assert offered(reply(replace(listed, promised=3)))[0] == "还有呢？"
    assert offered(reply(replace(listed, promised=2)))[0] == "第一点具体说说"


def test_of_an_outline_each_part_can_be_asked_about(mine: Article, items: Items, reply: MakeReply):
    headings = [quote_body(mine, section.heading) for section in mine.sections[:2]]
    assert offered(reply(OutlineAnswer(items(*headings), (1, 1)))) == [
        "第一部分讲了什么？",
        "第二部分讲了什么？",
        "这篇文章是谁写的？",
        "作者是哪个单位的？",
    ]


def test_of_an_article_what_was_not_told_yet(mine: Article, items: Items, reply: MakeReply):
    assert mine.title
    assert mine.author
    title, author = quote_label(mine, mine.title), quote_label(mine, mine.author)
    assert offered(reply(AboutAnswer(items(title)))) == [
        "这篇文章是谁写的？",
        "作者是哪个单位的？",
        "这篇文章分哪几部分？",
    ]
    assert offered(reply(AboutAnswer(items(author)))) == ["作者是哪个单位的？", "这篇文章分哪几部分？"]


def test_of_a_page_that_names_nobody_nobody_is_asked_for(notice: Article, items: Items, reply: MakeReply):
    assert offered(reply(AboutAnswer(items(quote_body(notice, notice.body))), notice)) == []


def test_of_several_articles_none_is_meant_by_this_article(
    mine: Article, notice: Article, items: Items, reply: MakeReply
):
    assert mine.title
    told = reply(AboutAnswer(items(quote_label(mine, mine.title), quote_label(mine, mine.title))))
    several = (told.citations[0], replace(told.citations[1], article=notice))
    assert offered(replace(told, citations=several)) == []


@pytest.mark.parametrize("kind", [FactAnswer, DefinitionAnswer, PassageAnswer])
def test_only_a_way_or_a_reason_may_have_its_like(
    kind: type, mine: Article, quote: QuoteOf, items: Items, reply: MakeReply
):
    told = reply(kind(items(quote(mine, "现场交接不细"))))
    assert offered(replace(told, kind=QuestionKind.WHY)) == ["详细说说", "还有呢？", "这篇文章分哪几部分？"]
    assert offered(replace(told, kind=QuestionKind.NUMBER)) == ["详细说说", "这篇文章分哪几部分？"]


def test_after_a_refusal_nothing_is_offered(reply: MakeReply):
    assert offered(reply(REFUSED)) == []


@pytest.fixture
def saying(mine: Article, quote: QuoteOf, items: Items, reply: MakeReply) -> Callable[..., Reply]:
    """A reply that quotes these words."""
    return lambda *words: reply(PassageAnswer(items(*(quote(mine, one) for one in words))))


def test_other_words_of_the_same_article_are_new(saying: Callable[..., Reply]):
    assert adds(saying("现场交接不细"), saying("培训内容陈旧"))


@pytest.mark.parametrize(
    "later", ["培训内容陈旧", "培训内容", "现场交接不细，培训内容陈旧。", "细，培训内容陈旧。"]
)
def test_the_same_words_with_a_little_around_them_are_not_new(later: str, saying: Callable[..., Reply]):
    assert not adds(saying(later), saying("培训内容陈旧", "现场交接不细"))


def test_the_same_words_with_much_behind_them_are_new(saying: Callable[..., Reply]):
    assert adds(saying("（二）开办井口课堂 每天班前用十五分钟讲一个案例。"), saying("开办井口课堂"))


def test_a_refusal_and_another_article_add_nothing(
    notice: Article, quote: QuoteOf, items: Items, reply: MakeReply, saying: Callable[..., Reply]
):
    elsewhere = reply(PassageAnswer(items(quote(notice, "重要"))), notice)
    assert not adds(reply(REFUSED), saying("培训内容陈旧"))
    assert not adds(elsewhere, saying("培训内容陈旧"))


def test_only_continuations_that_lead_on_are_offered(
    listed: ListAnswer, reply: MakeReply, saying: Callable[..., Reply]
):
    answers = {
        "还有呢？": saying(ITEMS[0]),
        "第一点具体说说": saying("整改率百分之百"),
        "第二点具体说说": reply(REFUSED),
    }
    led = leading_on(reply(replace(listed, promised=3)), answers.__getitem__)
    assert [words.zh for words in led] == ["第一点具体说说"]


def test_no_more_is_tried_than_is_offered(
    mine: Article, quote: QuoteOf, items: Items, reply: MakeReply, saying: Callable[..., Reply]
):
    answer = ListAnswer(items(*(quote(mine, one) for one in ("现场", "交接", "不细"))), None, 9)
    tried: list[str] = []

    def ask(question: str) -> Reply:
        tried.append(question)
        return saying("整改率百分之百")

    assert len(leading_on(reply(answer), ask)) == MOST_OFFERED == len(tried)
