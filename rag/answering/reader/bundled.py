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
        starts, ends = _share(logits.start, logits.start.max()), _share_each(logits.end)
        found = dict.fromkeys(range(len(passages)), UNREAD)
        for row, at in enumerate(read):
            places, n = cut[at][0], len(cut[at][0])
            holds = 1 / (1 + np.exp(-float(logits.has[row])))
            found[at] = Reading(places, starts[row, :n], ends[row, :n], float(holds))
        return tuple(found.values())

    def _cut_anew(self, passage: str) -> tuple[Offsets, Text]:
        folded = normalise(passage)
        text = Text.of(folded.text, self._vocabulary, MOST_TOKENS)
        spans = [folded.span(token.start, token.end) for token in text.tokens]
        places = np.array([(span.start, span.end) for span in spans], dtype=np.int64).reshape(-1, 2)
        return places, text


def _share(logits: Floats, highest: np.float32) -> Floats:
    weights = np.exp(logits - highest)
    return np.asarray(weights / weights.sum())


def _share_each(logits: Floats) -> Floats:
    weights = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(weights / weights.sum(-1, keepdims=True))
