"""The reader that comes with the project."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from rag.answering.reader.inputs import Text, sides
from rag.answering.reader.network import Network
from rag.answering.reader.protocol import UNREAD, Floats, Offsets, Reading
from rag.answering.reader.vocabulary import Vocabulary
from rag.text.normalise import normalise

MODEL = Path(__file__).parent / "model"

MOST_QUESTION_TOKENS = 40
MOST_TOKENS = 240
"""Of a passage: longer than chunks are. What lies beyond is not read."""

PASSAGES_IN_MEMORY = 512
"""Passages that are kept cut into tokens, ten kilobytes each."""


class BundledReader:
    """The network of our own, in numpy, on one core."""

    name = "bundled"

    def __init__(self, network: Network, vocabulary: Vocabulary) -> None:
        self._network, self._vocabulary = network, vocabulary
        self._cut = lru_cache(maxsize=PASSAGES_IN_MEMORY)(self._cut_anew)

    @classmethod
    def from_folder(cls, folder: Path = MODEL) -> BundledReader:
        """The model in a folder."""
        return cls(Network.read(folder), Vocabulary.read(folder))

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """See ``Reader``; nothing is read for a question without a word."""
        asked = Text.of(normalise(question).text, self._vocabulary, MOST_QUESTION_TOKENS)
        cut = [self._cut(passage) for passage in passages]
        read = [at for at, (_, text) in enumerate(cut) if text.tokens]
        if not asked.tokens or not read:
            return (UNREAD,) * len(passages)
        pairs = [sides(asked, cut[at][1]) for at in read]
        logits = self._network([q for q, _ in pairs], [c for _, c in pairs], self._vocabulary)
        starts = np.split(
            _share(np.concatenate([one.start for one in logits])), np.cumsum([len(c.words) for _, c in pairs])
        )
        found = [UNREAD] * len(passages)
        for at, one, start in zip(read, logits, starts, strict=False):
            found[at] = Reading(cut[at][0], start, _share(one.end), float(1 / (1 + np.exp(-one.has))))
        return tuple(found)

    def _cut_anew(self, passage: str) -> tuple[Offsets, Text]:
        folded = normalise(passage)
        text = Text.of(folded.text, self._vocabulary, MOST_TOKENS)
        places = np.array(folded.places, dtype=np.int64)
        return np.column_stack((places[text.starts], places[text.ends - 1] + 1)), text


def _share(logits: Floats) -> Floats:
    """Probabilities that sum to 1."""
    weights = np.exp(logits - logits.max())
    return np.asarray(weights / weights.sum())
