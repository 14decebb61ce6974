"""Which lists stand in the running text of a section: counted out, parted by semicolons, or a line an item?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rag.answering.lists.candidate import ListCandidate, ListQuestion, Place
from rag.answering.lists.clauses import ClauseList, clause_lists
from rag.answering.lists.enumerations import enumeration_lists
from rag.answering.lists.features import ListMarks
from rag.answering.lists.lines import line_lists
from rag.corpus.article import Article
from rag.text.spans import Span

SECTIONS_IN_MEMORY = 512
"""Sections whose lists are kept: those of a few dozen questions."""


def running_lists(
    asked: ListQuestion, article: Article, region: Span, place: Place
) -> Iterator[ListCandidate]:
    """The lists of one section of ``article``, or of a stretch outside sections."""
    yield from enumeration_lists(asked, article, region, place)
    text = region.slice(article.text)
    for found in _clauses(text):
        items = tuple(item.shift(region.start) for item in found.items)
        lead = found.lead.shift(region.start)
        yield asked.candidate(article, lead, items, place, ListMarks(clauses=True))
    for lines in _lines(text):
        items = tuple(item.shift(region.start) for item in lines)
        lead = _line_before(text, lines[0].start).shift(region.start)
        yield asked.candidate(article, lead, items, place, ListMarks(lines=True))


@lru_cache(maxsize=SECTIONS_IN_MEMORY)
def _clauses(text: str) -> tuple[ClauseList, ...]:
    return tuple(clause_lists(text))


@lru_cache(maxsize=SECTIONS_IN_MEMORY)
def _lines(text: str) -> tuple[tuple[Span, ...], ...]:
    return tuple(line_lists(text))


def _line_before(text: str, at: int) -> Span:
    """The line before the one that holds ``at``; empty where there is none."""
    end = text.rfind("\n", 0, at)
    head = text[: max(end, 0)].rstrip()
    return Span(head.rfind("\n") + 1, len(head))
