"""Which articles does a question mean?

It names them well enough by a title in 《》 or whole, by an author, by a unit, or by words that their titles and
headings cover; or it goes on about the article spoken of. Otherwise it means none, and is answered from the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.answering.about_table import ASKING, NAMED_TITLE, NOTICE, PLAINLY, SAME_UNIT, SEVERAL, THIS_ONE
from rag.answering.asked import Asked
from rag.answering.corpus_view import Card
from rag.answering.overlap import longest_common
from rag.answering.subject_fit import Subject
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

UNIT_CHARS = 3
"""From here on the whole name of a unit, without 公司, is known again in a question."""

PART_OF_UNIT_CHARS = 4
"""From here on a part of a unit's name is, if it is half of the name: 青湾航运 of 青湾航运集团."""


def articles_meant(asked: Asked) -> list[Article]:
    """The articles, best first; one unless several are asked for, or share the author or unit that is named.

    An article that is printed several times is one; a printing whose own title is named is meant itself.
    """
    return [card.article for card in asked.corpus.once(_cards_meant(asked, asked.question.folded))]


def _cards_meant(asked: Asked, folded: str) -> Sequence[Card]:
    kind = ArticleKind.NOTICE if NOTICE.pattern.search(folded) else ArticleKind.ARTICLE
    cards = [card for card in asked.cards if card.article.kind is kind]
    spoken_of = next((card for card in cards if card.article.article_id == asked.focus), None)
    if spoken_of and SAME_UNIT.pattern.search(folded):
        known = asked.corpus.key(spoken_of.article.article_id)
        same = (c for c in cards if c.affiliation == spoken_of.affiliation)
        return [c for c in same if asked.corpus.key(c.article.article_id) != known]
    if spoken_of and (THIS_ONE.pattern.search(folded) or not _has_subject(asked)):
        return [spoken_of]
    several = bool(SEVERAL.pattern.search(folded))
    subject = Subject.of(asked)
    for named in (_by_title, _by_author, _by_unit):
        found = asked.corpus.once(named(cards, folded))
        if found:
            return found if several or len(found) == 1 else [subject.ranked(found)[0].card]
    return _by_subject(subject, cards, _enough(asked), several=several)


def _has_subject(asked: Asked) -> bool:
    """Whether any word of the question itself, not of its context, says what the article is about."""
    return any(
        w in asked.terms.words and not ASKING.search(w) for w in query_tokens(asked.question.text).words
    )


def _by_title(cards: Sequence[Card], folded: str) -> list[Card]:
    names = NAMED_TITLE.pattern.findall(folded)
    parts = [name for name in names if len(name) >= PART_OF_TITLE_CHARS]
    marked = [c for c in cards if c.title in names or (c.title and any(part in c.title for part in parts))]
    return marked or [c for c in cards if len(c.title) >= BARE_TITLE_CHARS and c.title in folded]


def _by_author(cards: Sequence[Card], folded: str) -> list[Card]:
    """Whose author the question names; one character of a longer name may be mistyped, the surname may not."""
    exact = [card for card in cards if any(name in folded for name in card.names)]
    return exact or [card for card in cards if any(_nearly_named(name, folded) for name in card.names)]


def _nearly_named(name: str, folded: str) -> bool:
    return len(name) >= 3 and any(
        sum(a != b for a, b in zip(window, name, strict=True)) == 1
        for window in _windows(folded, name[0], len(name))
    )


def _windows(text: str, first: str, length: int) -> Iterator[str]:
    """The stretches of ``text`` that begin with the character ``first``."""
    at = text.find(first)
    while 0 <= at <= len(text) - length:
        yield text[at : at + length]
        at = text.find(first, at + 1)


def _by_unit(cards: Sequence[Card], folded: str) -> list[Card]:
    """Whose unit the question names: the unit's own name, without 有限公司, or a long stretch of it."""
    found = []
    for card in cards:
        core = card.unit_core
        if len(core) >= UNIT_CHARS:
            shared = longest_common(card.affiliation, folded)
            if core in folded or shared >= max(PART_OF_UNIT_CHARS, 0.5 * len(core)):
                found.append((shared, card))
    best = max((shared for shared, _ in found), default=0)
    return [card for shared, card in found if shared >= best - 1]


def _by_subject(subject: Subject, cards: Sequence[Card], enough: float, *, several: bool) -> list[Card]:
    """The articles that the subject fits best, if the best one covers ``enough`` of its words."""
    ranked = subject.ranked(cards)
    if not ranked or ranked[0].coverage < enough:
        return []
    least = NEARLY_BEST * ranked[0].fit
    return [one.card for one in ranked if one.fit >= least] if several else [ranked[0].card]


def _enough(asked: Asked) -> float:
    plainly = PLAINLY.pattern.search(asked.question.folded)
    return asked.settings.about_threshold * (PLAIN_SHARE if plainly else 1.0)
