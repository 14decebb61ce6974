"""Which headings share their line with the text under them?

**规范队伍建设。**国有企业…          bold
（一）编号清楚 货架有号…            numbered, and the next numbers inside the same paragraph
统一货架编号。仓库给每个货架…       the first sentence, where all paragraphs of a section begin so
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rag.corpus.outline.headings import SCIENTIFIC
from rag.corpus.outline.paragraphs import FoundHeading, Paragraph
from rag.text.numbering import enumerations, fold_width, heading_marker
from rag.text.spans import Span


def speaker_labels(text: str, paragraphs: Sequence[Paragraph]) -> set[str]:
    """Bold words that begin several paragraphs: 问：and 答：name who speaks."""
    starts = Counter(
        p.bold[0].slice(text)
        for p in paragraphs
        if p.bold and p.bold[0].start == p.span.start and not p.is_bold
    )
    return {words for words, times in starts.items() if times > 1}


MAX_RUN_IN = 32
"""Characters of a heading that shares its line with the text; the longest seen has 28."""

MIN_RUN_IN_TEXT = 12
"""Characters that follow a run-in heading at least: it heads a text."""

_NUMBERED_RUN_IN = re.compile(r"([^。!?;:\n]{2,32}?)(?:(。)|(:)|[ ](?=\S))")
_PLAIN_RUN_IN = re.compile(r"([^。!?;:\n]{2,30}(?<!了))([。:])(?=\S)")
_BOLD_END = "。：:．.？?！!"
_COUNTING = re.compile(
    r"首先|其次|再次|最后|此外|同时|另外|一是|二是|三是|一方面|另一方面|[^。:]*是|因此|例如|比如|综上|总之|第.{1,2}[,种个类条款]|[(]"
)


def bold_run_in(text: str, paragraph: Paragraph, labels: set[str]) -> list[FoundHeading]:
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


def numbered_run_ins(text: str, paragraph: Paragraph) -> list[FoundHeading]:
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


def with_plain_run_ins(
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
