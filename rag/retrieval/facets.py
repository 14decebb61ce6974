"""By which values can the articles of an index be filtered?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rag.corpus.article import Article, ArticleKind, SourceText
from rag.corpus.people.author_names import author_names

Values = tuple[tuple[str, int], ...]
"""Words and of how many articles they hold, the most frequent first, equal ones in the order of the articles."""


@dataclass(frozen=True)
class Facets:
    """What the articles of an index say of themselves, each value once."""

    newspapers: Values
    columns: Values
    authors: Values
    """One by one, also where an article has several."""
    affiliations: Values
    kinds: tuple[tuple[ArticleKind, int], ...]
    dates: tuple[str, str] | None
    """The earliest and the latest, as ISO dates of their own precision; ``None`` without any."""


def facets_of(articles: Sequence[Article]) -> Facets:
    """The values that the articles have."""
    imprints = [article.imprint for article in articles]
    dates = sorted(date for imprint in imprints if (date := imprint.iso_date))
    return Facets(
        newspapers=_counted(imprint.newspaper for imprint in imprints),
        columns=_counted(imprint.column for imprint in imprints),
        authors=_most(
            name for article in articles if article.author for name in author_names(article.author.text)
        ),
        affiliations=_counted(article.affiliation for article in articles),
        kinds=tuple(Counter(article.kind for article in articles).most_common()),
        dates=(dates[0], dates[-1]) if dates else None,
    )


def _counted(labels: Iterable[SourceText | None]) -> Values:
    return _most(label.text.strip("《》") for label in labels if label)


def _most(words: Iterable[str]) -> Values:
    return tuple(Counter(words).most_common())
