"""Which headings does an article have, at which level, and what stands under each?

Levels come from the numbering; only headings without a number take theirs from the numbered ones that are
printed alike, or from the order of ``#``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.corpus.article import Section
from rag.corpus.headings import SCIENTIFIC, is_heading, numbered_heading
from rag.text.numbering import Marker, enumerations, fold_width, heading_marker
from rag.text.sentences import is_closed
from rag.text.spans import Span


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of an article's text."""

    span: Span
    depth: int
    """Number of ``#`` before it."""
    bold: tuple[Span, ...]
    """What is printed bold, in the article's text."""

    @property
    def is_bold(self) -> bool:
        """All of it is bold."""
        return self.bold == (self.span,)


@dataclass(frozen=True)
class FoundHeading:
    """A heading before its level is known."""

    span: Span
    after: int
    """Where the text under it begins: behind the full stop, colon or space of a run-in heading."""
    marker: Marker | None
    depth: int
    run_in: bool


MAX_RUN_IN = 32
"""Characters of a heading that shares its line with the text; the longest seen has 28."""

MAX_LOW_RUN_IN = 20
"""Characters of such a heading below （一）."""

MIN_RUN_IN_TEXT = 12
"""Characters that follow a run-in heading at least: it heads a text."""

_NUMBERED_RUN_IN = re.compile(r"([^。!?;:\n]{2,32}?)(?:(。)|(:)|[ ](?=\S))")
_PLAIN_RUN_IN = re.compile(r"([^。!?;:\n]{2,30}(?<!了))([。:])(?=\S)")
_BOLD_END = "。：:．.？?！!"
_COUNTING = re.compile(
    r"首先|其次|再次|最后|此外|同时|另外|一是|二是|三是|一方面|另一方面|[^。:]*是|因此|例如|比如|综上|总之|第.{1,2}[,种个类条款]|[(]"
)


def headings_of(text: str, paragraphs: Sequence[Paragraph]) -> list[FoundHeading]:
    """Every heading of an article, in reading order."""
    labels = _speaker_labels(text, paragraphs)
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
            found += _bold_run_in(text, paragraph, labels) or _numbered_run_ins(text, paragraph)
    found = sorted([*found, *_short_lines(text, paragraphs, found)], key=lambda heading: heading.span)
    return _with_plain_run_ins(text, paragraphs, found)


MAX_SHORT_LINE = 20
"""Characters of a plain line that can be a heading by its shortness: 案情简介, 分析意见."""

MIN_UNDER_SHORT_LINE = 15
"""Characters of the paragraph under it, which ends as a sentence; the lines of lists do not."""

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
    if len(lines) >= MIN_SISTERS and lines[0].span.start < numbered:
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


def _speaker_labels(text: str, paragraphs: Sequence[Paragraph]) -> set[str]:
    """Bold words that begin several paragraphs: 问：and 答：name who speaks."""
    starts = Counter(
        p.bold[0].slice(text)
        for p in paragraphs
        if p.bold and p.bold[0].start == p.span.start and not p.is_bold
    )
    return {words for words, times in starts.items() if times > 1}


def _bold_run_in(text: str, paragraph: Paragraph, labels: set[str]) -> list[FoundHeading]:
    """The bold first words of a paragraph: **规范队伍建设。**国有企业…"""
    if not paragraph.bold or paragraph.depth:
        return []
    bold = paragraph.bold[0]
    words = bold.slice(text)
    if bold.start != paragraph.span.start or bold.length > MAX_RUN_IN + 8 or words in labels:
        return []
    after = bold.end
    inner = words.rstrip(_BOLD_END + " ")
    if inner == words and text[after : after + 1] not in ("：", ":", "。"):
        return []
    if inner == words:
        after += 1
    if paragraph.span.end - after < MIN_RUN_IN_TEXT or len(inner) < 2:
        return []
    return [
        FoundHeading(Span(bold.start, bold.start + len(inner)), after, heading_marker(inner), 0, run_in=True)
    ]


def _numbered_run_ins(text: str, paragraph: Paragraph) -> list[FoundHeading]:
    """Numbered headings that share their line: （一）优势 1.组织方面的优势。从国家… 2.地位方面的优势。…"""
    found: list[FoundHeading] = []
    start = paragraph.span.start
    while True:
        heading = _numbered_run_in(text, Span(start, paragraph.span.end))
        if heading is None:
            break
        found.append(heading)
        start = heading.after
    if found:
        found += _counted_on(text, paragraph.span, found[-1])
    return found


def _numbered_run_in(text: str, span: Span) -> FoundHeading | None:
    marker = heading_marker(text[span.start : min(span.end, span.start + 24)])
    if marker is None or marker.family in SCIENTIFIC:
        return None
    at = span.start + marker.span.end
    match = _NUMBERED_RUN_IN.match(fold_width(text[at : min(span.end, at + MAX_RUN_IN + 2)]))
    if match is None:
        return None
    after = at + match.end()
    rest = text[after : span.end]
    nested = heading_marker(rest[:24])
    if len(rest) < MIN_RUN_IN_TEXT or (
        match[2] is None and match[3] is None and "," in match[1] and nested is None
    ):
        return None
    if marker.family == "ordinal" and (match[2] is None or _counts_on(text[span.start : span.end])):
        return None
    end = at + match.end(1)
    return FoundHeading(Span(span.start, end), after, marker, 0, run_in=True)


def _counts_on(words: str) -> bool:
    """Whether a paragraph counts its own items, as in 第一,… 第二,… : a list, not a heading."""
    return any(run[0].span.start == 0 and run[0].family == "ordinal" for run in enumerations(words))


def _counted_on(text: str, span: Span, last: FoundHeading) -> Iterator[FoundHeading]:
    """The next numbers of the same family inside the paragraph: …职能。2.地位方面的优势。国有企业…"""
    if last.marker is None or last.marker.family not in ("digit", "digit-bracket", "digit-half", "circled"):
        return
    number, at = last.marker.number, last.after
    while True:
        number += 1
        found = _next_number(text, Span(at, span.end), last.marker.family, number)
        if found is None:
            return
        yield found
        at = found.after


MAX_BETWEEN = 2000
"""Characters between two numbers of one paragraph at most: a column of print."""

_SENTENCE_START = re.compile(r"(?<=[。!?;])\s*(?=[\d(①-⑳])")


def _next_number(text: str, span: Span, family: str, number: int) -> FoundHeading | None:
    window = text[span.start : min(span.end, span.start + MAX_BETWEEN)]
    for match in _SENTENCE_START.finditer(fold_width(window)):
        heading = _numbered_run_in(text, Span(span.start + match.end(), span.end))
        if heading and heading.marker and (heading.marker.family, heading.marker.number) == (family, number):
            return heading
    return None


def _with_plain_run_ins(
    text: str, paragraphs: Sequence[Paragraph], found: list[FoundHeading]
) -> list[FoundHeading]:
    """Adds short first sentences as headings where every paragraph of a section begins with one."""
    added: list[FoundHeading] = []
    for under in _sections_of_paragraphs(paragraphs, found):
        run_ins = [_plain_run_in(text, paragraph) for paragraph in under]
        heads = [heading for heading in run_ins if heading is not None]
        if len({heading.span.slice(text) for heading in heads}) < len(heads):
            # 问：… 答：… 问：… name who speaks.
            continue
        # A clause with a comma is a heading only among many alike.
        least = (
            MIN_PLAIN_RUN_INS if any("," in fold_width(h.span.slice(text)) for h in heads) else MIN_SISTERS
        )
        # The last paragraph may be the article's conclusion.
        if len(heads) >= least and all(run_ins[:-1]):
            added += heads
    if len(added) < MIN_PLAIN_RUN_INS:
        return found
    return sorted([*found, *added], key=lambda heading: heading.span)


MIN_SISTERS = 2
"""Paragraphs of one section that must begin alike before their first sentences count as headings."""

MIN_PLAIN_RUN_INS = 3
"""Such headings of a whole article; two paragraphs may begin with short sentences by chance."""


def _sections_of_paragraphs(
    paragraphs: Sequence[Paragraph], found: Sequence[FoundHeading]
) -> Iterator[list[Paragraph]]:
    """The paragraphs under each numbered heading that stands on its own line, where no run-in follows."""
    starts = {heading.span.start: heading for heading in found}
    under: list[Paragraph] | None = None
    for paragraph in paragraphs:
        heading = starts.get(paragraph.span.start)
        if heading is None:
            if under is not None:
                under.append(paragraph)
            continue
        if under:
            yield under
        under = [] if heading.marker is not None and not heading.run_in else None
    if under:
        yield under


def _plain_run_in(text: str, paragraph: Paragraph) -> FoundHeading | None:
    start, end = paragraph.span
    folded = fold_width(text[start : min(end, start + MAX_RUN_IN)])
    match = _PLAIN_RUN_IN.match(folded)
    if match is None or _COUNTING.match(folded) or heading_marker(folded):
        return None
    after = start + match.end()
    if end - after < 2 * MIN_RUN_IN_TEXT:
        return None
    return FoundHeading(Span(start, start + match.end(1)), after, None, 0, run_in=True)


def sections_of(text: str, paragraphs: Sequence[Paragraph], end: int) -> tuple[Section, ...]:
    """The sections of the body ``text[:end]``; a section's body reaches to the next heading."""
    found = headings_of(text, paragraphs)
    levels = _levels(found)
    path: list[tuple[int, str]] = []
    sections: list[Section] = []
    for index, (heading, level) in enumerate(zip(found, levels, strict=True)):
        while path and path[-1][0] >= level:
            path.pop()
        path.append((level, heading.span.slice(text)))
        limit = found[index + 1].span.start if index + 1 < len(found) else end
        body = _trimmed(text, Span(min(heading.after, limit), limit))
        names = tuple(name for _, name in path)
        sections.append(Section(level, heading.span, body, names, heading.run_in))
    return tuple(sections)


def _trimmed(text: str, span: Span) -> Span:
    words = span.slice(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _levels(found: Sequence[FoundHeading]) -> list[int]:
    """Levels from 1: numbered families in their usual order, as many as the article uses."""
    usual = sorted({h.marker.level for h in found if h.marker and h.marker.level is not None})
    first = next((h for h in found if not h.run_in), None)
    # 【典型案例】 … 【评析意见】 一、…: where such a line comes first, all of them part the article itself, and
    # stand for 一、 where that is missing.
    own_lines = 1 if first and first.marker is None and not first.depth else None
    if usual and usual[0] > 1 and any(not (h.marker or h.depth or h.run_in) for h in found):
        own_lines = 1
    above = 1 if own_lines and usual and usual[0] > 1 else 0
    rank = {level: index + 1 + above for index, level in enumerate(usual)}
    depths = _depth_levels(found, rank)
    levels: list[int] = []
    numbered = 0
    for heading in found:
        if heading.marker and heading.marker.level is not None:
            numbered = rank[heading.marker.level]
            levels.append(numbered)
        elif heading.depth:
            numbered = depths[heading.depth]
            levels.append(numbered)
        elif not heading.run_in and own_lines:
            numbered = own_lines
            levels.append(own_lines)
        else:
            levels.append(numbered + 1)
    return levels


def _depth_levels(found: Sequence[FoundHeading], rank: dict[int, int]) -> dict[int, int]:
    """The level of an unnumbered ``#`` heading: that of the numbered ones of its depth, else by order."""
    alike: dict[int, Counter[int]] = {}
    for heading in found:
        if heading.depth and heading.marker and heading.marker.level is not None:
            alike.setdefault(heading.depth, Counter())[rank[heading.marker.level]] += 1
    depths = sorted({heading.depth for heading in found if heading.depth})
    levels: dict[int, int] = {}
    above = 0
    for depth in depths:
        levels[depth] = alike[depth].most_common(1)[0][0] if depth in alike else above + 1
        above = levels[depth]
    return levels
