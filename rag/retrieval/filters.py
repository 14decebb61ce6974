"""Which articles may answer: of this newspaper, this author, these months?"""

from __future__ import annotations

from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from functools import cached_property

from rag.corpus.article import Article, ArticleKind, SourceText
from rag.corpus.people.author_names import author_names
from rag.errors import UserError, Words
from rag.text.dates import iso_date, lies_within
from rag.text.normalise import fold


class FilterNotUnderstood(UserError):
    """A filter that no article can be held against."""


@dataclass(frozen=True)
class Filters:
    """What an article must be to be searched; ``None`` asks for nothing, and so do words without a letter.

    Words are compared folded (width, case, traditional characters). Newspaper and column must be the whole name,
    the author one of the names of the byline; of title and unit a part is enough. What an article does not say
    fits no filter. Raises ``FilterNotUnderstood``.
    """

    newspaper: str | None = None
    author: str | None = None
    affiliation: str | None = None
    title: str | None = None
    file: str | None = None
    """A pattern with ``*`` and ``?`` over the file's whole name, or over its last part where it has no ``/``."""
    column: str | None = None
    since: str | None = None
    """A date of any precision, itself included; kept as ISO. A date known to the year alone passes all its months."""
    until: str | None = None
    kind: ArticleKind | None = None

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, str) and not isinstance(value, ArticleKind):
                object.__setattr__(self, one.name, value.strip() or None)
        for name in ("since", "until"):
            object.__setattr__(self, name, _iso(name, getattr(self, name)))
        if self.kind is not None:
            object.__setattr__(self, "kind", _kind(self.kind))
        if self.since and self.until and not lies_within(self.since, None, self.until):
            raise FilterNotUnderstood(
                Words("筛选的起始日期晚于截止日期", "the range of dates ends before it begins"),
                where=f"{self.since} – {self.until}",
                mend=Words("请调换两个日期", "exchange the two dates"),
            )

    @property
    def given(self) -> dict[str, str]:
        """The filters that ask for something, by name, in their order."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: str(value) for name, value in values.items() if value is not None}

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.given)

    def passes(self, article: Article) -> bool:
        """Whether an article is all that is asked for."""
        imprint = article.imprint
        return (
            (self.kind is None or article.kind is self.kind)
            and self._whole("newspaper", imprint.newspaper)
            and self._whole("column", imprint.column)
            and self._part("title", article.title)
            and self._part("affiliation", article.affiliation)
            and self._names_author(article.author)
            and self._names_file(article.file)
            and self._is_in_time(imprint.iso_date)
        )

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {name: _plain(value) for name, value in self.given.items()}

    def _whole(self, name: str, words: SourceText | None) -> bool:
        return name not in self._folded or (words is not None and _plain(words.text) == self._folded[name])

    def _part(self, name: str, words: SourceText | None) -> bool:
        return name not in self._folded or (words is not None and self._folded[name] in _plain(words.text))

    def _names_author(self, author: SourceText | None) -> bool:
        wanted = self._folded.get("author")
        if wanted is None or author is None:
            return wanted is None
        return wanted == _plain(author.text) or wanted in map(_plain, author_names(author.text))

    def _names_file(self, file: str) -> bool:
        if self.file is None:
            return True
        return fnmatchcase(file if "/" in self.file else file.rpartition("/")[2], self.file)

    def _is_in_time(self, iso: str | None) -> bool:
        if self.since is None and self.until is None:
            return True
        return iso is not None and lies_within(iso, self.since, self.until)


def _plain(words: str) -> str:
    return fold(words).strip("《》")


def _iso(name: str, words: str | None) -> str | None:
    if words is None:
        return None
    iso = iso_date(words)
    if iso is None:
        raise FilterNotUnderstood(
            Words(f"看不懂筛选的日期（{name}）", f"the date of the filter is not understood ({name})"),
            where=words,
            mend=Words("请写成 2025、2025-03 或 2025-03-12", "write it as 2025, 2025-03 or 2025-03-12"),
        )
    return iso


def _kind(given: str) -> ArticleKind:
    try:
        return ArticleKind(given)
    except ValueError:
        known = [kind.value for kind in ArticleKind]
        raise FilterNotUnderstood(
            Words("没有这一类文章", "there is no such kind of article"),
            where=given,
            mend=Words(f"可以写 {'、'.join(known)}", f"write one of {', '.join(known)}"),
        ) from None


EVERYTHING = Filters()
"""No filter at all."""
