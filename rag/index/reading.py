"""What does one file hold, and why, where it cannot be read?"""

from __future__ import annotations

import logging
from typing import NamedTuple

from rag.corpus.articles import articles_of
from rag.corpus.chunks import ChunkSettings, chunks_of
from rag.corpus.page import Page
from rag.corpus.readers import read_pages
from rag.corpus.readers.settings import ReadingSettings
from rag.corpus.skipped import Skipped
from rag.errors import Unreadable, Words
from rag.index.contents import CutArticle, CutPage, prove
from rag.index.manifest import SourceEntry
from rag.index.plan import FileState

log = logging.getLogger(__name__)


class ReadSource(NamedTuple):
    """A file as the generation holds it."""

    entry: SourceEntry
    pages: tuple[CutPage, ...]
    """Empty where the file could not be read; the entry has the reason."""


def read_source(
    state: FileState, settings: ChunkSettings, reading: ReadingSettings = ReadingSettings()
) -> ReadSource:
    """Read one file and cut it into articles and chunks. Never raises for what the file holds."""
    name = state.file.name
    skipped: list[Skipped] = []
    pages: list[CutPage] = []
    known: set[str] = set()
    try:
        read = read_pages(state.file, reading)
        skipped += read.skipped
        pages += [_cut(page, settings, known) for page in read.pages]
    except Unreadable as fault:
        pages, skipped = [], [Skipped(name, fault.reason)]
    except Exception as fault:
        # A fault of our own; but one file must not keep the others from being asked.
        log.exception("%s could not be read", name)
        reason = Words(f"程序出错，未能读取：{fault!r}", f"a fault of the program: {fault!r}")
        pages, skipped = [], [Skipped(name, reason)]
    articles = sum(len(page.articles) for page in pages)
    entry = SourceEntry(name, state.digest, state.size_bytes, articles, tuple(skipped))
    return ReadSource(entry, tuple(pages))


def _cut(page: Page, settings: ChunkSettings, known: set[str]) -> CutPage:
    cuts = []
    for article in articles_of(page):
        # The same words twice in one file are one article: the first of them answers for both.
        if article.article_id in known:
            continue
        known.add(article.article_id)
        cut = CutArticle(article, tuple(chunks_of(article, settings)))
        prove(cut, page.text)
        cuts.append(cut)
    return CutPage(page.file, page.record, page.text, tuple(cuts), page.landmarks)
