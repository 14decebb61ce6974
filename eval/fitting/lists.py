"""Examples of lists that are the one asked for, for the weights of ``rag.answering.lists``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from eval.fitting.dev_sets import Found
from eval.fitting.listwise import Example
from eval.measures.lists import matched
from rag.answering.lists.answer import list_candidates
from rag.answering.lists.candidate import ListCandidate

RIDGE = 3e-3
"""Of the mean loss: the best of five values in five-fold cross-validation over 193 questions."""

RIGHT = 0.5
"""Item F1 from which a list counts as right, unless a much better one is there."""

NEAR_BEST = 0.85
"""Share of the best candidate's item F1 that counts as right too."""


def examples(found: Sequence[Found]) -> Iterator[Example]:
    """Each question for a list with all lists found; where none is right it is left out."""
    for question, asked in found:
        if question.type != "list" or not question.answers:
            continue
        files = {place.file for answer in question.answers for place in answer.places}
        gold = [answer.text for answer in question.answers]
        candidates = list(list_candidates(asked, outline=False))
        f1 = np.array([item_f1(c, gold) if c.article.file in files else 0.0 for c in candidates])
        if len(f1) and f1.max() >= RIGHT:
            yield Example(
                np.array([c.features for c in candidates]), f1 >= max(RIGHT, NEAR_BEST * float(f1.max()))
            )


def item_f1(candidate: ListCandidate, gold: Sequence[str]) -> float:
    """Item F1 of a list against the right items."""
    items = [item.slice(candidate.article.text) for item in candidate.items]
    return 2 * matched(items, gold) / (len(items) + len(gold))
