"""A question set over passages as something that can be searched: an index in memory, each passage an article."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from rag.corpus.article import Article, ArticleKind, Chunk
from rag.corpus.chunks import ChunkSettings, chunks_of
from rag.retrieval.hits import Hit
from rag.retrieval.lexical import LexicalIndex
from rag.retrieval.query import analyse
from rag.retrieval.search import Retriever
from rag.text.spans import SourceMap, Span


class LabelledQuestion(NamedTuple):
    """A question and where one passage answers it."""

    text: str
    passage: str
    """Id of the passage."""
    answers: tuple[Span, ...]
    """In the passage's text."""


@dataclass(frozen=True)
class PassageSet:
    """Passages that can be searched, and questions on them."""

    articles: dict[str, Article]
    retriever: Retriever
    questions: tuple[LabelledQuestion, ...]

    @classmethod
    def read(cls, passages: Sequence[Path], questions: Sequence[Path]) -> PassageSet:
        """The set in gzipped JSON Lines files.

        A passage is ``{"pid", "title", "text"}``, a question ``{"question", "pid", "answers": [{"text", "start"}]}``
        with ``start`` counting in the passage's text.
        """
        articles = {row["pid"]: _article(row) for path in passages for row in _rows(path)}
        chunks: list[Chunk] = [c for a in articles.values() for c in chunks_of(a, ChunkSettings())]
        retriever = Retriever(LexicalIndex.build(chunks), None, None, lambda rows: [chunks[r] for r in rows])
        asked = tuple(q for path in questions for row in _rows(path) if (q := _question(row)))
        return cls(articles, retriever, asked)

    def hits(self, question: str, k: int) -> list[tuple[Hit, Article]]:
        """The best ``k`` hits with their articles."""
        found = self.retriever.search(analyse(question), k=k)
        return [(hit, self.articles[hit.chunk.article_id]) for hit in found]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _article(row: dict[str, Any]) -> Article:
    text = row["text"]
    return Article(
        article_id=row["pid"],
        kind=ArticleKind.ARTICLE,
        file="",
        record=row["pid"],
        title=None,
        author=None,
        affiliation=None,
        text=text,
        source_map=SourceMap.of([(0, len(text))], text),
        sections=(),
        body=Span(0, len(text)),
    )


def _question(row: dict[str, Any]) -> LabelledQuestion | None:
    spans = tuple(
        Span(answer["start"], answer["start"] + len(answer["text"]))
        for answer in row["answers"]
        if answer["start"] >= 0
    )
    return LabelledQuestion(row["question"], row["pid"], spans) if spans else None
