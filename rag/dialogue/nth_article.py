"""Which of the articles that were shown does 第二篇 mean?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answering.answer import AboutAnswer, SeveralAnswer
from rag.corpus.article import Article
from rag.dialogue.cues import Cue
from rag.dialogue.turn import Turn
from rag.dialogue.understood import Understood
from rag.reply import Reply
from rag.text.normalise import normalise
from rag.text.numerals import NUMERAL, value_of

NTH_ARTICLE = Cue(
    re.compile(
        rf"^(?:那么?|再)?(?:第(?P<number>{NUMERAL})|(?P<first>头一)|最后一?)篇(?:文章)?(?P<rest>.*)$",
        re.DOTALL,
    ),
    "第二篇讲了什么?",
)
"""One of several articles by its number, or the last of them."""

_NOTHING_MORE = re.compile(r"呢?[?。!~ ]*")


def nth_article(said: Turn) -> Understood | None:
    """The question with the article's title; asked of it alone (第二篇呢), what was asked of the one before."""
    typed = normalise(said.text.strip())
    match = NTH_ARTICLE.pattern.match(typed.text)
    articles = _articles(said.told) if match else ()
    if match is None or not articles:
        return None
    number = value_of(match["number"]) if match["number"] else 1 if match["first"] else len(articles)
    article = articles[number - 1] if number and number <= len(articles) else None
    if article is None or article.title is None:
        return None
    if _NOTHING_MORE.fullmatch(match["rest"]):
        rest = _asked_before(said.last.text, articles) or "讲了什么?"
    else:
        rest = typed.span(match.start("rest"), match.end("rest")).slice(said.text.strip())
    return Understood(_name(article) + rest, focus=article.article_id)


def _articles(told: Sequence[Reply]) -> tuple[Article, ...]:
    """Those of the latest answer that shows several, in its order; empty where none does."""
    for reply in reversed(told):
        if isinstance(reply.answer, AboutAnswer | SeveralAnswer):
            articles = {citation.article.article_id: citation.article for citation in reply.citations}
            if len(articles) > 1:
                return tuple(articles.values())
    return ()


def _name(article: Article) -> str:
    return f"《{article.title.text}》这篇" if article.title else ""


def _asked_before(last: str, articles: Sequence[Article]) -> str:
    """What the last question asked of another of the articles; empty where it asked something else."""
    names = filter(None, map(_name, articles))
    return next((last.removeprefix(name) for name in names if last.startswith(name)), "")
