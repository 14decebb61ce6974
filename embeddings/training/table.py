"""What is learnt: a vector for every word, put together from its own and its characters'.

``T = W + M C``: each word's own vector plus the mean of its characters' vectors, both learnt and added up
once at the end, so that composition costs nothing at run time and a rare word borrows from its characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from embeddings.encoders.protocol import Vectors
from embeddings.training.recipe import Recipe
from embeddings.training.tokens import WordIds

SparseMatrix = Any
"""scipy comes without types."""


class Table:
    """The vectors being learnt."""

    def __init__(self, vocabulary: Sequence[str], frequencies: NDArray[np.float64], recipe: Recipe) -> None:
        import torch

        self.composition = characters_of(vocabulary)
        random = np.random.default_rng(recipe.seed)
        shares = frequencies / max(1.0, frequencies.sum())
        single = np.array([len(word) == 1 for word in vocabulary])
        gain = np.where(single, 0.0, recipe.word_gain)
        character_shares = np.asarray(self.composition.T @ shares)
        self.words = torch.from_numpy(_initial(random, shares, recipe) * gain[:, None].astype(np.float32))
        self.characters = torch.from_numpy(_initial(random, character_shares, recipe))

    def rows(self) -> Vectors:
        """(n, dim): the table as it stands, not normalised; the unknown word's row is zeros."""
        rows: Vectors = self.words.numpy() + self.composition @ self.characters.numpy()
        rows[0] = 0
        return rows

    def learn_from(self, gradient: Vectors) -> None:
        """Hand the gradient of the table on to both of its parts."""
        import torch

        self.words.grad = torch.from_numpy(gradient)
        self.characters.grad = torch.from_numpy(np.ascontiguousarray(self.composition.T @ gradient))


def bag(texts: Sequence[WordIds], words: int) -> SparseMatrix:
    """A (texts, words) sparse matrix whose product with a table is the mean row of each text.

    >>> bag([np.array([1, 1, 2], dtype=np.uint16)], 4).toarray().round(2).tolist()
    [[0.0, 0.6700000166893005, 0.33000001311302185, 0.0]]
    """
    from scipy.sparse import csr_array

    lengths = np.array([len(text) for text in texts])
    columns = np.concatenate(texts).astype(np.int32)
    shares = np.repeat((1.0 / np.maximum(lengths, 1)).astype(np.float32), lengths)
    return csr_array((shares, columns, np.append(0, np.cumsum(lengths))), shape=(len(texts), words))


def characters_of(vocabulary: Sequence[str]) -> SparseMatrix:
    """The (words, characters) sparse matrix of each word's characters; rows sum to one.

    The first of the vocabulary is the unknown word, which is made of nothing.

    >>> characters_of(["[UNK]", "煤矿", "矿"]).toarray().tolist()
    [[0.0, 0.0], [0.5, 0.5], [0.0, 1.0]]
    """
    from scipy.sparse import csr_array

    numbers: dict[str, int] = {}
    columns: list[int] = []
    shares: list[float] = []
    ends = [0, 0]
    for word in vocabulary[1:]:
        columns.extend(numbers.setdefault(character, len(numbers)) for character in word)
        shares.extend([1.0 / len(word)] * len(word))
        ends.append(len(columns))
    data = np.array(shares, dtype=np.float32)
    return csr_array((data, np.array(columns), np.array(ends)), shape=(len(vocabulary), len(numbers)))


def _initial(random: np.random.Generator, shares: NDArray[np.float64], recipe: Recipe) -> Vectors:
    noise = random.normal(0.0, recipe.init_deviation, (len(shares), recipe.dim))
    return (noise * (recipe.sif / (recipe.sif + shares))[:, None]).astype(np.float32)
