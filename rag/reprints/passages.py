"""Which passage of the article that is cited says what a passage of its reprint says?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.corpus.article import Chunk
from rag.reprints.judge import body_of, contained
from rag.reprints.numbers import agreement
from rag.reprints.settings import ReprintSettings

NOWHERE = -1
"""Stands for the place of a passage that only the reprint has."""


def counterparts(
    reprint: Sequence[Chunk], cited: Sequence[Chunk], settings: ReprintSettings = ReprintSettings()
) -> tuple[int, ...]:
    """For each chunk of the reprint the place in ``cited`` of the chunk that shares most with it, or ``NOWHERE``.

    The two are seldom cut alike, so a chunk has its like where the article as a whole holds its words
    (``ReprintSettings.contained``) and none of its figures is another there: then nothing is lost with it, as
    with a chunk that holds the date of the paper alone.
    """
    bodies = [body_of(chunk.text) for chunk in cited]
    whole = body_of("".join(chunk.text for chunk in cited))
    places = []
    for chunk in reprint:
        own = body_of(chunk.text)
        said = contained(own, whole) >= settings.contained or not own.chars
        same_figures = agreement(own.figures, whole.figures).other == 0
        best = int(np.argmax([contained(own, body) for body in bodies])) if bodies else NOWHERE
        places.append(best if said and same_figures else NOWHERE)
    return tuple(places)
