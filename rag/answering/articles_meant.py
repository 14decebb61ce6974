"""Which articles does a question mean?

It names them well enough by a title in 《》 or whole, by an author, by a unit, or by words that their titles and
headings cover; or it goes on about the article spoken of. Otherwise it means none, and is answered from the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from rag.answering.about_table import (
    ASKING,
    MENTION,
    NAMED_TITLE,
    NOTICE,
    OTHERS,
    PLAINLY,
    SAME_AUTHOR,
    SAME_UNIT,
    SEVERAL,
    THIS_ONE,
)
from rag.answering.across import look_for, mentions
from rag.answering.asked import Asked
from rag.answering.corpus_view import Card
from rag.answering.doubt import probability, signs
from rag.answering.evidence import Evidence
from rag.answering.printed_where import printed_where
from rag.answering.subject_fit import Subject
from rag.answering.units_named import by_unit
from rag.corpus.article import Article, ArticleKind
from rag.text.tokens import query_tokens

PLAIN_SHARE = 0.5
"""Of ``AnswerSettings.about_threshold``: enough where the question speaks of an article as such."""

NEARLY_BEST = 0.9
"""Of the best fit: from here on an article is named too, where several are asked for."""

PART_OF_TITLE_CHARS = 6
"""From here on a part of a title inside 《》 names it: shorter ones stand in many titles."""

BARE_TITLE_CHARS = 8
"""From here on a title without 《》 names its article: shorter ones are phrases like any other."""

SHORT_NAME_ENDS = (
    r"(?:$|[?。,、 ]|是|在|写|发|的?(?:文章|单位|大作|作品|那篇)|来自|还|署名|撰|老师|同志|和|与|有|谈|讲|所)"
)
"""What may follow a name of two characters."""


class Meant(NamedTuple):
    """An article that a question means."""

    article: Article
    slip: str = ""
    """How the question says its author's name, where it is a character off."""
    says: Evidence | None = None
    """The sentence that mentions the subject, where the question is for articles that do."""


def articles_meant(asked: Asked) -> list[Article]:
    """The articles, best first; one unless several are asked for, or share the author or unit that is named.

    An article that is printed several times is one; a printing whose own title is named is meant itself.
    """
    return [one.article for one in meant(asked)]


def means_none(asked: Asked) -> bool:
    """Whether a question about articles says nothing of which: 有多少篇文章?"""
    words = query_tokens(asked.question.text).words
    return not (asked.focus or asked.context) and all(map(_ONLY_ASKING.fullmatch, words))


_ONLY_ASKING = re.compile(f"(?:{ASKING.pattern})+")
"""A word that holds more may be a name: 程野写."""


def meant(asked: Asked) -> list[Meant]:
    """The same, with what the question has to do with each."""
    folded = asked.question.folded
    several = bool(SEVERAL.pattern.search(folded))
    kind = ArticleKind.NOTICE if NOTICE.pattern.search(folded) else ArticleKind.ARTICLE
    cards = [card for card in asked.cards if card.article.kind is kind]
    found = _spoken_of(asked, cards)
    if not found:
        printed = printed_where(cards, folded)
        whole = printed.cards if several and not _subject_beside(asked, printed.words) else []
        cards = printed.cards or cards
        found = whole or _named(asked, cards, several=several)
    if found or not several:
        found = found or _by_subject(asked, cards, several=False)
        return [Meant(card.article, _slip(card, folded)) for card in asked.corpus.once(found)]
    return _saying(asked, cards)


def _spoken_of(asked: Asked, cards: Sequence[Card]) -> list[Card]:
    """What the question says of the article in focus: itself, or the others of its author or unit."""
    folded = asked.question.folded
    if asked.focus is None:
        return []
    focus = next((card for card in cards if card.article.article_id == asked.focus), None)
    if focus is None:
        return []
    if SAME_UNIT.pattern.search(folded):
        return _others(asked, [c for c in cards if c.affiliation == focus.affiliation])
    if SAME_AUTHOR.pattern.search(folded) and not _by_author(asked, cards):
        return _others(asked, [c for c in cards if set(c.names) & set(focus.names)])
    return [focus] if THIS_ONE.pattern.search(folded) or not _has_subject(asked) else []


def _saying(asked: Asked, cards: Sequence[Card]) -> list[Meant]:
    """The articles that say something of the subject: by their labels first, then by a sentence of their text."""
    mentioned = MENTION.pattern.search(asked.question.folded)
    named = [] if mentioned else asked.corpus.once(_by_subject(asked, cards, several=True))
    looked = look_for(asked, asked.question.text)
    if not named and _unsure(looked):
        return []
    known = {asked.corpus.key(card.article.article_id) for card in named}
    among = {asked.corpus.key(card.article.article_id) for card in cards} - known
    says = [e for e in mentions(looked) if asked.corpus.key(e.article.article_id) in among]
    return [Meant(card.article) for card in named] + [Meant(e.article, says=e) for e in says]


def _named(asked: Asked, cards: Sequence[Card], *, several: bool) -> list[Card]:
    """The articles whose title, author or unit the question names; the surest way first."""
    folded = asked.question.folded
    for found in (
        _by_title(cards, folded),
        _by_author(asked, cards),
        by_unit(cards, folded, several=several),
    ):
        named = asked.corpus.once(found)
        if OTHERS.pattern.search(folded):
            named = _others(asked, named) or named
        if named:
            return named if several or len(named) == 1 else [Subject.of(asked).ranked(named)[0].card]
    return []


def _others(asked: Asked, cards: Sequence[Card]) -> list[Card]:
    """The cards without the article in focus, in any of its printings."""
    known = asked.corpus.key(asked.focus) if asked.focus else None
    return [card for card in cards if asked.corpus.key(card.article.article_id) != known]


def _subject_beside(asked: Asked, words: str) -> bool:
    """Whether the question says what the articles are about, besides these words."""
    said = query_tokens(asked.question.text).words
    return any(w not in words and not ASKING.search(w) and not w.isdigit() for w in said)


def _has_subject(asked: Asked) -> bool:
    """Whether any word of the question itself, not of its context, says what the article is about."""
    return any(
        w in asked.terms.words and not ASKING.search(w) for w in query_tokens(asked.question.text).words
    )


def _by_title(cards: Sequence[Card], folded: str) -> list[Card]:
    names = NAMED_TITLE.pattern.findall(folded)
    parts = [name for name in names if len(name) >= PART_OF_TITLE_CHARS]
    marked = [card for card in cards if _titled(card.title, names, parts)] if names else []
    return marked or [c for c in cards if len(c.title) >= BARE_TITLE_CHARS and c.title in folded]


def _titled(title: str, names: Sequence[str], parts: Sequence[str]) -> bool:
    return title in names or (bool(title) and any(part in title for part in parts))


def _by_author(asked: Asked, cards: Sequence[Card]) -> list[Card]:
    """Whose author the question names; one character of a longer name may be mistyped, the surname may not."""
    folded = asked.question.folded
    names = asked.corpus.names_from(folded)
    exact = _signed(cards, {name for name in names if _stands(name, folded)})
    return exact or _signed(cards, {name for name in names if _nearly_named(name, folded)})


def _signed(cards: Sequence[Card], names: Set[str]) -> list[Card]:
    """The cards with one of the names."""
    return [card for card in cards if not names.isdisjoint(card.names)] if names else []


def _stands(name: str, folded: str) -> bool:
    """Whether a name is said; one of two characters must not be the beginning of another word: 高明 of 高明的办法."""
    return name in folded and (len(name) > 2 or bool(re.search(re.escape(name) + SHORT_NAME_ENDS, folded)))


def _slip(card: Card, folded: str) -> str:
    """How the question says the author's name, where it is a character off."""
    if any(name in folded for name in card.names):
        return ""
    return next(filter(None, (_nearly_named(name, folded) for name in card.names)), "")


def _nearly_named(name: str, folded: str) -> str:
    """The stretch of the question that is the name but for one character behind the surname; else empty."""
    stretches = _windows(folded, name[0], len(name)) if len(name) >= 3 else ()
    return next((one for one in stretches if sum(a != b for a, b in zip(one, name, strict=True)) == 1), "")


def _windows(text: str, first: str, length: int) -> Iterator[str]:
    """The stretches of ``text`` that begin with the character ``first``."""
    at = text.find(first)
    while 0 <= at <= len(text) - length:
        yield text[at : at + length]
        at = text.find(first, at + 1)


def _by_subject(asked: Asked, cards: Sequence[Card], *, several: bool) -> list[Card]:
    """The articles that the subject fits best, if the best one covers enough of its words."""
    ranked = Subject.of(asked).ranked(cards)
    if not ranked or ranked[0].coverage < _enough(asked):
        return []
    least = NEARLY_BEST * ranked[0].fit
    return [one.card for one in ranked if one.fit >= least] if several else [ranked[0].card]


def _enough(asked: Asked) -> float:
    plainly = PLAINLY.pattern.search(asked.question.folded)
    return asked.settings.about_threshold * (PLAIN_SHARE if plainly else 1.0)


def _unsure(asked: Asked) -> bool:
    return probability(signs(asked)) > asked.settings.refusal_threshold
