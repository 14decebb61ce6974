"""Where an answer stands: the article, the section and the quotation that a number leads to."""

from __future__ import annotations

from dataclasses import dataclass

from rag.answering.quote import Quote
from rag.corpus.article import Article


@dataclass(frozen=True)
class Citation:
    """One numbered source of a reply."""

    number: int
    """From 1, in the order in which the answer uses them."""
    article: Article
    path: tuple[str, ...]
    """The headings above the quotation, from the top."""
    quote: Quote
    printed_in: tuple[Article, ...] = ()
    """The other printings of the article, the one that stands for all first if it is not cited itself."""
