"""Where do the heads of articles stand on a page: kicker, title, subtitle, byline, one under the other?

A byline is the anchor: printed mark, 本报记者, 文/, or names alone, which need a title above and a text below.
From it the head is read upwards, as far as lines look like titles, and downwards to a unit in brackets. A
subtitle behind a dash and an abstract are anchors too. Other heads are told by their place alone (``marks``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rag.corpus.layout.furniture import is_contact
from rag.corpus.layout.lines import Line
from rag.corpus.layout.notices import is_date_line, is_notice_title
from rag.corpus.layout.style import PageStyle, column_widths
from rag.corpus.outline.headings import is_heading, numbered_heading
from rag.corpus.people.bylines import Certainty, byline_certainty
from rag.corpus.people.signatures import closes_article, ends_article, is_unit_bracket
from rag.text.characters.model import general
from rag.text.numbering import fold_width, heading_marker
from rag.text.sentences import is_closed
from rag.text.spans import Span


class Role(StrEnum):
    """What a line or block is to an article."""

    BODY = "body"
    KICKER = "kicker"
    """A short line above the title: the name of a series or column."""
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    UNIT = "unit"
    """The unit in brackets under the names."""


@dataclass(frozen=True)
class Head:
    """The lines of one head, by role, in the order of the page; each range becomes one block."""

    parts: tuple[tuple[Role, Span], ...]

    @property
    def span(self) -> Span:
        """From its first line to behind its last."""
        return Span(self.parts[0][1].start, self.parts[-1][1].end)


class _HeadLines(NamedTuple):
    """Where the parts of a head begin, among the lines of the page; a part may be empty."""

    start: int
    subtitle: int
    byline: int
    unit: int
    end: int


MAX_TITLE = 50
"""Characters of a title; the longest seen has 31."""

MAX_MARKED_TITLE = 80
"""Characters of a title behind ``#``."""

MIN_TITLE = 2
"""Characters of a title; 六纪 has two."""

MAX_TITLE_LINES = 4
"""Lines of kicker, title and subtitle together, each of the last two wrapped once."""

MAX_UPPER_LINE = 26
"""Characters of a kicker, or of the upper line of a title that is set in two."""

MAX_BYLINE_LINES = 3
"""Lines that a byline of long units takes when it is wrapped."""

MIN_JOINT = -5.0
"""Nats of ``_joint`` above which two lines are one title: of 18 titles cut in the middle 15 lie above it, of 33
kickers 3."""

MIN_RUNNING = -5.0
"""Nats above which a line goes on with the full line of text above it (``PageModel.continuation``)."""

MAX_HALF = 6
"""Characters of a line that is hardly a title by itself: 留住大学生 / 要靠什么."""

LEADING_ON = frozenset("的和与及在把将从对向让为以要之")
"""Last characters of a line that cannot be a whole kicker: 一条皮带的 / 体检报告."""

PAGE_SHARE = 0.5
"""How much the other heads of the page have to say on whether the upper line of one is a kicker: a page is set in
one style."""

MIN_BODY = 25
"""Characters of a first line of text; where lines are wrapped, a full line is long enough."""


_ABSTRACT = re.compile(r"[\[【]?(?:内容)?摘 *要[\]】]? ?:")


def _is_subtitle(line: Line) -> bool:
    return line.text.startswith(("—", "--", "－"))


def heads_of(lines: Sequence[Line], style: PageStyle) -> tuple[Head, ...]:
    """The heads of a page that have a byline, a subtitle or an abstract, in its order; no two share a line."""
    return tuple(_HeadReader(lines, style).heads())


class _HeadReader:
    """Looks for bylines from front to back."""

    def __init__(self, lines: Sequence[Line], style: PageStyle) -> None:
        self.lines = lines
        self.style = style
        self.widths = column_widths(lines, style)
        self.model = general()
        self.repeated = {text for text, times in Counter(line.text for line in lines).items() if times > 1}

    def heads(self) -> Iterator[Head]:
        found = []
        free = at = 0
        while at < len(self.lines):
            lines = self._lines_of_head(at, free)
            if lines is None:
                at += 1
                continue
            found.append(lines)
            free = at = lines.end
        joints = [self._joint(lines.start) for lines in found if lines.subtitle - lines.start > 1]
        mean = sum(joints) / len(joints) if joints else 0.0
        for lines in found:
            yield Head(tuple(self._parts(lines, mean)))

    def _parts(self, lines: _HeadLines, mean: float) -> Iterator[tuple[Role, Span]]:
        title = lines.start
        if lines.subtitle - title > 1 and self._is_kicker(title, mean):
            yield Role.KICKER, Span(title, title + 1)
            title += 1
        if title < lines.subtitle:
            yield Role.TITLE, Span(title, lines.subtitle)
        if lines.subtitle < lines.byline:
            yield Role.SUBTITLE, Span(lines.subtitle, lines.byline)
        if lines.byline < lines.unit:
            yield Role.BYLINE, Span(lines.byline, lines.unit)
        if lines.unit < lines.end:
            yield Role.UNIT, Span(lines.unit, lines.end)

    def _lines_of_head(self, at: int, free: int) -> _HeadLines | None:
        """The head whose anchor begins at a line; nothing above ``free`` can belong to it."""
        found = self._byline(at)
        if found is None:
            return self._lines_without_byline(at, free)
        certainty, end = found
        start = self._title_start(at, free)
        if certainty is Certainty.LIKELY and (start == at or not self._text_follows(end)):
            return None
        if start == at and (self._is_bullet(at) or closes_article(self.lines[at].text)):
            return None
        return _HeadLines(start, self._subtitle(start, at), at, end, self._end_of_unit(end))

    def _lines_without_byline(self, at: int, free: int) -> _HeadLines | None:
        """A head that its subtitle or the abstract under it shows."""
        line = self.lines[at]
        if _is_subtitle(line) and len(line.text) <= MAX_UPPER_LINE and not is_closed(line.text):
            end = at + 1
            if any(self._byline(below) for below in range(end, min(end + 2, len(self.lines)))):
                return None
        elif line.text[0] in "摘内【[" and _ABSTRACT.match(fold_width(line.text)):
            end = at
        else:
            return None
        start = self._title_start(end, free)
        return _HeadLines(start, self._subtitle(start, end), end, end, end) if start < at else None

    def _title_start(self, end: int, free: int) -> int:
        """Where the kicker or title above a line begins; the line itself where there is none."""
        start = end
        while start > max(free, end - MAX_TITLE_LINES) and self._may_be_title(start - 1, start < end):
            start -= 1
        return start

    def _subtitle(self, start: int, end: int) -> int:
        """Where the subtitle begins."""
        return next((index for index in range(start + 1, end) if _is_subtitle(self.lines[index])), end)

    def _byline(self, at: int) -> tuple[Certainty, int] | None:
        """How certain a byline begins at a line, and where it ends."""
        most = MAX_BYLINE_LINES if self.style.wrapped else 1
        for end in range(min(at + most, len(self.lines)), at + 1, -1):
            # The space between unit and name may have been the last character of a line.
            full = all(len(self.lines[i].text) >= self.widths[i] - 1 for i in range(at, end - 1))
            if full and byline_certainty("".join(line.text for line in self.lines[at:end]), marked=True):
                return Certainty.SURE, end
        certainty = byline_certainty(self.lines[at].text)
        return (certainty, at + 1) if certainty is not None else None

    def _is_bullet(self, at: int) -> bool:
        """Whether the mark before a line is that of a list: a neighbour has the same."""
        mark = self.lines[at].text[0]
        near = (at - 1, at + 1)
        return not mark.isalnum() and any(
            0 <= n < len(self.lines) and self.lines[n].text.startswith(mark) for n in near
        )

    def _may_be_title(self, index: int, higher: bool) -> bool:
        """Whether a line can belong to the title under it; ``higher`` if it is not the last of it."""
        line = self.lines[index]
        longest = MAX_MARKED_TITLE if line.depth else MAX_TITLE
        if not MIN_TITLE <= len(line.text) <= longest or not any(c.isalnum() for c in line.text):
            return False
        if (
            closes_article(line.text)
            or byline_certainty(line.text) is Certainty.SURE
            or self._is_prose(index)
        ):
            return False
        if (
            is_contact(line.text)
            or is_date_line(line.text)
            or numbered_heading(line.text)
            or is_notice_title(line.text)
        ):
            return False
        return not higher or self._may_be_upper_line(index)

    def _may_be_upper_line(self, index: int) -> bool:
        """Whether another line of the same head can stand under this one."""
        line, under = self.lines[index], self.lines[index + 1]
        if len(line.text) > (MAX_TITLE if _is_subtitle(under) else MAX_UPPER_LINE):
            return False
        if "," in fold_width(line.text) and not _is_subtitle(under):
            return False
        if is_heading(line.text) or (under.depth < line.depth and not _is_subtitle(under)):
            return False
        if index and is_heading(self.lines[index - 1].text, depth=self.lines[index - 1].depth):
            return False
        return not (self.style.wrapped and self._ends_column(index))

    def _is_prose(self, index: int) -> bool:
        """Whether a line is part of a sentence; a title may ask or exclaim."""
        text = self.lines[index].text
        folded = fold_width(text)
        if self.lines[index].depth:
            return False
        if is_closed(text) and not folded.endswith(("?", "!")):
            return True
        return "。" in text or ";" in folded or folded.endswith((",", "、"))

    def _ends_column(self, index: int) -> bool:
        """Whether a line of a wrapped page goes on with the sentence above it."""
        if index == 0:
            return False
        before, text = self.lines[index - 1].text, self.lines[index].text
        if (
            is_closed(before)
            or before.endswith((")", "）"))
            or len(before) < self.widths[index - 1] - 1
            or heading_marker(before)
        ):
            return False
        if ends_article(before):
            return False
        if self.style.blank_parts and self.lines[index].after_blank:
            return False
        prose = any(mark in fold_width(text) for mark in ",。;")
        return prose or self._ratio(before, text) > MIN_RUNNING

    def _is_kicker(self, index: int, mean: float) -> bool:
        """Whether the upper line of a head is a kicker, rather than the beginning of a title set in two."""
        line, under = self.lines[index], self.lines[index + 1]
        if line.text in self.repeated or line.depth != under.depth:
            return True
        if len(under.text) <= MAX_HALF:
            return False
        if line.text[-1] in LEADING_ON or (self.style.wrapped and len(line.text) >= self.widths[index] - 1):
            return False
        return (1 - PAGE_SHARE) * self._joint(index) + PAGE_SHARE * mean < MIN_JOINT

    def _joint(self, index: int) -> float:
        """Nats by which two lines read as one title in two halves, rather than as a kicker and a title.

        How much likelier the lower goes on with the upper than the upper ends and the lower begins something;
        and halves are of about one length.
        """
        upper, lower = self.lines[index].text, self.lines[index + 1].text
        apart = (self._ratio("。", lower) + self._ratio(upper, "。")) / 2
        return self._ratio(upper, lower) - apart - abs(len(upper) - len(lower))

    def _ratio(self, left: str, right: str) -> float:
        return self.model.continuation(left[-2:], right[:2])

    def _text_follows(self, at: int) -> bool:
        """Whether what stands under names alone is the text of an article, or the end of the page."""
        if at >= len(self.lines):
            return True
        line = self.lines[at]
        if is_heading(line.text, depth=line.depth, bold=line.is_bold) or is_unit_bracket(line.text):
            return True
        enough = self.widths[at] - 2 if self.style.wrapped else MIN_BODY
        return len(line.text) >= enough or is_closed(line.text) or line.indented

    def _end_of_unit(self, at: int) -> int:
        """Where the unit in brackets under a byline ends; ``at`` itself where there is none."""
        for end in range(at + 1, min(at + MAX_BYLINE_LINES, len(self.lines)) + 1):
            text = "".join(line.text for line in self.lines[at:end])
            if is_unit_bracket(text):
                return end
            if not text.startswith(("(", "（", "[", "【", "〔")):
                break
        return at
