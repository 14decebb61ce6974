"""Which stretches of an article are indexed and found?"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rag.corpus.article import Article, Chunk
from rag.text.sentences import clauses, sentences
from rag.text.spans import Span


@dataclass(frozen=True)
class ChunkSettings:
    """How long a chunk may be."""

    max_chars: int = 300
    """Characters of a chunk at most: a paragraph of print; of 150 to 600, 300 found the most answers."""


class Zone(NamedTuple):
    """A stretch of an article that no chunk may leave: one section's own text, or text without heading."""

    path: tuple[str, ...]
    span: Span


_CLAUSE_END = re.compile(r"[，,、；;：:\s]")


def chunks_of(article: Article, settings: ChunkSettings = ChunkSettings()) -> tuple[Chunk, ...]:
    """The chunks of an article, in reading order.

    Every word of the text that is no heading lies in exactly one chunk; no chunk crosses a section. Whole
    paragraphs are packed together; a longer one is cut at sentence ends into parts of about one size. A
    heading with nothing under it is a chunk of its own.
    """
    by_line = (article.author, article.affiliation)
    author = " ".join(label.text for label in by_line if label)
    title = article.title.text if article.title else ""
    seen: Counter[str] = Counter()
    chunks = []
    for zone in zones_of(article):
        for span in _packed(article.text, zone.span, settings.max_chars):
            text = span.slice(article.text)
            if not text.strip():
                continue
            identity = _digest(article.article_id, *zone.path, text)
            seen[identity] += 1
            if seen[identity] > 1:
                identity = _digest(identity, str(seen[identity]))
            chunks.append(Chunk(identity, article.article_id, span, title, author, zone.path, text))
    return tuple(chunks)


def zones_of(article: Article) -> Iterator[Zone]:
    """The stretches that chunks stay within, in reading order."""
    at = 0
    sections = article.sections
    for index, section in enumerate(sections):
        yield from _zone(article.text, Span(at, section.heading.start), ())
        leads = index + 1 < len(sections) and sections[index + 1].level > section.level
        if section.body.length:
            yield from _zone(article.text, section.body, section.path)
        elif not leads:
            yield Zone(section.path[:-1], section.heading)
        at = max(section.heading.end, section.body.end)
        # The full stop, colon or space between a run-in heading and its text belongs to neither.
    yield from _zone(article.text, Span(at, article.body.end), ())
    yield from _zone(article.text, article.biography, ())


def _zone(text: str, span: Span, path: tuple[str, ...]) -> Iterator[Zone]:
    words = span.slice(text)
    if words.strip():
        start = span.start + len(words) - len(words.lstrip())
        yield Zone(path, Span(start, start + len(words.strip())))


def _packed(text: str, zone: Span, max_chars: int) -> Iterator[Span]:
    """Paragraphs put together up to the limit, longer ones cut."""
    packed: Span | None = None
    for paragraph in _paragraphs(text, zone):
        if packed and paragraph.end - packed.start <= max_chars:
            packed = Span(packed.start, paragraph.end)
            continue
        if packed:
            yield packed
        packed = None
        if paragraph.length > max_chars:
            yield from _cut(text, paragraph, max_chars)
        else:
            packed = paragraph
    if packed:
        yield packed


def _paragraphs(text: str, zone: Span) -> Iterator[Span]:
    start = zone.start
    while start < zone.end:
        end = text.find("\n", start, zone.end)
        end = zone.end if end < 0 else end
        if end > start:
            yield Span(start, end)
        start = end + 1


def _cut(text: str, paragraph: Span, max_chars: int) -> Iterator[Span]:
    """A long paragraph in as few parts as fit, of about one size, each ending with a sentence."""
    parts = [part for s in sentences(text, paragraph) for part in _bounded(text, s, max_chars)]
    target = paragraph.length / math.ceil(paragraph.length / max_chars)
    start = parts[0].start
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        if following is None:
            yield Span(start, part.end)
            return
        with_next = following.end - start
        # Stop here if the next sentence does not fit, or leads further from the even size than stopping.
        if with_next > max_chars or with_next - target > target - (part.end - start):
            yield Span(start, part.end)
            start = part.end


def _bounded(text: str, sentence: Span, max_chars: int) -> Sequence[Span]:
    """A sentence, or the parts of an endless one: cut at semicolons, else at commas, else anywhere."""
    if sentence.length <= max_chars:
        return (sentence,)
    parts: list[Span] = []
    for clause in clauses(text, sentence):
        at = clause.start
        while clause.end - at > max_chars:
            ends = [m.end() for m in _CLAUSE_END.finditer(text, at + max_chars // 2, at + max_chars)]
            end = ends[-1] if ends else at + max_chars
            parts.append(Span(at, end))
            at = end
        parts.append(Span(at, clause.end))
    return parts


def _digest(*parts: str) -> str:
    written = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(written, digest_size=8).hexdigest()
