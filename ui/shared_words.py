"""Which words of a question stand in a place that only comes near? They say why it is offered."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.text.normalise import fold, normalise
from rag.text.spans import Span
from rag.text.tokens import content_words
from ui.markup import escaped, tag

SHORTEST = 2
"""In characters: a single one (天, 元) stands everywhere."""


def shared_words(question: str, text: str) -> tuple[Span, ...]:
    """Where words of the question stand in ``text``, in order and apart, the longest first where they overlap.

    >>> shared_words("志愿者每小时补贴多少元?", "每班志愿者6名，保安4名。")
    (Span(start=2, end=5),)
    """
    return places_of([word for word in content_words(fold(question)) if len(word) >= SHORTEST], text)


def places_of(words: Iterable[str], text: str) -> tuple[Span, ...]:
    """Where folded ``words`` stand in ``text``, in order and apart, the longest first where they overlap."""
    words = list(words)
    if not words:
        return ()
    pattern = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    normalised = normalise(text)
    return tuple(normalised.span(*match.span()) for match in re.finditer(pattern, normalised.text))


def with_shared_words(question: str, text: str) -> str:
    """``text`` as HTML, the words of the question in it set off."""
    return set_off(shared_words(question, text), text)


def set_off(places: Iterable[Span], text: str) -> str:
    """``text`` as HTML, what stands in these places set off; they are in order and apart."""
    parts, at = [], 0
    for span in places:
        parts += [escaped(text[at : span.start]), tag("b", escaped(span.slice(text)), class_="wj-shared")]
        at = span.end
    return "".join([*parts, escaped(text[at:])])
