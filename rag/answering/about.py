"""Who wrote it, which unit, which article: answers that stand in titles, bylines and unit lines.

A question takes this way only when an article is named well enough: by its author, by its unit, by its title in
《》, or by words that its title and headings cover. Otherwise it is answered from the text like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rag.answering.answer import AboutAnswer
from rag.answering.asked import Asked
from rag.answering.items import Draft, numbered
from rag.answering.library import Card
from rag.answering.overlap import longest_common, share
from rag.answering.quote import Quote, quote_body, quote_label
from rag.corpus.article import ArticleKind, SourceText
from rag.errors import Words
from rag.text.normalise import fold
from rag.text.numbering import fold_width
from rag.text.sentences import sentences
from rag.text.spans import Span
from rag.text.tokens import query_tokens


class FieldRow(NamedTuple):
    """How a part of the byline is asked for."""

    field: str
    pattern: re.Pattern[str]
    example: str


FIELDS: tuple[FieldRow, ...] = (
    FieldRow(
        "title",
        re.compile(
            "题目|标题|篇名|哪(?:几|些|一|两|二|三)?(?:篇|份)|(?:有没有|有无|是否有|找).{0,30}(?:文章|稿子|材料|资料)|"
            "(?:文章|稿子).{0,6}(?:叫什么|叫啥)|which article"
        ),
        "写调度的那篇题目叫啥?",
    ),
    FieldRow(
        "author",
        re.compile(
            "作者(?!单位(?!$)|.{0,2}来自|[^谁]{0,3}(?:哪个|什么)单位)|谁写|谁的|出自谁|署名|写.{0,12}谁|哪位|谁执笔|都有谁|author"
        ),
        "这篇是谁写的?",
    ),
    FieldRow(
        "affiliation",
        re.compile("单位|机构|在哪里?儿?(?:工作|上班|任职|供职)|来自哪|哪个(?:公司|矿|局|院|校|部门)"),
        "周明远是哪个单位的?",
    ),
    FieldRow(
        "date",
        re.compile(
            "(?:什么时候|啥时候|何时|哪天|哪年|几时).{0,3}(?:发|登|刊|出版)|发表(?:时间|日期)|(?:登|刊)在哪(?:天|期)"
        ),
        "讲夜班食堂那篇是什么时候发表的?",
    ),
)

_SEVERAL = re.compile("有谁|有哪些|哪几|哪些|哪两|哪三|都有谁|都有哪|还有谁|几位|几篇|两位")
"""The question is for every article that fits."""

_ASKING = re.compile(
    "作者|文章|题目|标题|单位|资料|材料|大作|署名|公告|一篇|哪篇|那篇|这篇|介绍|谈到|提到|提及|讲|写|发表|工作|哪位|专门|"
    "叫什么|叫啥|来自|出自|谁手|稿子|机构|份|篇"
)
"""Words of such questions that are not about the article's subject."""


def about(asked: Asked) -> AboutAnswer | None:
    """The fields asked for, of the articles meant; ``None`` where the question is not about an article."""
    folded = asked.question.folded
    fields = [row.field for row in FIELDS if row.pattern.search(folded)]
    cards = _meant(asked, folded)
    if not cards:
        return None
    if not fields:
        fields = ["title"]
    drafts, missing = [], []
    for card in cards:
        for field in fields:
            quote = _quoted(card, field)
            if quote is None:
                missing.append(field)
            else:
                drafts.append(Draft(quote, 1.0))
    drafts += [
        Draft(quote, 1.0) for card in cards for quote in (_told(card) or ([] if drafts else _instead(card)))
    ]
    return AboutAnswer(numbered(drafts), _note(missing)) if drafts else None


def _quoted(card: Card, field: str) -> Quote | None:
    """One field of an article as the page prints it; ``None`` where it does not."""
    article = card.article
    if field != "date":
        label: SourceText | None = getattr(article, field)
        return quote_label(article, label) if label else None
    at = fold_width(article.text).find(article.date) if article.date else -1
    return quote_body(article, Span(at, at + len(article.date or ""))) if at >= 0 else None


def _instead(card: Card) -> list[Quote]:
    """The first field that the page does give, where it gives none of those asked for."""
    quotes = (_quoted(card, field) for field in ("title", "author", "affiliation"))
    return [quote for quote in quotes if quote][:1]


def _told(card: Card) -> list[Quote]:
    """What is quoted besides: of a notice its first sentence, which says whose it is."""
    article = card.article
    if article.kind is not ArticleKind.NOTICE:
        return []
    return [
        quote_body(article, span) for span in sentences(article.text) if span.slice(article.text).strip()
    ][:1]


_FIELD_NAMES = {
    "title": Words("标题", "a title"),
    "author": Words("作者姓名", "an author"),
    "affiliation": Words("作者单位", "a unit"),
    "date": Words("日期", "a date"),
}


def _note(missing: Sequence[str]) -> Words | None:
    if not missing:
        return None
    names = [_FIELD_NAMES[field] for field in dict.fromkeys(missing)]
    return Words(
        "原文没有给出" + "、".join(n.zh for n in names),
        "the page does not give " + ", ".join(n.en for n in names),
    )


def _meant(asked: Asked, folded: str) -> list[Card]:
    """The articles that the question names, best way of naming first."""
    kind = ArticleKind.NOTICE if _NOTICE.search(folded) else ArticleKind.ARTICLE
    cards = [card for card in asked.library.cards if card.article.kind is kind]
    several = bool(_SEVERAL.search(folded))
    spoken_of = next((card for card in cards if card.article.article_id == asked.focus), None)
    if spoken_of and _SAME_UNIT.search(folded):
        return [c for c in cards if c.affiliation == spoken_of.affiliation and c is not spoken_of]
    if spoken_of and not _subject(asked):
        return [spoken_of]
    for way in (_by_title, _by_author, _by_unit):
        found = way(cards, folded)
        if found:
            return found if several or len(found) == 1 else _best(asked, found)[:1]
    ranked = _best(asked, cards)
    enough = asked.settings.about_threshold * (0.5 if _PLAINLY.search(folded) else 1.0)
    if not ranked or _coverage(asked, ranked[0]) < enough:
        return []
    return (
        [card for card in ranked if _fit(asked, card) >= 0.9 * _fit(asked, ranked[0])]
        if several
        else ranked[:1]
    )


_NOTICE = re.compile("公告|启事|声明|通告|遗失|广告")
"""The question is for a notice printed in the page."""

_PLAINLY = re.compile("[哪那这](?:几|些|一|两|二|三)?(?:篇|份)|文章|题目|标题|作者")
"""The question speaks of an article as such, so half as good a fit is enough."""

_SAME_UNIT = re.compile("(?:他|她|同|这|那|该|本)(?:们|个|家|一)?(?:的)?单位.{0,4}(?:还有|其他|别)")
"""Asks for the other authors of the unit spoken of."""

_NAMED_TITLE = re.compile("《([^《》]{4,60})》")


def _by_title(cards: Sequence[Card], folded: str) -> list[Card]:
    names = _NAMED_TITLE.findall(folded)
    return [
        card
        for card in cards
        if card.title and any(n == card.title or (len(n) > 5 and n in card.title) for n in names)
    ] or [card for card in cards if len(card.title) > 7 and card.title in folded]


def _by_author(cards: Sequence[Card], folded: str) -> list[Card]:
    """Whose author the question names; one character of a longer name may be mistyped, the surname may not."""
    exact = [card for card in cards if any(name in folded for name in _names(card))]
    return exact or [card for card in cards if any(_nearly_named(name, folded) for name in _names(card))]


def _names(card: Card) -> list[str]:
    return [name for name in re.split(r"[,，、;； ]+", card.author) if len(name) >= 2]


def _nearly_named(name: str, folded: str) -> bool:
    if len(name) < 3:
        return False
    windows = (folded[i : i + len(name)] for i in range(len(folded) - len(name) + 1))
    return any(w[0] == name[0] and sum(a != b for a, b in zip(w, name, strict=True)) == 1 for w in windows)


_COMPANY_TAIL = re.compile("(?:股份|集团)?(?:有限)?(?:责任)?公司$")


def _by_unit(cards: Sequence[Card], folded: str) -> list[Card]:
    """Whose unit the question names: the unit's own name, without 有限公司, or a long stretch of it."""
    found = []
    for card in cards:
        if not card.affiliation:
            continue
        core = _COMPANY_TAIL.sub("", card.affiliation)
        shared = longest_common(folded, card.affiliation)
        if len(core) >= 3 and (core in folded or shared >= max(4, 0.5 * len(core))):
            found.append((shared, card))
    best = max((shared for shared, _ in found), default=0)
    return [card for shared, card in found if shared >= best - 1]


def _best(asked: Asked, cards: Iterable[Card]) -> list[Card]:
    return sorted(cards, key=lambda card: -_fit(asked, card))


def _subject(asked: Asked) -> dict[str, float]:
    """The words of the question that say what the article is about."""
    own = set(query_tokens(asked.question.text).words)
    return {w: idf for w, idf in asked.terms.words.items() if w in own and not _ASKING.search(w)}


def _fit(asked: Asked, card: Card) -> float:
    """How well a card covers the subject of the question, and how well its article was retrieved: their mean."""
    return (_coverage(asked, card) + asked.support(card.article.article_id)) / 2


def _coverage(asked: Asked, card: Card) -> float:
    """The share of the question's subject in the card, its text counting through what was retrieved."""
    words = {w: idf for w, idf in asked.terms.words.items() if not _ASKING.search(w)} or dict(
        asked.terms.words
    )
    body = "\n".join(
        fold(hit.chunk.text) for hit, article in asked.hits if article.article_id == card.article.article_id
    )
    texts = (
        (card.title, 1.0),
        (card.author, 1.0),
        (card.affiliation, 1.0),
        (card.headings, 0.7),
        (body, 0.6),
    )
    return share(words, *texts)
