"""Which chunks share words with the question, how strongly, and why?

Three fields (words, bigrams, unigrams), each a BM25 of its own with its own lengths, added with equal weight;
once over chunks as they are indexed (title and headings in front) and once over whole articles, because an
article that speaks of the question throughout is the likelier home of the answer.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.corpus.article import Chunk
from rag.errors import IndexDamaged, IndexOutdated, Words
from rag.retrieval.bm25 import Bm25Settings, Floats, term_weights
from rag.retrieval.field import ScoredField
from rag.retrieval.postings import Postings, PostingsWriter, open_array
from rag.retrieval.query import Query
from rag.text.normalise import fold
from rag.text.tokens import FIELDS, FINGERPRINT, tokenise

COVERAGE_FIELDS = ("words", "bigrams")
"""Unigrams are left out: single characters match by chance."""

MANIFEST = "lexical.json"

Progress = Callable[[int], None]
"""Told how many chunks are done so far."""


class TermScore(NamedTuple):
    """What one term of the question gave to one chunk."""

    field: str
    term: str
    idf: float
    occurrences: int
    """In the chunk."""
    score: float
    """Its part of the chunk's BM25."""


@dataclass(frozen=True, eq=False)
class LexicalScores:
    """One number for every chunk of the index, in row order; all zero where nothing is shared."""

    chunks: Floats
    """(n,) BM25 of the chunk, three fields added."""
    articles: Floats
    """(n,) BM25 of the article that the chunk stands in, three fields added."""
    coverage: Floats
    """(n,) in [0, 1]: the idf of the question's distinct terms found in the chunk, by the idf of all."""


class LexicalIndex:
    """The words of a set of chunks; read-only once built."""

    fingerprint: ClassVar[str] = f"lexical-1+{FINGERPRINT}"
    """Schema and tokenizer: an index with another fingerprint cannot be read and is built anew."""

    def __init__(
        self,
        chunks: dict[str, Postings],
        articles: dict[str, Postings],
        article_of: NDArray[np.int32],
        article_ids: tuple[str, ...],
        settings: Bm25Settings = Bm25Settings(),
    ) -> None:
        self.article_of = article_of
        """(n,) for each chunk the place of its article in ``article_ids``."""
        self.article_ids = article_ids
        self._chunks = {name: ScoredField(postings, settings) for name, postings in chunks.items()}
        self._articles = {name: ScoredField(postings, settings) for name, postings in articles.items()}

    def __len__(self) -> int:
        return len(self.article_of)

    @classmethod
    def build(cls, chunks: Sequence[Chunk], on_progress: Progress | None = None) -> LexicalIndex:
        """The index of ``chunks``; rows are their places in the sequence."""
        level, article_level = _Level(), _Level()
        count_heading = lru_cache(maxsize=4096)(_count)
        parts: dict[str, dict[str, _Counts]] = {}
        for row, chunk in enumerate(chunks):
            text = _count(chunk.text)
            headings = {heading: count_heading(heading) for heading in (chunk.title, *chunk.path)}
            level.add([text, *headings.values()])
            article = parts.setdefault(chunk.article_id, {chunk.author: count_heading(chunk.author)})
            article |= headings | {chunk.chunk_id: text}
            if on_progress:
                on_progress(row + 1)
        for article in parts.values():
            article_level.add(article.values())
        numbers = {article_id: number for number, article_id in enumerate(parts)}
        article_of = np.fromiter((numbers[chunk.article_id] for chunk in chunks), np.int32, len(chunks))
        return cls(level.finish(), article_level.finish(), article_of, tuple(numbers))

    def save(self, folder: Path) -> None:
        """Writes the index into ``folder``, which must not hold one yet."""
        folder.mkdir(parents=True, exist_ok=True)
        for level, fields in (("chunks", self._chunks), ("articles", self._articles)):
            for name, field in fields.items():
                field.postings.save(folder / level / name)
        np.save(folder / "article_of.npy", self.article_of, allow_pickle=False)
        manifest = {"fingerprint": self.fingerprint, "chunks": len(self), "article_ids": self.article_ids}
        (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Opens a saved index, memory-mapped.

        Raises ``IndexDamaged`` where a file is missing or cannot be read, ``IndexOutdated`` where another
        version of the tokenizer wrote it.
        """
        rebuild = Words("运行 wenju refresh --full 重建", "run wenju refresh --full to build it anew")
        try:
            manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            if manifest["fingerprint"] != cls.fingerprint:
                what = Words("词语索引由另一版本写成", "another version wrote the word index")
                raise IndexOutdated(what, where=str(folder), mend=rebuild)
            chunks, articles = (
                {name: Postings.load(folder / level / name) for name in FIELDS}
                for level in ("chunks", "articles")
            )
            article_of = open_array(folder / "article_of.npy")
            if {field.documents for field in chunks.values()} != {len(article_of)}:
                raise ValueError("the fields differ in length")
        except (OSError, ValueError, KeyError) as fault:
            what = Words("词语索引的文件缺失或损坏", "a file of the word index is missing or damaged")
            raise IndexDamaged(what, where=str(folder), mend=rebuild) from fault
        return cls(chunks, articles, article_of, tuple(manifest["article_ids"]))

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
                    scores.append(TermScore(name, term, rarity, count, weight * rarity * float(gain)))
        return tuple(sorted(scores, key=lambda one: -one.score))

    def idf(self, term: str, field: str = "words") -> float:
        """How rare a term of one field is among the chunks: 0 in all of them, highest in none."""
        return self._chunks[field].idf(fold(term))

    def knows(self, term: str) -> bool:
        """Whether a word stands in some chunk: as a word, or all its pairs of characters in one chunk."""
        folded = fold(term)
        if self._chunks["words"].postings.frequency(folded):
            return True
        pairs = set(tokenise(folded).bigrams)
        if not pairs:
            return self._chunks["unigrams"].postings.frequency(folded) > 0
        return self._chunks["bigrams"].holding_all(pairs).size > 0

    def _coverage(self, query: Query) -> Floats:
        covered = np.zeros(len(self))
        for name in COVERAGE_FIELDS:
            covered += self._chunks[name].coverage(query.by_field[name])
        return covered / len(COVERAGE_FIELDS)


class _Level:
    """The three fields of one level, gathered."""

    def __init__(self) -> None:
        self._writers = [PostingsWriter() for _ in FIELDS]

    def add(self, parts: Iterable[_Counts]) -> None:
        """The next document, made of parts."""
        for writer, counts in zip(self._writers, zip(*parts, strict=True), strict=True):
            writer.add(sum(counts[1:], Counter(counts[0])))

    def finish(self) -> dict[str, Postings]:
        return {field: writer.finish() for field, writer in zip(FIELDS, self._writers, strict=True)}


_Counts = tuple[Counter[str], ...]
"""A text's term counts, one for each of ``FIELDS``."""


def _count(text: str) -> _Counts:
    return tuple(map(Counter, tokenise(text)))


def _sum(fields: dict[str, ScoredField], query: Query, documents: int) -> Floats:
    scores = np.zeros(documents)
    for name, terms in query.by_field.items():
        scores += fields[name].scores(terms)
    return scores
