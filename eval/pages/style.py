"""How is one page set? Every choice of it, in one value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True)
class Style:
    """The choices of a page; as it stands here, a page without mess."""

    articles: int = 2
    byline: str = "square-unit-name"
    """A row of ``bylines.FORMS``."""
    second_byline: str = ""
    """That of every second article, where it is another one."""
    title: Literal["before", "after", "away", "missing"] = "before"
    """``after``: below its body; ``away``: between two columns of its body; ``missing``: one article has none."""
    split_title: bool = False
    subtitle: bool = False
    kicker: bool = False
    numbering: str = "chinese"
    """A row of ``headings.NUMBERINGS``."""
    run_in: str = ""
    """What parts a run-in heading from its text; empty: all headings on their own lines."""
    bold: bool = False
    """Headings in ``**``."""
    marks: Literal["", "lying", "breaks"] = ""
    """Markdown: ``#`` marks that lie about levels; headings with two spaces at their end and the text below."""
    headed_end: bool = False
    deep: bool = False
    """A third level of headings below the measures."""
    lost: Literal["", "beginning", "end"] = ""
    """What of the first article (``beginning``) or the last one (``end``) stands on another page."""
    width: int = 0
    """Characters a line; 0: a paragraph is a line."""
    indent: bool = False
    gap: Literal["blank", "single", "mixed"] = "blank"
    """An empty line between all lines, none, or here and there."""
    flow: Literal["whole", "cut", "interleaved"] = "whole"
    """``cut``: columns break in mid-word; ``interleaved``: columns of several articles take turns."""
    furniture: tuple[str, ...] = ()
    """Rows of ``furniture.PIECES``."""
    notice: str = ""
    """A row of ``notices.NOTICES``."""
    repeat: bool = False
    """A passage of one article stands a second time, within another."""
    front: bool = False
    """摘要, 关键词 and numbers of a journal."""
    bio: bool = False
    half: bool = False
    """Half-width punctuation."""
    line_end: str = "\n"
    encoding: str = "utf-8"

    def of_article(self, number: int) -> Style:
        """The style of one article of the page, counted from 0."""
        return replace(self, byline=self.second_byline) if self.second_byline and number % 2 else self
