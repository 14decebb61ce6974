"""Where does a column break, so that a reader can still put it together? Inside a word of the subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eval.pages.clean import Article
from eval.pages.galley import Galley
from eval.pages.ink import Line, Role, cut

Column = tuple[Line, ...]
MARGIN = 12
"""Characters of a paragraph on each side of a break."""


def breakable(article: Article) -> frozenset[int]:
    """Places of ``article.text`` inside a word of its subject, away from headings and the ends of paragraphs."""
    words = re.compile("|".join(map(re.escape, article.things)))
    places: set[int] = set()
    for start, paragraph in zip(article.starts, article.paragraphs, strict=True):
        first = max([MARGIN, *(mark.end + MARGIN for mark in paragraph.marks)])
        for word in words.finditer(paragraph.text) if article.things else ():
            inside = range(word.start() + 1, word.end())
            places.update(start + at for at in inside if first <= at <= len(paragraph.text) - MARGIN)
    return frozenset(places)


def columns(galley: Galley, count: int, *, wrapped: bool) -> list[Column]:
    """The body in about ``count`` columns, as even as its words allow; fewer where it has no place to break.

    A ``wrapped`` body breaks between lines only.
    """
    breaks = sorted(_breaks(galley, wrapped=wrapped))
    text = galley.article.text
    size, least = len(text), len(text) // (3 * count)
    chosen: list[tuple[int, int, int]] = []
    for number in range(1, count):
        goal = size * number // count
        # Two seams that look alike could be swapped.
        ends = {text[place - 1 : place + 1] for place, _, _ in chosen}
        start = (chosen[-1][0] if chosen else 0) + least
        left = [
            one
            for one in breaks
            if text[one[0] - 1 : one[0] + 1] not in ends and start < one[0] < size - least
        ]
        if left:
            chosen.append(min(left, key=lambda one: abs(one[0] - goal)))
    return _parted(galley.body, [(line, at) for _, line, at in chosen])


def _breaks(galley: Galley, *, wrapped: bool) -> list[tuple[int, int, int]]:
    """Possible breaks as (place in the article, number of the line, characters of that line before it)."""
    wanted = breakable(galley.article)
    found: list[tuple[int, int, int]] = []
    for number, line in enumerate(galley.body):
        before = 0
        for ink in line:
            if ink.role is Role.BODY:
                places = range(ink.place, ink.place + (1 if wrapped else len(ink.text)))
                found.extend((p, number, before + p - ink.place) for p in places if p in wanted)
            before += len(ink.text)
    return found


def _parted(lines: Sequence[Line], breaks: Sequence[tuple[int, int]]) -> list[Column]:
    parts: list[Column] = []
    rest = list(lines)
    done = 0
    for number, at in breaks:
        head, tail = cut(rest[number - done], at)
        whole = rest[: number - done]
        parts.append((*whole, head) if head else tuple(whole))
        rest = [tail, *rest[number - done + 1 :]]
        done = number
    return [*parts, tuple(rest)]
