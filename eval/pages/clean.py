"""What does an article say before a page spoils it? Its paragraphs, with the headings marked in them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate


@dataclass(frozen=True)
class Mark:
    """A heading within a paragraph; offsets count in the paragraph."""

    level: int
    start: int
    end: int
    """Before the stop, colon or space that parts a run-in heading from its text."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a body."""

    text: str
    marks: tuple[Mark, ...] = ()
    alone: bool = False
    """The whole paragraph is a heading on a line of its own."""


@dataclass(frozen=True)
class Author:
    """Who wrote an article."""

    names: tuple[str, ...]
    unit: str
    post: str = ""


@dataclass(frozen=True)
class Article:
    """An article as its author handed it in."""

    name: str
    """The id in the gold: ``p007-2``."""
    title: str
    paragraphs: tuple[Paragraph, ...]
    title_break: int = 0
    """Where a title on two lines is broken; 0: it stands on one."""
    kind: str = "article"
    topic: str = ""
    """What it is about, in the annotator's words."""
    author: Author | None = None
    kicker: str = ""
    subtitle: str = ""
    bio: str = ""
    things: tuple[str, ...] = field(default=(), repr=False)
    """Words inside which a column may break and still be put together by a reader."""
    lost: tuple[str, ...] = ()
    """``beginning`` or ``end``, where they stand on another page."""
    conclusion: int | None = None
    """The first paragraph of a conclusion that has no heading."""

    @property
    def text(self) -> str:
        """The body: the paragraphs, a line each. Places in the body count in this text."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each paragraph begins in ``text``."""
        sizes = [len(paragraph.text) + 1 for paragraph in self.paragraphs]
        return (0, *accumulate(sizes[:-1]))

    @property
    def full_title(self) -> str:
        """The title with its second line, as the gold has it."""
        return f"{self.title}——{self.subtitle}" if self.subtitle else self.title


HALF = str.maketrans("，；：（）！？", ",;:()!?")


def half_width(article: Article) -> Article:
    """The article in the punctuation of a page that keeps 。 and 、 but sets the other marks half-width.

    >>> half_width(Article("甲-1", "安全，第一", (Paragraph("（一）谁来测：通风区。"),))).text
    '(一)谁来测:通风区。'
    """
    paragraphs = tuple(replace(one, text=one.text.translate(HALF)) for one in article.paragraphs)
    return replace(
        article,
        paragraphs=paragraphs,
        title=article.title.translate(HALF),
        subtitle=article.subtitle.translate(HALF),
        kicker=article.kicker.translate(HALF),
        bio=article.bio.translate(HALF),
    )
