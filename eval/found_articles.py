"""Which articles are scored against a gold: those of an index, or those just read from files?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from eval.errors import GoldError, gathered
from eval.gold_articles import GoldArticle
from rag.corpus.article import Article
from rag.corpus.chunks import ChunkSettings
from rag.corpus.files import find_files
from rag.corpus.skipped import Skipped
from rag.errors import Words
from rag.index.contents import CutPage
from rag.index.plan import file_state
from rag.index.reading import read_source
from rag.index.snapshot import Snapshot

Source = tuple[str, str | None]
"""A file, and the id of a JSON Lines record in it."""


@dataclass(frozen=True)
class FoundArticles:
    """A segmentation with the texts that its places count in."""

    articles: tuple[Article, ...]
    texts: Mapping[Source, str]
    """The decoded text of every file, or record, that was read."""
    skipped: tuple[Skipped, ...] = ()


def articles_in(paths: Sequence[Path], settings: ChunkSettings = ChunkSettings()) -> FoundArticles:
    """The articles of files and folders, read as a refresh reads them. Raises ``CorpusNotFound``."""
    found = find_files(paths)
    sources = [read_source(file_state(file), settings) for file in found.files]
    skipped = (*found.skipped, *(one for source in sources for one in source.entry.skipped))
    return _found((page for source in sources for page in source.pages), skipped)


def articles_indexed(snapshot: Snapshot) -> FoundArticles:
    """The articles of a generation."""
    files = [entry.file for entry in snapshot.manifest.sources]
    return _found(page for file in files for page in snapshot.database.pages_of(file))


def _found(pages: Iterable[CutPage], skipped: tuple[Skipped, ...] = ()) -> FoundArticles:
    kept = list(pages)
    articles = tuple(cut.article for page in kept for cut in page.articles)
    return FoundArticles(articles, {(page.file, page.record): page.text for page in kept}, skipped)


def matched(gold: Sequence[GoldArticle], found: FoundArticles) -> tuple[GoldArticle, ...]:
    """The gold with its files named as they are in ``found``: see ``file_meant``.

    Raises ``GoldError`` with every article whose file is not there, or is shorter than its places.
    """
    files = list(dict.fromkeys(file for file, _ in found.texts))
    faults: list[tuple[int, Words]] = []
    kept: list[GoldArticle] = []
    for one in gold:
        meant = file_meant(one.file, files)
        text = found.texts.get((meant[0], one.record)) if len(meant) == 1 else None
        if text is not None and one.end <= len(text):
            kept.append(replace(one, file=meant[0]))
        else:
            faults.append((one.line, _why(one, meant, text)))
    if faults:
        what = Words("标注与语料不符", "the gold does not fit the corpus")
        mend = Words("检查 --corpus 或 --index", "check --corpus or --index")
        raise GoldError(gathered(what, faults), mend=mend)
    return tuple(kept)


def file_meant(name: str, files: Sequence[str]) -> list[str]:
    """The files that a gold may mean by ``name``: that one, or those whose paths end alike, or begin so.

    >>> file_meant("版面/甲.txt", ["甲.txt", "乙.txt"])
    ['甲.txt']
    >>> file_meant("甲.txt", ["一月/甲.txt", "二月/甲.txt"])
    ['一月/甲.txt', '二月/甲.txt']
    >>> file_meant("003", ["002_早报.txt", "003_晚报.txt"])
    ['003_晚报.txt']
    """
    if name in files:
        return [name]
    ends = [file for file in files if _ends_alike(name, file)]
    return ends or [file for file in files if PurePosixPath(file).name.startswith(PurePosixPath(name).name)]


def _ends_alike(one: str, other: str) -> bool:
    short, long = sorted((PurePosixPath(one).parts, PurePosixPath(other).parts), key=len)
    return bool(short) and long[-len(short) :] == short


def _why(gold: GoldArticle, meant: Sequence[str], text: str | None) -> Words:
    if len(meant) > 1:
        files = "、".join(meant[:3])
        return Words(f"{gold.file} 可指 {files}", f"{gold.file} may mean {files}")
    if text is None:
        return Words(f"没有读到 {gold.file}", f"{gold.file} was not read")
    return Words(
        f"{gold.name} 的位置到 {gold.end}，而 {gold.file} 只有 {len(text)} 字",
        f"{gold.name} goes to {gold.end}, but {gold.file} has {len(text)} characters",
    )
