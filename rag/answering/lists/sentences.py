"""Lists inside one sentence, its items parted by 、."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.answering.evidence import Evidence
from rag.answering.lists.candidate import ListCandidate, ListQuestion
from rag.answering.lists.coordination import coordinations
from rag.text.normalise import fold

LEFT_CHARS = 25
"""How far to the left of the first item its announcement may stand."""

_ABLE = re.compile("能|可以|可")
ABLE_BONUS = 0.1
"""``能干些啥`` asks for the list whose verb follows 可以."""


def sentence_lists(asked: ListQuestion, evidence: Evidence, support: float) -> Iterator[ListCandidate]:
    """The lists inside one sentence; ``support`` is added to each score."""
    article, sentence = evidence.article, evidence.text
    above = fold("\n".join(article.path_at(evidence.span.start)))
    title = fold(article.title.text) if article.title else ""
    for found in coordinations(sentence):
        first = found.items[0].start
        left = fold(sentence[max(0, first - LEFT_CHARS) : first])
        score = asked.coverage((left, 1.0), (fold(sentence), 0.85), (above, 0.6), (title, 0.5))
        if _ABLE.search(asked.question.folded) and _ABLE.search(left):
            score += ABLE_BONUS
        score += asked.count_bonus(len(found.items)) + support
        items = tuple(item.shift(evidence.span.start) for item in found.items)
        yield ListCandidate(article, items, evidence.span, score)
