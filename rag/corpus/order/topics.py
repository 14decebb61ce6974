"""Which pieces of a page speak of the same things?

Two columns of one article share words that the other articles of the page do not use: 驿站, 骑手, the name of
the unit. Characters in pairs stand for words, each pair weighing the more the fewer pieces hold it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from operator import add

from rag.corpus.layout.marks import EndMark, TitleMark
from rag.corpus.order.pieces import Piece


def pairs_of(text: str) -> set[str]:
    """Every two characters that stand one behind the other."""
    return set(map(add, text, text[1:]))


class RareWords:
    """How much two texts share of the words that few of some texts have."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._held_by = Counter(chain.from_iterable(map(pairs_of, texts)))
        self._weights = [math.log((len(texts) + 1) / (count + 1)) ** 2 for count in range(len(texts) + 1)]

    def likeness(self, one: str, other: str) -> float:
        """Cosine of the weighted character pairs of two texts, from 0 to 1."""
        left, right = pairs_of(one), pairs_of(other)
        size = math.sqrt(self._weight(left) * self._weight(right))
        return self._weight(left & right) / size if size else 0.0

    def _weight(self, pairs: set[str]) -> float:
        return sum(self._weights[self._held_by[pair]] for pair in pairs)


class Words:
    """The words of some texts, rare ones weighing most."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._pairs = [pairs_of(text) for text in texts]
        held_by = Counter(chain.from_iterable(self._pairs))
        weights = [math.log(len(texts) / count) ** 2 if count else 0.0 for count in range(len(texts) + 1)]
        self._weights = {pair: weights[count] for pair, count in held_by.items()}
        self._sizes = [self._weight(pairs) for pairs in self._pairs]

    def likeness(self, left: int, right: int) -> float:
        """Cosine of two texts' weighted character pairs, from 0 to 1; the texts by index."""
        size = math.sqrt(self._sizes[left] * self._sizes[right])
        return self._weight(self._pairs[left] & self._pairs[right]) / size if size else 0.0

    def _weight(self, pairs: set[str]) -> float:
        return sum(map(self._weights.__getitem__, pairs))


def words_of(pieces: Sequence[Piece]) -> Words:
    """The words of the pieces of one page, with the titles over them and the units under them."""
    return Words(["\n".join(_texts_of(piece)) for piece in pieces])


def _texts_of(piece: Piece) -> list[str]:
    texts = [block.text for block in piece.blocks]
    if isinstance(piece.before, TitleMark):
        texts += [block.text for block in piece.before.title]
    if isinstance(piece.after, EndMark) and piece.after.byline.affiliation:
        texts.append(piece.after.byline.affiliation.text)
    return texts
