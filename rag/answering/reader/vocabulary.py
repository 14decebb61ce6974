"""Which number stands for a word, and what is known of it before any training?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

LONGEST = 4
"""Characters of a word that are looked at."""


@dataclass(frozen=True)
class Vocabulary:
    """The words and characters that the reader knows; number 0 is any other."""

    words: tuple[str, ...]
    characters: tuple[str, ...]
    vectors: NDArray[np.int8]
    """(words, dim), each row scaled to 127 at most; unit length once divided by its norm."""
    rarity: Floats
    """(words,) -ln of the word's share of general Chinese."""

    @classmethod
    def read(cls, folder: Path) -> Vocabulary:
        """The vocabulary in a model's folder."""
        with np.load(folder / "words.npz") as data:
            words, characters = (
                tuple(bytes(data[name]).decode("utf-8").split("\n")) for name in ("words", "characters")
            )
            return cls(words, characters, data["vectors"], data["rarity"].astype(np.float32))

    def write(self, folder: Path) -> None:
        """Write what ``read`` reads."""

        def lines(rows: Sequence[str]) -> NDArray[np.uint8]:
            return np.frombuffer("\n".join(rows).encode("utf-8"), dtype=np.uint8)

        np.savez_compressed(
            folder / "words.npz",
            words=lines(self.words),
            characters=lines(self.characters),
            vectors=self.vectors,
            rarity=self.rarity.astype(np.float16),
        )

    @cached_property
    def _word_numbers(self) -> dict[str, int]:
        return {word: at for at, word in enumerate(self.words, start=1)}

    @cached_property
    def _character_numbers(self) -> dict[str, int]:
        return {character: at for at, character in enumerate(self.characters, start=1)}

    @property
    def rarest(self) -> float:
        """The rarity of words that are not known."""
        return float(self.rarity[-1])

    def word_numbers(self, tokens: Sequence[str]) -> Numbers:
        """(tokens,) the number of each word, 0 for those not known."""
        return np.array([self._word_numbers.get(token, 0) for token in tokens], dtype=np.int64)

    def character_numbers(self, tokens: Sequence[str]) -> Numbers:
        """(tokens, LONGEST) the numbers of each word's first characters; -1 where it has no more."""
        known = self._character_numbers
        rows = [
            [known.get(c, 0) for c in token[:LONGEST]] + [-1] * (LONGEST - len(token)) for token in tokens
        ]
        return np.array(rows, dtype=np.int64).reshape(len(tokens), LONGEST)

    def rarities(self, words: Numbers) -> Floats:
        """(tokens,) how rare each word is."""
        known = np.concatenate(([self.rarest], self.rarity))
        return np.asarray(known[words], dtype=np.float32)

    def vectors_of(self, words: Numbers) -> Floats:
        """(tokens, dim) a unit vector a word; zeros for words not known."""
        rows = self.vectors[np.maximum(words - 1, 0)].astype(np.float32)
        rows *= (words > 0)[:, np.newaxis]
        norms = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, np.newaxis]
        return np.asarray(rows / np.maximum(norms, 1e-9), dtype=np.float32)
