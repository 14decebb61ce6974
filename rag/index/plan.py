"""Which files must be read again, and which articles are new, changed or gone?

Contents decide: every file is hashed at every refresh (about a second a gigabyte), because size and time of
change can both stay the same over an edit (a copy that keeps times, two saves within one tick of the clock),
and no test of them proves the contents. What is saved is the reading, cutting and embedding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from rag.corpus.article import Article, SourceText
from rag.corpus.page import SourceFile
from rag.index.contents import CutPage
from rag.index.manifest import SourceEntry, file_digest
from rag.text.spans import SourceMap

ALIKE = 0.5
"""Two untitled articles of one file that share half of their pairs of characters are one, before and after an
edit; two different articles of one newspaper share well under a fifth."""


class FileState(NamedTuple):
    """A file as it stands at the beginning of a refresh."""

    file: SourceFile
    digest: str
    """SHA-256 of its bytes; empty where it cannot be opened."""
    size_bytes: int


@dataclass(frozen=True)
class FilePlan:
    """What the refresh does with each file."""

    files: tuple[FileState, ...]
    """All files, in reading order."""
    read: frozenset[str]
    """Names of those that are read; the others are carried over from the generation before."""
    removed: tuple[str, ...]
    """Names of files of the generation before that are no more, or not among those given."""
    reordered: bool
    """The same files, but in another order of reading."""

    @property
    def nothing_to_do(self) -> bool:
        """Whether the generation before holds these very files."""
        return not (self.read or self.removed or self.reordered)


class ArticleChanges(NamedTuple):
    """How many articles a refresh brings, alters and takes away."""

    added: int
    changed: int
    removed: int


def file_state(file: SourceFile) -> FileState:
    """The file's digest, taken before it is read: if it is written to meanwhile, the next refresh sees it."""
    try:
        return FileState(file, file_digest(file.path), file.path.stat().st_size)
    except OSError:
        return FileState(file, "", 0)


def plan_files(files: Sequence[FileState], before: Sequence[SourceEntry], *, read_all: bool) -> FilePlan:
    """Compare the files with those of the generation before, by name and contents.

    A file that could not be opened, now or then, is read. ``read_all`` reads every file.
    """
    known = {source.file: source.digest for source in before}
    names = [state.file.name for state in files]
    fresh = (s for s in files if read_all or not s.digest or known.get(s.file.name) != s.digest)
    stay = set(names)
    return FilePlan(
        files=tuple(files),
        read=frozenset(state.file.name for state in fresh),
        removed=tuple(source.file for source in before if source.file not in stay),
        reordered=[name for name in names if name in known] != [s.file for s in before if s.file in stay],
    )


def article_changes(before: Iterable[CutPage], after: Iterable[CutPage]) -> ArticleChanges:
    """Compare the articles of the files that were read or removed.

    An article is changed when its file holds one after the refresh that says something else and is the same
    by id (its title was edited), by record, by title, or, failing these, by half of its words. An article
    that only stands at another place of its file is not changed; one whose file was renamed is removed and
    added.
    """
    old, new = _by_file(before), _by_file(after)
    added = changed = removed = 0
    for file in old.keys() | new.keys():
        pairs, gone, fresh = _pairs(old.get(file, []), new.get(file, []))
        changed += sum(_unplaced(one) != _unplaced(other) for one, other in pairs)
        removed += len(gone)
        added += len(fresh)
    return ArticleChanges(added, changed, removed)


def _by_file(pages: Iterable[CutPage]) -> dict[str, list[Article]]:
    files: dict[str, list[Article]] = {}
    for page in pages:
        files.setdefault(page.file, []).extend(cut.article for cut in page.articles)
    return files


def _pairs(
    old: list[Article], new: list[Article]
) -> tuple[list[tuple[Article, Article]], list[Article], list[Article]]:
    """Articles of one file before and after that are one another's, and those left on either side."""
    pairs: list[tuple[Article, Article]] = []
    for key in (_id, _record, _title):
        waiting: dict[str, list[Article]] = {}
        for article in new:
            if name := key(article):
                waiting.setdefault(name, []).append(article)
        matched = [(one, waiting[key(one)].pop(0)) for one in old if waiting.get(key(one))]
        pairs += matched
        old, new = _left(old, [one for one, _ in matched]), _left(new, [other for _, other in matched])
    for one in list(old):
        if best := _closest(one, new):
            pairs.append((one, best))
            old, new = _left(old, [one]), _left(new, [best])
    return pairs, old, new


def _closest(one: Article, others: list[Article]) -> Article | None:
    """The article of a page that reads most like ``one``; records are told by their ids alone."""
    alike = [
        (likeness(one.text, other.text), other) for other in others if one.record is other.record is None
    ]
    share, best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return best if share >= ALIKE else None


def likeness(one: str, other: str) -> float:
    """The share of distinct pairs of characters that two texts have in common, from 0 to 1.

    >>> likeness("安全生产", "安全生产"), likeness("安全生产", "安全用电"), likeness("", "")
    (1.0, 0.2, 0.0)
    """
    pairs, others = (set(pairwise(text)) for text in (one, other))
    return len(pairs & others) / max(1, len(pairs | others))


def _left(articles: list[Article], taken: list[Article]) -> list[Article]:
    gone = {id(article) for article in taken}
    return [article for article in articles if id(article) not in gone]


def _id(article: Article) -> str:
    return article.article_id


def _record(article: Article) -> str:
    return article.record or ""


def _title(article: Article) -> str:
    return article.title.text if article.title and article.record is None else ""


def _unplaced(article: Article) -> Article:
    """The article without the places where it stands: what is left differs when it says something else."""

    def text(words: SourceText | None) -> SourceText | None:
        return words and SourceText(words.text, ())

    return replace(
        article,
        title=text(article.title),
        author=text(article.author),
        affiliation=text(article.affiliation),
        source_map=SourceMap(()),
        landmarks=(),
    )
