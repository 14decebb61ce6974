"""What brought a hit: the parts of its score, the terms that were found, and its rank in either leg?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rag.corpus.article import Chunk
from rag.retrieval.hits import Hit
from rag.retrieval.lexical import TermScore


class ScoreParts(NamedTuple):
    """A hit's score in its parts; added in this order they are the score, to the last bit."""

    passage: float
    """The question's words in the passage, its title and headings among them."""
    article: float
    """The question's words in the whole article."""
    coverage: float
    """How much of the question the passage's words cover."""
    meaning: float
    """The weighted cosine."""
    focus: float = 0.0
    """For standing in the article that the conversation is about."""

    @property
    def total(self) -> float:
        """The score of the hit."""
        return self.passage + self.article + self.coverage + self.meaning + self.focus


@dataclass(frozen=True)
class Origin:
    """How a hit came to be found, as the search reckons."""

    hit: Hit
    parts: ScoreParts
    terms: tuple[TermScore, ...]
    """What each term gave, best first; they add up to ``parts.passage``."""
    scored: Chunk
    """The chunk whose words were counted: the hit's own, or its like in another printing of the article."""
    word_rank: int | None
    """By words alone, from 1; ``None`` where words alone would not have brought it."""
    meaning_rank: int | None
    """By meaning alone, likewise."""
    looked_at: int
    """How many either leg brings."""
