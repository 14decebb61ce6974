"""Where does a closing paragraph begin that has no heading of its own?

It stands, mechanically, under the last heading, but speaks of the whole article: it holds more of the words
of the title than the paragraphs before it, turns away from the heading over it, or begins as conclusions do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.corpus.article import Section
from rag.corpus.outline.paragraphs import Paragraph
from rag.text.numbering import fold_width

MAX_PARAGRAPHS = 2
"""Paragraphs that a conclusion has at most."""

MIN_SHARE = 0.4
"""Share of the title's character pairs that a conclusion holds at least; 0.4 to 1.0 in those seen, mostly
under 0.3 in the paragraphs before them."""

MIN_RISING_SHARE = 0.3
"""The same for a paragraph that turns from the last heading to the title."""

TURN = 0.1
"""How much more of the title, and half of how much less of the heading over it, such a paragraph holds."""

MIN_HEADINGS = 2
"""An article of fewer top-level sections has no parts to sum up."""

_NAMED = re.compile(r"结语|结论|总结|结束语|小结|尾声|结\s*语|展望|余论|启示")
_OPENING = re.compile(
    r"综上|总之|总而言之|概言之|总的来[说看]|新时代新征程|面向未来|展望未来|未来[,，]|今后[,，]"
)


def with_conclusion(
    sections: tuple[Section, ...], text: str, paragraphs: Sequence[Paragraph], title: str
) -> tuple[Section, ...]:
    """The sections, the last one ending before an unheaded conclusion if there is one."""
    top = [section for section in sections if section.level == 1]
    if len(top) < MIN_HEADINGS or _NAMED.search(top[-1].heading.slice(text)):
        return sections
    last = sections[-1]
    under = [p for p in paragraphs if p.span.end > last.body.start and p.span.start <= last.body.end]
    if len(under) < 2:
        return sections
    start = _conclusion(text, under, title, last.heading.slice(text))
    if start is None:
        return sections
    body = last.body._replace(end=start)
    words = body.slice(text)
    return (*sections[:-1], replace(last, body=body._replace(end=body.start + len(words.rstrip()))))


def _conclusion(text: str, under: Sequence[Paragraph], title: str, heading: str) -> int | None:
    """Where the conclusion begins among the paragraphs of the last section, under its last heading."""
    shares = [_share(title, p.span.slice(text)) for p in under]
    own = [_share(heading, p.span.slice(text)) for p in under]
    for index in range(max(1, len(under) - MAX_PARAGRAPHS), len(under)):
        words = under[index].span.slice(text)
        if _OPENING.match(fold_width(words)):
            return under[index].span.start
        if shares[index] >= MIN_SHARE and shares[index] > max(shares[:index]) - 0.1:
            return under[index].span.start
        rises = shares[index] >= MIN_RISING_SHARE and shares[index] >= max(shares[:index]) + TURN
        if rises and own[index] <= min(own[:index]) - 2 * TURN:
            return under[index].span.start
    return None


def _share(title: str, words: str) -> float:
    """How many of the title's character pairs a paragraph holds, from 0 to 1."""
    pairs = {title[i : i + 2] for i in range(len(title) - 1)}
    return sum(pair in words for pair in pairs) / len(pairs) if pairs else 0.0
