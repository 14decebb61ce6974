"""What does the network get to see of a question and a passage?

Each token by its number, its characters, its class, and by how it and its surroundings match the other text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.answering.reader.tokens import Token, TokenClass, class_of, tokens_of
from rag.answering.reader.vocabulary import Floats, Numbers, Vocabulary
from rag.text.question_words import QUESTION_WORDS

RUNS = (2, 3, 5)
"""Lengths from which on a stretch of characters that both texts have counts as one."""

MATCHES = 9
"""Features of a token's match with the other text: see ``_matches``."""

RARITY_SCALE = 12.0
"""Rarities lie between 3 and 15; divided by this they are about 1."""


class Side(NamedTuple):
    """One text of the two."""

    words: Numbers
    """(tokens,)"""
    characters: Numbers
    """(tokens, LONGEST), -1 for none."""
    classes: Numbers
    """(tokens,)"""
    matches: Floats
    """(tokens, MATCHES)"""


class Text(NamedTuple):
    """A folded text, cut once."""

    folded: str
    tokens: tuple[Token, ...]
    words: Numbers
    characters: Numbers
    classes: Numbers
    rarities: Floats
    starts: Numbers
    """(tokens,) where each begins in ``folded``."""
    ends: Numbers
    asks: NDArray[np.bool_]
    """(tokens,) whether it only carries a question."""

    @classmethod
    def of(cls, folded: str, vocabulary: Vocabulary, most: int | None = None) -> Text:
        """The text as the reader sees it, its first ``most`` tokens at most."""
        tokens = tokens_of(folded)[:most]
        said = [token.text for token in tokens]
        words = vocabulary.word_numbers(said)
        return cls(
            folded,
            tokens,
            words,
            vocabulary.character_numbers(said),
            np.array([class_of(token) for token in said], dtype=np.int64),
            vocabulary.rarities(words),
            np.array([token.start for token in tokens], dtype=np.int64),
            np.array([token.end for token in tokens], dtype=np.int64),
            np.array([token in QUESTION_WORDS for token in said], dtype=np.bool_),
        )

    def telling(self) -> dict[str, float]:
        """Its words that do not only carry a question, each with its rarity."""
        told = zip(self.tokens, self.rarities.tolist(), self.asks.tolist(), strict=True)
        return {token.text: rarity for token, rarity, asks in told if not asks}


def sides(question: Text, passage: Text) -> tuple[Side, Side]:
    """Question and passage, each with how it matches the other."""
    return (
        Side(question.words, question.characters, question.classes, _matches(question, passage)),
        Side(passage.words, passage.characters, passage.classes, _matches(passage, question)),
    )


def _matches(own: Text, other: Text) -> Floats:
    """(tokens, MATCHES) for each token.

    Column by column: the other text says the word; the share of its characters that it says; it
    lies in a common run of 2, of 3, of 5 characters; its rarity; its rarity if it is said; how much of what the
    other says its sentence says; it only asks.
    """
    rows = np.zeros((len(own.tokens), MATCHES), dtype=np.float32)
    telling = other.telling()
    weighty = (own.classes < TokenClass.END) | (own.classes == TokenClass.SINGLE)
    rarity = own.rarities / np.float32(RARITY_SCALE)
    rows[:, 0] = weighty & np.array([token.text in telling for token in own.tokens], dtype=np.bool_)
    rows[:, 1] = weighty * _letters_shared(own, "".join(telling))
    for column, length in enumerate(RUNS, start=2):
        covered = _covered(own.folded, other.folded, length)
        rows[:, column] = covered[own.starts] & covered[own.ends - 1]
    rows[:, 5] = rarity
    rows[:, 6] = rarity * rows[:, 0]
    rows[:, 7] = _sentence_share(own, telling, rows[:, 0])
    rows[:, 8] = own.asks
    return rows


def _letters_shared(own: Text, letters: str) -> Floats:
    """(tokens,) the share of each token's characters that are among ``letters``."""
    among = frozenset(letters)
    counted = np.cumsum([0, *(character in among for character in own.folded)])
    return np.asarray((counted[own.ends] - counted[own.starts]) / (own.ends - own.starts), dtype=np.float32)


def _covered(text: str, other: str, length: int) -> NDArray[np.bool_]:
    """For each character of ``text`` whether it lies in a run of ``length`` that ``other`` has.

    Whichever is shorter is gone through run by run.
    """
    covered = np.zeros(len(text), dtype=np.bool_)
    if len(text) <= len(other):
        found = [at for at in range(len(text) - length + 1) if text[at : at + length] in other]
    else:
        runs = {other[at : at + length] for at in range(len(other) - length + 1)}
        found = [at for run in runs for at in _places(text, run)]
    for at in found:
        covered[at : at + length] = True
    return covered


def _places(text: str, run: str) -> Iterator[int]:
    at = text.find(run)
    while at >= 0:
        yield at
        at = text.find(run, at + 1)


def _sentence_share(own: Text, weight: Mapping[str, float], said: Floats) -> Floats:
    """(tokens,) the share of the other's telling words, by rarity, that the token's own sentence says."""
    total = sum(weight.values()) or 1.0
    share = np.zeros(len(own.tokens), dtype=np.float32)
    start = 0
    for end in (*np.flatnonzero(own.classes == TokenClass.END).tolist(), len(own.tokens) - 1):
        hits = np.flatnonzero(said[start : end + 1]).tolist()
        words = dict.fromkeys(own.tokens[start + hit].text for hit in hits)
        share[start : end + 1] = sum(weight[word] for word in words) / total
        start = end + 1
    return share
