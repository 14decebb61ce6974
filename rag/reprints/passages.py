"""Which passage of the article that is cited says what a passage of its reprint says?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.corpus.article import Chunk
from rag.reprints.judge import Body, body_of, contained
from rag.reprints.numbers import START, agreement
from rag.reprints.settings import ReprintSettings
from rag.reprints.shingles import longest_own

NOWHERE = -1
"""Stands for the place of a passage that only the reprint has."""


def counterparts(
    reprint: Sequence[Chunk], cited: Sequence[Chunk], settings: ReprintSettings = ReprintSettings()
) -> tuple[int, ...]:
    """For each chunk of the reprint the place in ``cited`` of the chunk that shares most with it, or ``NOWHERE``.

    The two are seldom cut alike, so a chunk has its like where the article as a whole holds its words, no clause of
    its own among them (``ReprintSettings``), and none of its figures is another there: then nothing is lost with
    it, as with a chunk that holds the date of the paper alone.
    """
    bodies = [body_of(chunk.text) for chunk in cited]
    whole = body_of("".join(chunk.text for chunk in cited))
    places = []
    for own in (body_of(chunk.text) for chunk in reprint):
        best = int(np.argmax([contained(own, body) for body in bodies])) if bodies else NOWHERE
        places.append(best if _is_said(own, whole, settings) else NOWHERE)
    return tuple(places)


def _is_said(own: Body, whole: Body, settings: ReprintSettings) -> bool:
    """Whether the article says all that a passage says."""
    if not own.chars:
        return True
    inside = {before: said for before, said in own.figures.items() if not before.startswith(START)}
    return (
        contained(own, whole) >= settings.passage_contained
        and longest_own(own.in_order, whole.distinct) <= settings.own_passage_chars
        and agreement(inside, whole.figures).other == 0
    )
