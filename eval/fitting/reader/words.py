"""Which words does the reader know, and which of them are used alike?

Word vectors by counting: positive pointwise mutual information of words that stand within ``REACH`` of each other,
with the contexts' counts smoothed (to the power of 3/4), shortened by a truncated singular value decomposition whose
singular values are taken to the power of 1/2 (Levy, Goldberg and Dagan 2015).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.answering.reader.tokens import tokens_of
from rag.text.normalise import fold

Floats = NDArray[np.float32]

REACH = 4
"""Words to either side that count as company."""

WORDS = 45_000
CHARACTERS = 4_500
DIMENSIONS = 96
SMOOTHING = 0.75


class WordTable(NamedTuple):
    """The words known, commonest first."""

    words: list[str]
    vectors: Floats
    """(words, DIMENSIONS), rows of unit length."""
    rarity: Floats
    """(words,) -ln of the word's share of all words."""
    characters: list[str]


def word_table(texts: Iterable[str]) -> WordTable:
    """The table of some texts."""
    lines = [[token.text for token in tokens_of(line)] for text in texts for line in fold_lines(text)]
    counts = Counter(word for line in lines for word in line)
    words = [word for word, _ in counts.most_common(WORDS)]
    number = {word: at for at, word in enumerate(words)}
    rows = [np.array([number[w] for w in line if w in number], dtype=np.int32) for line in lines]
    shares = np.array([counts[word] for word in words], dtype=np.float64) / counts.total()
    letters = Counter(
        character for word, n in counts.items() for character in word for _ in range(min(n, 50))
    )
    return WordTable(
        words,
        _vectors(rows, len(words)),
        -np.log(shares).astype(np.float32),
        [character for character, _ in letters.most_common(CHARACTERS)],
    )


def fold_lines(text: str) -> Iterator[str]:
    """The lines of a text, folded, without empty ones."""
    for line in text.splitlines():
        folded = fold(line)
        if folded:
            yield folded


def _vectors(rows: Sequence[NDArray[np.int32]], n: int) -> Floats:
    from scipy.sparse import csr_matrix
    from scipy.sparse.linalg import svds

    company = csr_matrix((n, n), dtype=np.float32)
    for chunk in _chunks(rows):
        for apart in range(1, REACH + 1):
            left = np.concatenate([row[:-apart] for row in chunk if len(row) > apart])
            right = np.concatenate([row[apart:] for row in chunk if len(row) > apart])
            company += csr_matrix((np.full(len(left), 1 / apart, np.float32), (left, right)), shape=(n, n))
    company = (company + company.T).tocoo()
    total = company.data.sum()
    here = np.asarray(company.sum(axis=1)).ravel() / total
    beside = here**SMOOTHING / (here**SMOOTHING).sum()
    information = np.log(company.data / total / (here[company.row] * beside[company.col]))
    kept = information > 0
    matrix = csr_matrix((information[kept], (company.row[kept], company.col[kept])), shape=(n, n))
    u, s, _ = svds(matrix, DIMENSIONS, random_state=0)
    vectors = u * np.sqrt(s)
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return np.asarray(vectors / lengths, dtype=np.float32)


def _chunks(rows: Sequence[NDArray[np.int32]], size: int = 200_000) -> Iterator[Sequence[NDArray[np.int32]]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
