"""What answering may ask of one generation: its articles by their labels, how rare a word is, and whether it is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rag.corpus.article import Article
from rag.corpus.people.author_names import author_names
from rag.index.snapshot import Snapshot
from rag.retrieval.facets import Facets, facets_of
from rag.retrieval.filters import Filters
from rag.text.normalise import fold
from rag.wording.reader import QuestionReader

FILTERS_REMEMBERED = 64
"""Of the visits of a server: a visit asks several questions with the same ones."""


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
    """The names of the authors one by one, folded; none shorter than two characters."""
    unit_core: str
    """The affiliation without 有限公司."""
    labels: str
    """Title, author and affiliation, one a line: what is searched for every card."""
    newspaper: str = ""

    @property
    def signature(self) -> str:
        """Author, affiliation and newspaper, one a line: what the page says that its text may not."""
        return f"{self.author}\n{self.affiliation}\n{self.newspaper}"


class CorpusView:
    """One generation as the extractors see it; nothing is written through it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._chosen = lru_cache(FILTERS_REMEMBERED)(lambda within: snapshot.lexical.chunks_of(within))
        self._passing = lru_cache(FILTERS_REMEMBERED)(self._pass)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """One card an article, in the order of the corpus."""
        return tuple(card_of(article) for article in self.snapshot.articles())

    @cached_property
    def reader(self) -> QuestionReader:
        """Reads questions in the words of these articles."""
        return QuestionReader(self)

    def passing(self, filters: Filters) -> frozenset[str]:
        """The ids of the articles that pass; those of the last filters asked for are remembered."""
        return self._passing(filters)

    @cached_property
    def facets(self) -> Facets:
        """The values that the articles can be filtered by."""
        return facets_of(self.snapshot.articles())

    def key(self, article_id: str) -> str:
        """The same for all printings of one article."""
        return self.snapshot.printings.key(article_id)

    def once(self, cards: Sequence[Card]) -> list[Card]:
        """Each article once, in the given order: of several printings the one that is cited, or else the first."""
        chosen: dict[str, Card] = {}
        for card in cards:
            key = self.key(card.article.article_id)
            if key not in chosen or card.article.article_id == key:
                chosen[key] = card
        return list(chosen.values())

    def idf(self, term: str, field: str) -> float:
        """How rare a term of one field is among the chunks."""
        return self.snapshot.lexical.idf(term, field)

    def knows(self, term: str, within: frozenset[str] | None = None) -> bool:
        """Whether a word stands in the corpus: in what is indexed, or on an article's signature.

        ``within`` keeps to the articles with these ids.
        """
        lexical = self.snapshot.lexical
        if within is None:
            return lexical.knows(term) or fold(term) in self._signatures
        return lexical.knows(term, self._chosen(within)) or self._signs(fold(term), within)

    def occurrences(self, word: str) -> int:
        """In how many chunks a folded word stands as the segmenter cuts it."""
        return self.snapshot.lexical.occurrences(word)

    def authors(self) -> tuple[str, ...]:
        """The names of all authors, folded, each once."""
        authors = dict.fromkeys(author for author, _, _ in self._signed)
        return tuple(dict.fromkeys(name for author in authors for name in _names(author)))

    def names_from(self, folded: str) -> tuple[str, ...]:
        """The names of authors that begin with a character of folded text: those that it can name."""
        return tuple(name for first in dict.fromkeys(folded) for name in self._by_surname.get(first, ()))

    def passages_with(self, characters: str, most: int) -> tuple[str, ...]:
        """The folded texts of the first ``most`` chunks that hold every one of the characters."""
        rows = self.snapshot.lexical.holding(characters)[:most]
        return tuple(fold(self.snapshot.chunk(int(row)).text) for row in rows)

    def _signs(self, folded: str, within: frozenset[str]) -> bool:
        signed = (card for card in self.cards if folded in card.signature)
        return any(card.article.article_id in within for card in signed)

    def _pass(self, filters: Filters) -> frozenset[str]:
        return frozenset(one.article_id for one in self.snapshot.articles() if filters.passes(one))

    @cached_property
    def _by_surname(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in dict.fromkeys(name for card in self.cards for name in card.names):
            found.setdefault(name[0], []).append(name)
        return found

    @cached_property
    def _signatures(self) -> str:
        labels = dict.fromkeys(label for signature in self._signed for label in signature)
        return "\n".join(map(fold, labels))

    @cached_property
    def _signed(self) -> tuple[tuple[str, str, str], ...]:
        """Apart from the cards, since a first question needs it and seldom them."""
        return self.snapshot.signatures()


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
        names=_names(article.author.text) if article.author else (),
        unit_core=_COMPANY_TAIL.sub("", affiliation),
        labels="\n".join((title, author, affiliation)),
        newspaper=fold(article.imprint.newspaper.text) if article.imprint.newspaper else "",
    )


def _names(author: str) -> tuple[str, ...]:
    """The names one by one, folded."""
    return tuple(name for name in map(fold, author_names(author)) if len(name) > 1)


_COMPANY_TAIL = re.compile("(?:股份|集团)?(?:有限)?(?:责任)?公司$")
