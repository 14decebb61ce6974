"""What answering may ask of one generation: its articles, how rare a word is, and what a file says at a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from rag.corpus.article import Article
from rag.index.snapshot import Snapshot
from rag.text.normalise import fold


@dataclass(frozen=True)
class Card:
    """An article by its title, author and unit, folded for matching; empty where the page gives none."""

    article: Article
    title: str
    author: str
    affiliation: str
    headings: str
    """All headings, one a line."""
    names: tuple[str, ...]
    """The names in ``author`` one by one."""
    unit_core: str
    """The affiliation without 有限公司."""
    labels: str
    """Title, author and affiliation, one a line: what is searched for every card."""


class Library:
    """One generation as the extractors see it; nothing is written through it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """One card an article, in the order of the corpus."""
        return tuple(card_of(article) for article in self.snapshot.articles())

    def idf(self, term: str, field: str) -> float:
        """How rare a term of one field is among the chunks."""
        return self.snapshot.lexical.idf(term, field)

    def knows(self, term: str) -> bool:
        """Whether a word stands anywhere in the corpus."""
        return self.snapshot.lexical.knows(term)


def card_of(article: Article) -> Card:
    """The card of one article."""
    title, author, affiliation = (
        fold(label.text) if label else "" for label in (article.title, article.author, article.affiliation)
    )
    return Card(
        article=article,
        title=title,
        author=author,
        affiliation=affiliation,
        headings="\n".join(fold(section.heading.slice(article.text)) for section in article.sections),
        names=tuple(name for name in _BETWEEN_NAMES.split(author) if len(name) >= 2),
        unit_core=_COMPANY_TAIL.sub("", affiliation),
        labels="\n".join((title, author, affiliation)),
    )


_BETWEEN_NAMES = re.compile("[,，、;； ]+")
_COMPANY_TAIL = re.compile("(?:股份|集团)?(?:有限)?(?:责任)?公司$")
