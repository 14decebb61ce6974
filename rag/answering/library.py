"""What answering may ask of one generation: its articles, how rare a word is, and what a file says at a place."""

from __future__ import annotations

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


class Library:
    """One generation as the extractors see it; nothing is written through it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """One card an article, in the order of the corpus."""
        return tuple(_card(article) for article in self.snapshot.articles())

    def idf(self, term: str, field: str) -> float:
        """How rare a term of one field is among the chunks."""
        return self.snapshot.lexical.idf(term, field)

    def knows(self, term: str) -> bool:
        """Whether a word stands anywhere in the corpus."""
        return self.snapshot.lexical.knows(term)


def _card(article: Article) -> Card:
    return Card(
        article=article,
        title=fold(article.title.text) if article.title else "",
        author=fold(article.author.text) if article.author else "",
        affiliation=fold(article.affiliation.text) if article.affiliation else "",
        headings="\n".join(fold(s.heading.slice(article.text)) for s in article.sections),
    )
