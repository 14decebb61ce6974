"""An article as its readers see it, with the way back to the file: the stages Article, Section, Chunk."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rag.corpus.page import Landmark
from rag.text.dates import iso_date
from rag.text.spans import SourceMap, Span


class ArticleKind(StrEnum):
    """What kind of text an article is."""

    ARTICLE = "article"
    NOTICE = "notice"
    """An announcement or advertisement printed in the page."""


@dataclass(frozen=True)
class SourceText:
    """Words of the file that are not body text: a title, a name, a unit."""

    text: str
    """As shown: ``李林`` where the page prints ``李 林``."""
    pieces: tuple[Span, ...]
    """Where they stand in the source text; empty when they come from a field of a record or a file's name."""


@dataclass(frozen=True)
class Imprint:
    """Where and when an article was printed; ``None`` where nothing says so.

    The words are those of the page, of a field of a record or of the file's name; only those of the page have
    places.
    """

    newspaper: SourceText | None = None
    """The newspaper, journal or site."""
    date: SourceText | None = None
    edition: SourceText | None = None
    """The page of a newspaper (第3版) or the issue of a journal (第3期)."""
    column: SourceText | None = None
    """The column or section it stands in: 理论园地."""

    @property
    def iso_date(self) -> str | None:
        """The date for sorting and filtering, ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; ``None`` if unreadable."""
        return iso_date(self.date.text) if self.date else None

    def filled(self, other: Imprint) -> Imprint:
        """The imprint with what only the other tells."""
        return Imprint(
            self.newspaper or other.newspaper,
            self.date or other.date,
            self.edition or other.edition,
            self.column or other.column,
        )


@dataclass(frozen=True)
class Section:
    """A heading and the text under it, up to the next heading of any level."""

    level: int
    """1 for the top level (一、), from the numbering and never from Markdown marks."""
    heading: Span
    """The heading, in ``Article.text``."""
    body: Span
    """What stands under it before the next heading or an unheaded conclusion; may be empty."""
    path: tuple[str, ...]
    """The headings from the top down to this one."""
    run_in: bool
    """The heading shares its line with the text that follows."""


@dataclass(frozen=True)
class Article:
    r"""One article or notice, in reading order.

    ``text`` is the body and, after it, the author's biography if the page prints one: pieces joined, hard
    wraps and seams closed, Markdown marks and layout spaces gone, nothing else changed. Paragraphs are
    parted by one ``\\n`` (itself a character of the source). ``source_map`` leads every character back.
    """

    article_id: str
    """From the file's name, the record and the text: the same after every refresh that leaves them alone."""
    kind: ArticleKind
    file: str
    record: str | None
    title: SourceText | None
    author: SourceText | None
    affiliation: SourceText | None
    text: str
    source_map: SourceMap
    sections: tuple[Section, ...]
    """In reading order; introductions and unheaded conclusions belong to none."""
    body: Span
    """The body inside ``text``: all but the biography."""
    landmarks: tuple[Landmark, ...] = ()
    """Of the page that it stands in, in offsets of the source; see ``landmarks_at``."""
    imprint: Imprint = Imprint()

    @property
    def biography(self) -> Span:
        """The author's biography inside ``text``; empty where there is none."""
        return Span(self.body.end, len(self.text))

    def section_at(self, offset: int) -> Section | None:
        """The section whose heading or body holds the character, or ``None``."""
        before = bisect_right(self.sections, offset, key=lambda section: section.heading.start)
        section = self.sections[before - 1] if before else None
        return section if section and offset < max(section.heading.end, section.body.end) else None

    def path_at(self, offset: int) -> tuple[str, ...]:
        """The headings above a character, from the top; empty in introductions and conclusions."""
        section = self.section_at(offset)
        return section.path if section else ()

    def pieces(self, span: Span) -> tuple[Span, ...]:
        """The places of a span of ``text`` in the source, in reading order."""
        return self.source_map.pieces(span)

    def landmarks_at(self, pieces: Sequence[Span]) -> tuple[Landmark, ...]:
        """The landmarks that some places in the source reach over, in the order of the document."""
        at: set[int] = set()
        for piece in pieces:
            first = bisect_right(self.landmarks, piece.start, key=lambda landmark: landmark.start) - 1
            last = bisect_right(self.landmarks, piece.end - 1, key=lambda landmark: landmark.start) - 1
            at.update(range(max(0, first), last + 1))
        return tuple(self.landmarks[index] for index in sorted(at))


@dataclass(frozen=True)
class Chunk:
    """What is indexed and retrieved: some sentences of one section of one article."""

    chunk_id: str
    """From the article's id, the heading path and the text."""
    article_id: str
    span: Span
    """In ``Article.text``."""
    title: str
    """The article's title, or an empty string."""
    author: str
    """The author and the unit, as one line, or an empty string."""
    path: tuple[str, ...]
    """The headings above it, from the top."""
    text: str
    """``Article.text[span]``: what may be quoted."""

    @property
    def passage(self) -> str:
        """What is indexed and embedded: title and headings in front of the text."""
        return "\n".join(part for part in (self.title, *self.path, self.text) if part)
