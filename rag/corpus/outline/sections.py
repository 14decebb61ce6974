"""Which headings does an article have, at which level, and what stands under each?

Levels come from the numbering; only headings without a number take theirs from the numbered ones that are
printed alike, or from the order of ``#``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rag.corpus.article import Section
from rag.corpus.outline.article_headings import headings_of
from rag.corpus.outline.paragraphs import FoundHeading, Paragraph
from rag.text.spans import Span


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
