import html
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from rag.answering.answer import Abstention, AbstentionKind
from rag.answering.quote import Quote
from rag.corpus.article import Article
from rag.errors import Words
from rag.reply import Reply
from ui.refusal import refusal

QuoteOf = Callable[[Article, str], Quote]
MakeReply = Callable[..., Reply]


def read(message: str) -> str:
    """The words of a message, without its elements."""
    return html.unescape(re.sub(r"<[^>]+>", "", message))


def links(message: str) -> list[str]:
    return re.findall(r'href="(#cite=[^"]+)"', message)


@pytest.fixture
def abstention(mine: Article, quote: QuoteOf) -> Abstention:
    reason = Words("文章里没有写产假", "the articles say nothing of 产假")
    return Abstention(
        AbstentionKind.UNKNOWN_WORDS, reason, ("产假", "育儿"), (quote(mine, "整改率百分之百"),)
    )


@pytest.fixture
def abstained(abstention: Abstention, reply: MakeReply) -> Reply:
    return reply(abstention, passages=True)


def test_a_refusal_says_that_why_which_words_what_would_help_and_what_is_nearest(
    abstention: Abstention, abstained: Reply
):
    message = refusal(abstention, abstained, "zh")
    assert read(message) == (
        "没有找到答案。文章里没有写产假库中没有出现：产假育儿可以换个说法，或用文章里的词再问。"
        "最接近的原文（不一定是答案）整改率百分之百《抓实班组安全管理的实践》"
    )
    assert len(links(message)) == 1


def test_missing_words_that_the_reason_names_are_not_said_twice(reply: MakeReply):
    answer = Abstention(AbstentionKind.UNKNOWN_WORDS, Words("没有写产假", "nothing of 产假"), ("产假",))
    assert "库中没有出现" not in refusal(answer, reply(answer), "zh")


@pytest.mark.parametrize("kind", AbstentionKind)
def test_every_refusal_says_what_would_help(kind: AbstentionKind, reply: MakeReply):
    answer = Abstention(kind, Words("没有答案", "no answer"))
    assert re.search(r'class="wj-mend">[^<]{10,}', refusal(answer, reply(answer), "en"))


def test_a_nearest_place_of_an_unknown_article_is_left_out(abstention: Abstention, abstained: Reply):
    assert links(refusal(abstention, replace(abstained, passages=()), "zh")) == []
