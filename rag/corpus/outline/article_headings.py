"""Which lines of an article, and which first words of its paragraphs, are headings?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.corpus.outline.headings import is_heading, numbered_heading
from rag.corpus.outline.paragraphs import FoundHeading, Paragraph
from rag.corpus.outline.run_in_headings import (
    bold_run_in,
    numbered_run_ins,
    speaker_labels,
    with_plain_run_ins,
)
from rag.text.numbering import Marker, heading_marker
from rag.text.sentences import is_closed


def headings_of(text: str, paragraphs: Sequence[Paragraph]) -> list[FoundHeading]:
    """Every heading of an article, in reading order."""
    labels = speaker_labels(text, paragraphs)
    found: list[FoundHeading] = []
    listed = _listed(text, paragraphs)
    for index, paragraph in enumerate(paragraphs):
        words = paragraph.span.slice(text)
        if index not in listed and is_heading(words, depth=paragraph.depth, bold=paragraph.is_bold):
            marker = heading_marker(words)
            found.append(
                FoundHeading(paragraph.span, paragraph.span.end, marker, paragraph.depth, run_in=False)
            )
            continue
        if index not in listed and "://" not in words:
            found += bold_run_in(text, paragraph, labels) or numbered_run_ins(text, paragraph)
    found = sorted([*found, *_short_lines(text, paragraphs, found)], key=lambda heading: heading.span)
    return with_plain_run_ins(text, paragraphs, found)


MAX_SHORT_LINE = 20
"""Characters of a plain line that can be a heading by its shortness: 案情简介, 分析意见."""

MIN_UNDER_SHORT_LINE = 15
"""Characters of the paragraph under it, which ends as a sentence; the lines of lists do not."""

MIN_SHORT_LINES = 2
"""Such lines of one article; one alone may be anything."""

_SHORT_LINE = re.compile(r"[\u4e00-\u9fff“”、和与及]+")


def _is_prose(words: str) -> bool:
    return len(words) >= MIN_UNDER_SHORT_LINE and is_closed(words)


def _short_lines(
    text: str, paragraphs: Sequence[Paragraph], found: Sequence[FoundHeading]
) -> list[FoundHeading]:
    """Plain short lines that stand over long paragraphs, the first of them before any numbered line."""
    taken = {heading.span.start for heading in found}
    lines = []
    for before, paragraph, behind in zip(
        [None, *paragraphs], paragraphs, [*paragraphs[1:], None], strict=False
    ):
        words = paragraph.span.slice(text)
        if (
            paragraph.span.start not in taken
            and paragraph.span.length <= MAX_SHORT_LINE
            and behind is not None
            and (behind.span.start in taken or _is_prose(behind.span.slice(text)))
            and (before is None or is_closed(before.span.slice(text)))
            and _SHORT_LINE.fullmatch(words)
        ):
            lines.append(FoundHeading(paragraph.span, paragraph.span.end, None, 0, run_in=False))
    numbered = min((h.span.start for h in found if h.marker), default=len(text))
    if len(lines) >= MIN_SHORT_LINES and lines[0].span.start < numbered:
        return lines
    # 一、 is missing: lines over （一） stand in its place, though the beginning of the article be lost.
    if any(h.marker and h.marker.level == 1 for h in found):
        return []
    first = {h.span.start for h in found if h.marker and h.marker.number == 1 and h.marker.level == 2}
    return lines if any(_next_start(line, paragraphs) in first for line in lines) else []


def _next_start(heading: FoundHeading, paragraphs: Sequence[Paragraph]) -> int | None:
    """Where the paragraph behind a heading begins."""
    return next((p.span.start for p in paragraphs if p.span.start >= heading.span.end), None)


def _listed(text: str, paragraphs: Sequence[Paragraph]) -> set[int]:
    """Numbered lines with nothing between them, which are items of a list and head nothing."""
    listed: set[int] = set()
    before: Marker | None = None
    for index, paragraph in enumerate(paragraphs):
        words = paragraph.span.slice(text)
        marker = numbered_heading(words) if not (paragraph.depth or paragraph.bold) else None
        follows = before and marker and marker.family == before.family and marker.number == before.number + 1
        if follows:
            listed |= {index - 1, index}
        before = marker
    return listed
