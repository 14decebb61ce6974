"""What does the network get to see of a question and a passage?

Each token by its number, its characters, its class, and by how it and its surroundings match the other text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

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

    @classmethod
    def of(cls, folded: str, vocabulary: Vocabulary, most: int | None = None) -> Text:
        """The text as the reader sees it, its first ``most`` tokens at most."""
        tokens = tokens_of(folded)[:most]
        said = [token.text for token in tokens]
        words = vocabulary.word_numbers(said)
        classes = np.array([class_of(token) for token in said], dtype=np.int64)
        return cls(
            folded, tokens, words, vocabulary.character_numbers(said), classes, vocabulary.rarities(words)
        )


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
    said = {token.text for token in other.tokens if token.text not in QUESTION_WORDS}
    letters = {c for token in other.tokens if token.text not in QUESTION_WORDS for c in token.text}
    rows = np.zeros((len(own.tokens), MATCHES), dtype=np.float32)
    if not own.tokens:
        return rows
    content = own.classes < TokenClass.END
    rarity = own.rarities / RARITY_SCALE
    rows[:, 0] = [token.text in said for token in own.tokens]
    rows[:, 1] = [sum(c in letters for c in token.text) / len(token.text) for token in own.tokens]
    rows[:, :2] *= (content | (own.classes == TokenClass.SINGLE))[:, np.newaxis]
    for column, length in enumerate(RUNS, start=2):
        covered = _covered(own.folded, other.folded, length)
        rows[:, column] = [covered[token.start] and covered[token.end - 1] for token in own.tokens]
    rows[:, 5] = rarity
    rows[:, 6] = rarity * rows[:, 0]
    rows[:, 7] = _sentence_share(own, other, rows[:, 0])
    rows[:, 8] = [token.text in QUESTION_WORDS for token in own.tokens]
    return rows


def _covered(text: str, other: str, length: int) -> list[bool]:
    """For each character of ``text`` whether it lies in a run of ``length`` that ``other`` has."""
    runs = {other[at : at + length] for at in range(len(other) - length + 1)}
    covered = [False] * len(text)
    for at in range(len(text) - length + 1):
        if text[at : at + length] in runs:
            covered[at : at + length] = [True] * length
    return covered


def _sentence_share(own: Text, other: Text, said: Floats) -> Floats:
    """(tokens,) the share of the other's rare words that the token's own sentence says."""
    weight = {
        t.text: r for t, r in zip(other.tokens, other.rarities, strict=True) if t.text not in QUESTION_WORDS
    }
    total = sum(weight.values()) or 1.0
    share = np.zeros(len(own.tokens), dtype=np.float32)
    start = 0
    ends = [*np.flatnonzero(own.classes == TokenClass.END), len(own.tokens) - 1]
    for end in ends:
        stretch: Sequence[Token] = own.tokens[start : end + 1]
        words = {token.text for token, hit in zip(stretch, said[start : end + 1], strict=True) if hit}
        share[start : end + 1] = sum(weight.get(word, 0.0) for word in words) / total
        start = end + 1
    return share
