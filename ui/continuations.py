"""What could be asked next, with one click? Follow-ups that a kind of answer invites, and which of them lead on.

The articles are Chinese and so is what is asked: the Chinese words of a continuation are its question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import assert_never

from rag.answering.answer import (
    AboutAnswer,
    Abstention,
    DefinitionAnswer,
    FactAnswer,
    ListAnswer,
    OutlineAnswer,
    PassageAnswer,
    QuestionKind,
    SeveralAnswer,
)
from rag.corpus.article import Article
from rag.errors import Words
from rag.reply import Reply
from rag.text.numerals import chinese
from ui.answered import is_short

MORE = Words("还有呢？", "What else?")
IN_DETAIL = Words("详细说说", "Tell me more")
ITEM = Words("第{number}点具体说说", "More on item {place}")
PART = Words("第{number}部分讲了什么？", "What does part {place} say?")
WHO_WROTE = Words("这篇文章是谁写的？", "Who wrote this article?")
WHICH_UNIT = Words("作者是哪个单位的？", "Which unit is the author with?")
OUTLINE = Words("这篇文章分哪几部分？", "What parts does this article have?")

MOST_OFFERED = 3
"""A row on a desk, two on a phone."""

MOST_ITEMS = 3
"""Items of a list that are offered one by one."""

ENOUGH_NEW = 8
"""Letters that an answer must add to what is shown already: fewer are the same answer with its number."""

OPEN_KINDS = frozenset({QuestionKind.HOW, QuestionKind.WHY})
"""Questions to which there may be more than one answer."""


def leading_on(reply: Reply, ask: Callable[[str], Reply]) -> tuple[Words, ...]:
    """At most ``MOST_OFFERED`` continuations that ``ask``, within the conversation, answers with something new."""
    led = (words for words in continuations(reply) if adds(ask(words.zh), reply))
    return tuple(islice(led, MOST_OFFERED))


def continuations(reply: Reply) -> Iterator[Words]:
    """What the kind of answer invites to ask, the most telling first; nothing after a refusal."""
    answer = reply.answer
    match answer:
        case ListAnswer():
            yield from _of_a_list(answer)
        case OutlineAnswer():
            yield from _numbered(PART, len(answer.items))
            yield from _of_the_author(reply)
        case AboutAnswer():
            yield from _of_the_author(reply)
            yield from _of_the_outline(reply)
        case FactAnswer() | DefinitionAnswer() | PassageAnswer():
            yield IN_DETAIL
            if reply.kind in OPEN_KINDS:
                yield MORE
            yield from _of_the_outline(reply)
        case SeveralAnswer():
            yield IN_DETAIL
        case Abstention():
            return
        case _:
            assert_never(answer)


def adds(later: Reply, earlier: Reply) -> bool:
    """Whether a reply says something that an earlier one did not, out of one of its articles."""
    shown = [item.quote.text for item in earlier.answer.items]
    articles = {item.quote.article_id for item in earlier.answer.items}
    quotes = [item.quote for item in later.answer.items]
    return any(quote.article_id in articles and _says_more(quote.text, shown) for quote in quotes)


def _says_more(text: str, shown: list[str]) -> bool:
    """Whether words are new: not those shown, nor the sentence out of which several of them were taken."""
    held = [words for words in shown if words in text]
    if any(text in words for words in shown) or len(held) > 1:
        return False
    rest = text.replace(held[0], "", 1) if held else text
    return not held or sum(map(str.isalnum, rest)) >= ENOUGH_NEW


def _of_a_list(answer: ListAnswer) -> Iterator[Words]:
    if is_short(answer):
        yield MORE
    yield from _numbered(ITEM, len(answer.items))


def _numbered(words: Words, count: int) -> Iterator[Words]:
    for place in range(1, min(count, MOST_ITEMS) + 1):
        number = chinese(place)
        yield Words(*(said.format(number=number, place=place) for said in words))


def _of_the_author(reply: Reply) -> Iterator[Words]:
    """Who wrote it and in which unit, where the page says so and the answer does not."""
    article = _only_article(reply)
    if article is None:
        return
    shown = {item.quote.text for item in reply.answer.items}
    for label, words in ((article.author, WHO_WROTE), (article.affiliation, WHICH_UNIT)):
        if label and label.text not in shown:
            yield words


def _of_the_outline(reply: Reply) -> Iterator[Words]:
    article = _only_article(reply)
    if article and sum(section.level == 1 for section in article.sections) > 1:
        yield OUTLINE


def _only_article(reply: Reply) -> Article | None:
    """The article that the whole answer is quoted from; ``None`` where there are several."""
    articles = {citation.article.article_id: citation.article for citation in reply.citations}
    return next(iter(articles.values())) if len(articles) == 1 else None
