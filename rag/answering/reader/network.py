"""The reader's network: where in a passage does an answer start and end, and is there one?

In numpy, for reading takes no gradients and torch takes seconds to load; ``eval.fitting.reader.torch_network`` trains
the same and says what is after whom. The tokens of all texts stand one after the other in one array and go through
the dense layers together, so that nothing is padded; only what looks along a text goes text by text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.answering.reader.inputs import Side
from rag.answering.reader.vocabulary import Vocabulary

Floats = NDArray[np.float32]

HEADS = 4
EPSILON = np.float32(1e-5)
ZERO = np.float32(0)


class Logits(NamedTuple):
    """What the network says of a passage."""

    start: Floats
    """(tokens,)"""
    end: Floats
    """(tokens,)"""
    has: float
    """Of the passage holding an answer."""


@dataclass(frozen=True)
class Network:
    """The trained weights, by torch's names."""

    weights: Mapping[str, Floats]
    blocks: int

    @classmethod
    def read(cls, folder: Path) -> Network:
        """The weights in a model's folder."""
        with np.load(folder / "weights.npz") as data:
            weights = {name: data[name].astype(np.float32) for name in data.files}
        blocks = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("read."))
        return cls(weights, blocks)

    def __call__(
        self, questions: Sequence[Side], passages: Sequence[Side], vocabulary: Vocabulary
    ) -> tuple[Logits, ...]:
        """The logits for each passage with its question; as many questions as passages, none without a token."""
        texts = _stretches((*questions, *passages))
        asked, read = texts[: len(questions)], _stretches(passages)
        x, like = self._embedded((*questions, *passages), vocabulary)
        q, c = np.split(x, [asked[-1].stop])
        q_like, c_like = np.split(like, [asked[-1].stop])
        near = _looked_up(c_like, q_like, q, read, asked)
        c[:] = _relu(self._dense("join", np.concatenate((c, near), 1)))
        self._block("encode", x, texts)
        pooled = np.concatenate([_means(self._dense("pool", q[a]), q[a]) for a in asked])
        near = _looked_up(c * _scale(c.shape[1]), q, q, read, asked)
        whole = np.repeat(pooled, [r.stop - r.start for r in read], axis=0)
        c = self._dense("attend", np.concatenate((c, near, c * near, c * whole), 1))
        for at in range(self.blocks):
            self._block(f"read.{at}", c, read)
        c = self._norm("last_norm", c)
        return tuple(self._heads(c[r], of_question) for r, of_question in zip(read, pooled, strict=True))

    def _embedded(self, texts: Sequence[Side], vocabulary: Vocabulary) -> tuple[Floats, Floats]:
        """(all tokens, D) what enters the blocks, and (all tokens, ALIGN_D) what tells which words are alike."""
        numbers = np.concatenate([text.characters for text in texts]) + 1
        present = numbers > 0
        letters = np.einsum("tcd,tc->td", self.weights["characters"][numbers], present.astype(np.float32))
        letters /= np.maximum(present.sum(1, dtype=np.float32), 1)[:, None]
        vectors = vocabulary.vectors_of(np.concatenate([text.words for text in texts]))
        said = np.concatenate((vectors, letters), 1)
        classes = self.weights["classes"][np.concatenate([text.classes for text in texts])]
        matches = np.concatenate([text.matches for text in texts])
        x = _relu(self._dense("embed", np.concatenate((said, classes, matches), 1)))
        return self._norm("embed_norm", x), _relu(self._dense("align", said))

    def _block(self, name: str, x: Floats, texts: Sequence[slice]) -> None:
        """Convolutions, attention and dense layers, added to ``x`` in its place."""
        for at in range(2):
            beside = _threes(self._norm(f"{name}.norms.{at}", x), texts)
            x += _relu(self._dense(f"{name}.conv.{at}", beside))
        x += self._dense(f"{name}.out", self._attention(name, self._norm(f"{name}.norms.2", x), texts))
        hidden = _relu(self._dense(f"{name}.up", self._norm(f"{name}.norms.3", x)))
        x += self._dense(f"{name}.down", hidden)

    def _attention(self, name: str, x: Floats, texts: Sequence[slice]) -> Floats:
        t, d = x.shape
        q, k, v = self._dense(f"{name}.qkv", x).reshape(t, 3, HEADS, d // HEADS).transpose(1, 2, 0, 3)
        q *= _scale(d // HEADS)
        seen = np.empty((t, HEADS, d // HEADS), dtype=np.float32)
        for text in texts:
            fits = k[:, text] @ q[:, text].transpose(0, 2, 1)
            seen[text] = _means(fits, v[:, text]).transpose(1, 0, 2)
        return seen.reshape(t, d)

    def _heads(self, c: Floats, of_question: Floats) -> Logits:
        """For one passage. ``end_in`` takes in ``c``, ``chosen`` and their product: here as one matrix for ``c``."""
        d = c.shape[1]
        key = self.weights["start.weight"][0] + self._dense("query", of_question) * _scale(d)
        start = c @ key + self.weights["start.bias"]
        chosen = _means(start[:, None].copy(), c)[0]
        own, of_chosen, product = np.split(self.weights["end_in.weight"], 3, axis=1)
        hidden = c @ (own + product * chosen).T
        hidden += of_chosen @ chosen + self.weights["end_in.bias"]
        end = self._dense("end", _relu(hidden))[:, 0]
        told = _relu(self._dense("has_in", np.concatenate((chosen, c.max(0), of_question))))
        return Logits(start, end, float(self._dense("has", told)[0]))

    def _dense(self, name: str, x: Floats) -> Floats:
        made = x @ self.weights[f"{name}.weight"].T
        made += self.weights[f"{name}.bias"]
        return np.asarray(made)

    def _norm(self, name: str, x: Floats) -> Floats:
        d = x.shape[1]
        centred = x - x @ np.full((d, 1), 1 / d, dtype=np.float32)
        spread = np.sqrt(np.einsum("td,td->t", centred, centred) / np.float32(d) + EPSILON)
        centred *= (1 / spread)[:, None]
        centred *= self.weights[f"{name}.weight"]
        centred += self.weights[f"{name}.bias"]
        return np.asarray(centred)


def _stretches(texts: Sequence[Side]) -> list[slice]:
    """Where each text's tokens stand when all stand one after the other."""
    return [slice(*both) for both in pairwise(accumulate((len(text.words) for text in texts), initial=0))]


def _looked_up(
    by: Floats, keys: Floats, values: Floats, read: Sequence[slice], asked: Sequence[slice]
) -> Floats:
    """For each token of the passages the mean of ``values`` of its question, by how well the keys fit it."""
    return np.concatenate([_means(keys[a] @ by[r].T, values[a]) for r, a in zip(read, asked, strict=True)])


def _threes(x: Floats, texts: Sequence[slice]) -> Floats:
    """(t, d) → (t, 3d): each token beside its neighbours, zeros beyond the ends of a text."""
    t, d = x.shape
    wide = np.empty((t, 3 * d), dtype=np.float32)
    wide[1:, :d], wide[:, d : 2 * d], wide[:-1, 2 * d :] = x[:-1], x, x[1:]
    wide[[text.start for text in texts], :d] = 0
    wide[[text.stop - 1 for text in texts], 2 * d :] = 0
    return wide


def _relu(x: Floats) -> Floats:
    """In its place."""
    return np.maximum(x, ZERO, out=x)


def _means(logits: Floats, values: Floats) -> Floats:
    """(…, n, d) means of ``values`` (…, m, d) by the softmax of each column of ``logits`` (…, m, n).

    The logits are overwritten. Down the columns numpy compares and subtracts whole rows, which is quick.
    """
    logits -= logits.max(-2, keepdims=True)
    np.exp(logits, out=logits)
    weights = logits.swapaxes(-1, -2)
    total = weights @ np.ones((logits.shape[-2], 1), dtype=np.float32)
    return np.asarray(weights @ values / total)


def _scale(d: int) -> np.float32:
    return np.float32(d**-0.5)
