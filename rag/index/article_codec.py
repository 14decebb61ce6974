"""How is an article written down beside its source, without saying its text twice?

The text of an article is slices of its source, a chunk is a slice of its article: the places alone are
written, as JSON arrays, and the texts are read back from the source, so that they cannot differ from it.
"""

from __future__ import annotations

import json
from typing import Any

from rag.corpus.article import Article, ArticleKind, Chunk, Imprint, Section, SourceText
from rag.corpus.page import Landmark, LandmarkKind
from rag.text.spans import Run, SourceMap, Span


def pack(value: Any) -> bytes:  # noqa: ANN401 - whatever JSON can hold
    """JSON as bytes; lone surrogates, which a record of a JSON Lines file can hold, are kept."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpack(packed: bytes) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """The value that ``pack`` was given, tuples as lists."""
    return json.loads(packed.decode("utf-8", "surrogatepass"))


def pack_article(article: Article) -> bytes:
    """All fields but those of the page: the file, the record, the text and the landmarks."""
    return pack(
        [
            article.kind.value,
            _words(article.title),
            _words(article.author),
            _words(article.affiliation),
            [[run.source, run.length, int(run.continues)] for run in article.source_map.runs],
            [[s.level, *s.heading, *s.body, s.path, int(s.run_in)] for s in article.sections],
            article.body,
            [_words(words) for words in _imprint(article)],
        ]
    )


def unpack_article(
    packed: bytes,
    article_id: str,
    place: tuple[str, str | None],
    source: str,
    landmarks: tuple[Landmark, ...] = (),
) -> Article:
    """The article of ``pack_article``; ``place`` is its file and record, ``source`` the text of that."""
    kind, title, author, affiliation, runs, sections, body, imprint = unpack(packed)
    return Article(
        article_id=article_id,
        kind=ArticleKind(kind),
        file=place[0],
        record=place[1],
        title=_source_text(title),
        author=_source_text(author),
        affiliation=_source_text(affiliation),
        text="".join(source[start : start + length] for start, length, _ in runs),
        source_map=_source_map(runs),
        sections=tuple(_section(*section) for section in sections),
        body=Span(*body),
        landmarks=landmarks,
        imprint=Imprint(*map(_source_text, imprint)),
    )


def unpack_signature(packed: bytes) -> tuple[str, str, str]:
    """Author, affiliation and newspaper of ``pack_article``, empty where there is none."""
    fields = unpack(packed)
    author, affiliation, newspaper = (words[0] if words else "" for words in (*fields[2:4], fields[7][0]))
    return author, affiliation, newspaper


def pack_landmarks(landmarks: tuple[Landmark, ...]) -> bytes:
    """The landmarks of a page."""
    return pack(landmarks)


def unpack_landmarks(packed: bytes) -> tuple[Landmark, ...]:
    """The landmarks of ``pack_landmarks``."""
    return tuple(Landmark(start, LandmarkKind(kind), number) for start, kind, number in unpack(packed))


def pack_chunk(chunk: Chunk) -> bytes:
    """All fields but the article's id and the text."""
    return pack([chunk.chunk_id, *chunk.span, chunk.title, chunk.author, chunk.path])


def unpack_chunk(packed: bytes, article: Article) -> Chunk:
    """The chunk of ``pack_chunk``."""
    chunk_id, start, end, title, author, path = unpack(packed)
    span = Span(start, end)
    return Chunk(chunk_id, article.article_id, span, title, author, tuple(path), span.slice(article.text))


def _words(words: SourceText | None) -> list[Any] | None:
    return None if words is None else [words.text, words.pieces]


def _imprint(article: Article) -> tuple[SourceText | None, ...]:
    imprint = article.imprint
    return imprint.newspaper, imprint.date, imprint.edition, imprint.column


def _source_text(words: list[Any] | None) -> SourceText | None:
    return None if words is None else SourceText(words[0], tuple(Span(*piece) for piece in words[1]))


def _source_map(packed: list[list[int]]) -> SourceMap:
    runs, at = [], 0
    for source, length, continues in packed:
        runs.append(Run(at, source, length, bool(continues)))
        at += length
    return SourceMap(tuple(runs))


def _section(level: int, *rest: Any) -> Section:  # noqa: ANN401 - as JSON gives it
    heading_start, heading_end, body_start, body_end, path, run_in = rest
    return Section(
        level, Span(heading_start, heading_end), Span(body_start, body_end), tuple(path), bool(run_in)
    )
