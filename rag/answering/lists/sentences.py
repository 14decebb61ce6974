"""Lists inside one sentence, its items parted by 、."""

from __future__ import annotations

from collections.abc import Iterator

from rag.answering.evidence import Evidence
from rag.answering.lists.candidate import (
    RIGHT_CHARS,
    ListCandidate,
    ListQuestion,
    Place,
    folded_items,
    words_above,
)
from rag.answering.lists.coordination import coordinations
from rag.answering.lists.features import ListTexts
from rag.text.normalise import fold

LEFT_CHARS = 25
"""How far to the left of the first item its announcement may stand."""


def sentence_lists(asked: ListQuestion, evidence: Evidence, place: Place) -> Iterator[ListCandidate]:
    """The lists inside one sentence."""
    article, sentence = evidence.article, evidence.text
    headings = words_above(article, evidence.span.start)
    found_at = place(article, evidence.span)
    for found in coordinations(sentence):
        first, last = found.items[0].start, found.items[-1].end
        items = tuple(item.shift(evidence.span.start) for item in found.items)
        texts = ListTexts(
            lead=fold(sentence[max(0, first - LEFT_CHARS) : first]),
            sentence=fold(sentence),
            above=headings,
            items=folded_items(article, items),
            after=fold(sentence[last : last + RIGHT_CHARS]),
        )
        yield ListCandidate(article, items, evidence.span, asked.describe(texts, found_at))
