"""How does a page become its articles and notices?

    page → PageReading → text → sections → articles

How the page was understood is told by ``page_reading``; here its parts become articles with their text and the
way back to the file. A record of a table of articles, and a page whose title stands beside its text,
is one article already: its fields win.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.corpus.article import Article, Imprint, SourceText
from rag.corpus.imprint.own_lines import own_words
from rag.corpus.imprint.page_imprint import PageImprint
from rag.corpus.layout.assembly import draft_of
from rag.corpus.layout.blocks import Block
from rag.corpus.order.parts import Parts
from rag.corpus.outline.conclusions import with_conclusion
from rag.corpus.outline.sections import sections_of
from rag.corpus.page import Page
from rag.corpus.page_reading import PageReading, read_page
from rag.corpus.strand import joined
from rag.text.spans import Span


def articles_of(page: Page) -> tuple[Article, ...]:
    """The articles and notices of a page, in the order in which they begin on it.

    Whatever the text, every character of an article stands in the page where its map says. A page of white
    space has none.
    """
    return articles_read(read_page(page))


def articles_read(reading: PageReading) -> tuple[Article, ...]:
    """The articles of a page that has been understood."""
    page = reading.page
    articles = [_article(page, part, reading.imprint) for part in reading.parts if part.blocks]
    return tuple(_with_own_ids(sorted(articles, key=_place)))


def _place(article: Article) -> int:
    title = article.title.pieces[0].start if article.title and article.title.pieces else None
    first = min(run.source for run in article.source_map.runs)
    return first if title is None else min(title, first)


def _article(page: Page, parts: Parts, printed: PageImprint) -> Article:
    draft, end = draft_of(page.text, parts.blocks, parts.biography)
    text, source_map = draft.text(), draft.source_map()
    title = _field(page.title) or _title(parts.title, page.text)
    sections = sections_of(text, draft.paragraphs, end)
    sections = with_conclusion(sections, text, draft.paragraphs, title.text if title else "")
    return Article(
        article_id=article_id(page, text),
        kind=parts.kind,
        file=page.file,
        record=page.record,
        title=title,
        author=_field(page.author) or parts.byline.author,
        affiliation=_field(page.affiliation) or parts.byline.affiliation,
        text=text,
        source_map=source_map,
        sections=sections,
        body=Span(0, end),
        landmarks=page.landmarks,
        imprint=printed.of_article(_start(parts), _fields(page), own_words(text, source_map)),
    )


def _start(parts: Parts) -> int:
    """Where the first word of an article, its title among them, stands in the source."""
    blocks = (*parts.title, *(block for block, _ in parts.blocks))
    return min(span.start for block in blocks for span in block.strand.kept)


def _fields(page: Page) -> Imprint:
    return Imprint(*map(_field, (page.newspaper, page.date, page.edition, page.column)))


def _field(value: str | None) -> SourceText | None:
    return SourceText(value, ()) if value else None


def _title(blocks: Sequence[Block], source: str) -> SourceText | None:
    return joined(block.strand for block in blocks).label(source) if blocks else None


def article_id(page: Page, text: str) -> str:
    """Twelve hexadecimal digits from file name, record and text."""
    return _digest(page.file, page.record or "", text)


def _with_own_ids(articles: Sequence[Article]) -> Iterator[Article]:
    """The same words twice on a page are two articles, told apart by their order."""
    seen: Counter[str] = Counter()
    for article in articles:
        seen[article.article_id] += 1
        times = seen[article.article_id]
        own = article.article_id if times == 1 else _digest(article.article_id, str(times))
        yield replace(article, article_id=own)


def _digest(*parts: str) -> str:
    written = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(written, digest_size=6).hexdigest()
