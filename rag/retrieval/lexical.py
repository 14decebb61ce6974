"""Which chunks share words with the question, how strongly, and why?

Three fields (words, bigrams, unigrams), each a BM25 of its own with its own lengths, are added by weight; once
over chunks as they are indexed (title and headings in front) and once over whole articles, because an
article that speaks of the question throughout is the likelier home of the answer.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.corpus.article import Chunk
from rag.retrieval.bm25 import Bm25Settings, Floats, term_weights
from rag.retrieval.contents import SCHEMA, Level, LexicalContents, Progress, contents_of
from rag.retrieval.field import ScoredField
from rag.retrieval.other_words import best_form, covered_otherwise, gained, idf_worth
from rag.retrieval.query import OtherWords, Query
from rag.text.normalise import fold
from rag.text.tokens import tokenise

FIELD_WEIGHTS = {"words": 0.5, "bigrams": 1.0, "unigrams": 1.0}
"""Of each field's BM25. Words say little that pairs do not, and lead astray where the segmenter errs or many
articles share a subject's terms: halved, 0.80 to 0.82 of the first places among 7,800 chunks of one trade, and
as many on encyclopedia and news."""

COVERAGE_FIELDS = ("words", "bigrams")
"""Unigrams are left out: single characters match by chance."""


OTHER_WORDS = "other words"
"""In place of a field's name: what a stretch of the question gained by what it may be called otherwise."""

Chosen = NDArray[np.bool_]
"""(n,) for each chunk whether it is meant."""


class TermScore(NamedTuple):
    """What one term of the question gave to one chunk."""

    field: str
    term: str
    idf: float
    occurrences: int
    """In the chunk."""
    score: float
    """Its part of the chunk's BM25."""
    meant: str = ""
    """The other words by which a stretch of the question was found, folded."""


@dataclass(frozen=True, eq=False)
class LexicalScores:
    """One number for every chunk of the index, in row order; all zero where nothing is shared."""

    chunks: Floats
    """(n,) BM25 of the chunk, its fields added by ``FIELD_WEIGHTS``."""
    articles: Floats
    """(n,) BM25 of the article that the chunk stands in, added likewise."""
    coverage: Floats
    """(n,) in [0, 1]: the idf of the question's distinct terms found in the chunk, by the idf of all."""


class LexicalIndex:
    """The words of a set of chunks; read-only once built."""

    fingerprint: ClassVar[str] = SCHEMA
    """Schema and tokenizer: an index with another fingerprint cannot be read and is built anew."""

    def __init__(self, contents: LexicalContents, settings: Bm25Settings = Bm25Settings()) -> None:
        self._contents = contents
        self._settings = settings
        self._chunks = _scored(contents.chunks, settings)
        self._articles = _scored(contents.articles, settings)

    def __len__(self) -> int:
        return len(self.article_of)

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The articles, in the order in which their first chunks stand."""
        return self._contents.article_ids

    @property
    def article_of(self) -> NDArray[np.int32]:
        """(n,) for each chunk the place of its article in ``article_ids``."""
        return self._contents.article_of

    @classmethod
    def build(
        cls,
        chunks: Sequence[Chunk],
        on_progress: Progress | None = None,
        before: LexicalIndex | None = None,
    ) -> LexicalIndex:
        """The index of ``chunks``; rows are their places in the sequence.

        The work on articles that the index ``before`` holds word for word is taken over from it; the result
        is the same without. ``on_progress`` is told how many chunks are done.
        """
        return cls(contents_of(chunks, on_progress, before._contents if before else None))

    def save(self, folder: Path) -> None:
        """Writes the index into ``folder``, which must not hold one yet."""
        self._contents.save(folder)

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Opens a saved index, memory-mapped.

        Raises ``IndexDamaged`` where a file is missing or cannot be read, ``IndexOutdated`` where another
        version of the tokenizer wrote it.
        """
        return cls(LexicalContents.load(folder))

    def search(self, query: Query) -> LexicalScores:
        """The scores of every chunk for a query."""
        return LexicalScores(
            chunks=_sum(self._chunks, query, len(self)),
            articles=_sum(self._articles, query, len(self.article_ids))[self.article_of],
            coverage=self._coverage(query),
        )

    def explain(self, query: Query, row: int) -> tuple[TermScore, ...]:
        """What each term gave to the chunk in ``row``, best first; they add up to its BM25."""
        scores = []
        for name, terms in query.by_field.items():
            field = self._chunks[name]
            for term, weight in terms.items():
                if count := field.postings.count(term, row):
                    rarity = field.idf(term)
                    gain = term_weights(count, field.norms[row], field.settings)
                    score = FIELD_WEIGHTS[name] * weight * rarity * float(gain)
                    scores.append(TermScore(name, term, rarity, count, score))
        won = ((other, float(gained(self._chunks, FIELD_WEIGHTS, other)[row])) for other in query.other_words)
        scores += [self._said_otherwise(other, row, more) for other, more in won if more]
        return tuple(sorted(scores, key=lambda one: -one.score))

    def _said_otherwise(self, other: OtherWords, row: int, score: float) -> TermScore:
        """What other words gave; as rare as the rarest of them."""
        place = best_form(self._chunks, FIELD_WEIGHTS, other, row)
        words = other.forms[place][0]["words"]
        rarity = max(map(self._chunks["words"].idf, words), default=0.0)
        meant = other.names[place] if other.names else ""
        return TermScore(OTHER_WORDS, other.text, rarity, 0, score, meant)

    def idf(self, term: str, field: str = "words") -> float:
        """How rare a term of one field is among the chunks: 0 in all of them, highest in none."""
        return self._chunks[field].idf(fold(term))

    def worth(self, query: Query) -> float:
        """The most that a chunk's BM25 could be: every term of the query, as often as can be."""
        return (self._settings.k1 + 1) * idf_worth(self._chunks, FIELD_WEIGHTS, query.by_field)

    def chunks_of(self, article_ids: Collection[str]) -> Chosen:
        """(n,) which chunks stand in the articles with these ids."""
        chosen = np.array([article_id in article_ids for article_id in self.article_ids], dtype=bool)
        return np.asarray(chosen[self.article_of])

    def knows(self, term: str, among: Chosen | None = None) -> bool:
        """Whether a word stands in some chunk, ``among`` those chosen: as a word, or all its pairs in one chunk."""
        folded = fold(term)
        if self._stands("words", folded, among):
            return True
        pairs = set(tokenise(folded).bigrams)
        if not pairs:
            return self._stands("unigrams", folded, among)
        holding = self._chunks["bigrams"].holding_all(pairs)
        return bool(holding.size if among is None else among[holding].any())

    def occurrences(self, word: str) -> int:
        """In how many chunks a folded word stands as the segmenter cuts it."""
        return self._chunks["words"].postings.frequency(word)

    def holding(self, characters: str) -> NDArray[np.int64]:
        """The rows of the chunks that hold every one of the folded characters."""
        return self._chunks["unigrams"].holding_all(set(characters))

    def _stands(self, field: str, term: str, among: Chosen | None) -> bool:
        postings = self._chunks[field].postings
        rows = postings.rows[postings.find(term)]
        return bool(rows.size if among is None else among[rows].any())

    def _coverage(self, query: Query) -> Floats:
        covered = np.zeros(len(self))
        for name in COVERAGE_FIELDS:
            covered += self._chunks[name].coverage(query.by_field[name])
            covered += sum(covered_otherwise(self._chunks[name], name, query))
        return covered / len(COVERAGE_FIELDS)


def _scored(level: Level, settings: Bm25Settings) -> dict[str, ScoredField]:
    return {name: ScoredField(postings, settings) for name, postings in level.items()}


def _sum(fields: dict[str, ScoredField], query: Query, documents: int) -> Floats:
    scores = np.zeros(documents)
    for name, terms in query.by_field.items():
        scores += FIELD_WEIGHTS[name] * fields[name].scores(terms)
    for other in query.other_words:
        scores += gained(fields, FIELD_WEIGHTS, other)
    return scores
