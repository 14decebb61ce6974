"""Which questions could a newcomer ask of this library? Made from the titles and headings of its articles.

A rule makes one question of an article; only questions that the assistant answers are offered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from rag.corpus.article import Article, ArticleKind
from rag.reply import Reply
from ui.headings import bare_heading

MOST_EXAMPLES = 4
"""Two rows of two: what an empty chat holds on a phone without scrolling."""

MOST_TRIED = 12
"""Questions asked to find them: a page must open at once."""

LONGEST_TITLE = 24
LONGEST_HEADING = 18
"""In characters: longer ones make a question that nobody would type."""

SHORTEST_HEADING = 6
"""In characters: shorter ones (``存在的问题``) stand in many articles and ask about none."""

UNFIT = re.compile("[，。；：、,;:“”‘’《》]|哪|什么|如何|怎|为何|多少|几|何以|吗")
"""A heading with marks is more than a noun phrase; one with these words is a question already."""

LISTED_NOUNS = (
    "问题",
    "措施",
    "路径",
    "途径",
    "对策",
    "举措",
    "策略",
    "做法",
    "方法",
    "原则",
    "意义",
    "作用",
    "建议",
    "经验",
    "成效",
)
"""Nouns of which a text gives several: ``安全管理存在的问题`` -> ``安全管理存在的问题有哪些？``"""

DOING_VERBS = (
    "加强",
    "提升",
    "完善",
    "健全",
    "推进",
    "建立",
    "做好",
    "强化",
    "优化",
    "创新",
    "开展",
    "规范",
    "深化",
    "构建",
)
"""Verbs that open a heading about a way of doing: ``加强班组建设`` -> ``怎样加强班组建设？``"""


def example_questions(articles: Iterable[Article], ask: Callable[[str], Reply]) -> tuple[str, ...]:
    """At most ``MOST_EXAMPLES`` questions, of several kinds and articles, each of which ``ask`` answers."""
    chosen: list[str] = []
    for tried, question in enumerate(candidates(list(articles))):
        if len(chosen) == MOST_EXAMPLES or tried == MOST_TRIED:
            break
        if not ask(question).abstained:
            chosen.append(question)
    return tuple(chosen)


def candidates(articles: list[Article]) -> Iterator[str]:
    """Questions in the order in which they are tried: the kinds take turns, each goes through the articles.

    One kind begins where the one before left off, so that the first questions come from several articles.
    """
    signed = [
        a
        for a in articles
        if a.kind is ArticleKind.ARTICLE and a.title and len(a.title.text) <= LONGEST_TITLE
    ]
    kinds = [
        list(dict.fromkeys(q for a in _from(signed, turn) for q in rule(a)))
        for turn, rule in enumerate(RULES)
    ]
    for place in range(max(map(len, kinds))):
        for questions in kinds:
            yield from questions[place : place + 1]


def _from(articles: list[Article], turn: int) -> list[Article]:
    start = turn * len(articles) // len(RULES)
    return articles[start:] + articles[:start]


def _of_a_list(article: Article) -> Iterator[str]:
    for heading in _headings(article):
        if heading.endswith(LISTED_NOUNS):
            yield f"{heading}有哪些？"


def _of_the_author(article: Article) -> Iterator[str]:
    if article.title and article.author:
        yield f"《{article.title.text}》是谁写的？"


def _of_a_way(article: Article) -> Iterator[str]:
    for heading in _headings(article):
        if heading.startswith(DOING_VERBS) and not heading.endswith(LISTED_NOUNS):
            yield f"怎样{heading}？"


def _of_the_outline(article: Article) -> Iterator[str]:
    if article.title and sum(section.level == 1 for section in article.sections) > 1:
        yield f"《{article.title.text}》分哪几部分？"


RULES = (_of_a_list, _of_a_way, _of_the_author, _of_the_outline)
"""In the order of how much they show of what the assistant can do."""


def _headings(article: Article) -> Iterator[str]:
    for section in article.sections:
        heading = bare_heading(article, section)
        if SHORTEST_HEADING <= len(heading) <= LONGEST_HEADING and not UNFIT.search(heading):
            yield heading
