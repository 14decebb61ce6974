"""Why was this passage found: by which words of the question, and by how much of either leg?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rag.retrieval.hits import Hit
from rag.retrieval.lexical import OTHER_WORDS, TermScore
from rag.retrieval.origin import Origin, ScoreParts
from rag.retrieval.query import Query
from rag.retrieval.stretches import Found, Stretches, stretches
from rag.text.normalise import fold
from rag.text.tokens import FIELDS

Leg = Literal["both", "words", "meaning", "neither"]


@dataclass(frozen=True)
class FoundWords:
    """A stretch of the question that the passage says."""

    text: str
    """As the question says it, folded."""
    score: float
    """What its terms gave, of the passage's part of the score."""
    share: float
    """The same as a share of the whole score, in [0, 1]."""
    rarity: float
    """The idf of its rarest term: about ``exp(-rarity)`` of the passages have it."""
    occurrences: int
    """How often it, or what it was found as, stands in the passage, its title and headings."""
    meant: str = ""
    """The other words, or the most of them, that the passage has instead; empty where it has the question's own."""
    earlier: bool = False
    """It stands in the earlier question that this one leans on, not in the question itself."""


@dataclass(frozen=True)
class Explained:
    """Why one hit was found."""

    hit: Hit
    parts: ScoreParts
    """They add up to the hit's score."""
    words: tuple[FoundWords, ...]
    """What gave most comes first."""
    scattered: float
    """What single characters, pairs astride two words and scraps of other words gave; with ``words`` it adds up
    to ``parts.passage``."""
    missing: tuple[str, ...]
    """What the question says and the passage does not, folded, in order of appearance."""
    word_rank: int | None
    """By words alone, from 1; ``None`` where words alone would not have brought it."""
    meaning_rank: int | None
    """By meaning alone, likewise."""
    looked_at: int
    """How many either leg brings."""

    @property
    def cosine(self) -> float:
        """Of question and passage; 0 without an encoder."""
        return self.hit.scores.cosine

    @property
    def leg(self) -> Leg:
        """Which leg alone would have brought the hit."""
        if self.word_rank and self.meaning_rank:
            return "both"
        if self.word_rank:
            return "words"
        return "meaning" if self.meaning_rank else "neither"


def explained(query: Query, origin: Origin) -> Explained:
    """The readable explanation of a hit of a search for ``query``."""
    text = fold(origin.scored.passage)
    terms = [one._replace(meant=standing(one.meant, text)) for one in origin.terms]
    own, earlier = _stretches(query, terms)
    by_stretch, scattered = _shared_out(terms, [*own.found, *earlier.found])
    words = [
        _found_words(stretch, gave, origin.hit, text, earlier=stretch not in query.folded)
        for stretch, gave in by_stretch.items()
    ]
    return Explained(
        origin.hit,
        origin.parts,
        tuple(sorted(words, key=lambda one: -one.score)),
        scattered,
        own.missing,
        origin.word_rank,
        origin.meaning_rank,
        origin.looked_at,
    )


def _stretches(query: Query, terms: Iterable[TermScore]) -> tuple[Stretches, Stretches]:
    """Those of the question itself, and of the earlier one that it leans on."""
    found: dict[str, set[str]] = {field: set() for field in (*FIELDS, OTHER_WORDS)}
    for one in terms:
        if one.field != OTHER_WORDS or one.meant:
            found[one.field].add(one.term)
    asked: Found = query.by_field
    own, earlier = (
        stretches(text, asked, found, found[OTHER_WORDS]) for text in (query.folded, fold(query.context))
    )
    return own, earlier


def _shared_out(terms: Iterable[TermScore], found: Sequence[str]) -> tuple[dict[str, list[TermScore]], float]:
    """Each term with the first stretch that has it, and what those in none gave; what was said otherwise by itself."""
    by_stretch: defaultdict[str, list[TermScore]] = defaultdict(list)
    scattered = 0.0
    for one in terms:
        home = next((stretch for stretch in found if one.term in stretch), None)
        if one.field == OTHER_WORDS:
            home = one.term if one.meant else None
        if home is None:
            scattered += one.score
        else:
            by_stretch[home].append(one)
    return by_stretch, scattered


def standing(meant: str, text: str) -> str:
    """The longest part of ``meant`` that stands in ``text``; empty where it is less than half: mere scraps.

    >>> standing("职工代表大会", "召开代表大会"), standing("职工代表大会", "关心职工")
    ('代表大会', '')
    """
    for length in range(len(meant), max(1, (len(meant) - 1) // 2), -1):
        for start in range(len(meant) - length + 1):
            if (part := meant[start : start + length]) in text:
                return part
    return ""


def _found_words(
    stretch: str, terms: Sequence[TermScore], hit: Hit, text: str, *, earlier: bool
) -> FoundWords:
    score = sum(one.score for one in terms)
    whole = hit.score
    meant = next((one.meant for one in terms if one.meant), "")
    words = [one for one in terms if one.field in ("words", OTHER_WORDS)]
    return FoundWords(
        stretch,
        score,
        score / whole if whole > 0 else 0.0,
        max(one.idf for one in words or terms),
        text.count(meant or stretch),
        meant,
        earlier,
    )
