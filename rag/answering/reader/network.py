"""The reader's network: where in a passage does an answer start and end, and is there one?

In numpy, for reading takes no gradients and torch takes seconds to load; ``eval.fitting.reader.torch_network`` trains
the same and says what is after whom. Passages are padded to one length and read together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.answering.reader.inputs import Side
from rag.answering.reader.vocabulary import Vocabulary

Floats = NDArray[np.float32]

HEADS = 4
FAR = np.float32(-1e4)
"""The logit where there is no token."""

EPSILON = np.float32(1e-5)


class Logits(NamedTuple):
    """What the network says of some passages."""

    start: Floats
    """(passages, tokens) ``FAR`` where there is no token."""
    end: Floats
    """(passages, tokens)"""
    has: Floats
    """(passages,) of the passage holding an answer."""


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

    def __call__(self, questions: Sequence[Side], passages: Sequence[Side], vocabulary: Vocabulary) -> Logits:
        """The logits for each passage with its question; as many questions as passages."""
        asked, read = _padded(questions, vocabulary), _padded(passages, vocabulary)
        q, q_like = self._embedded(asked)
        c, c_like = self._embedded(read)
        weights = _softmax(c_like @ q_like.transpose(0, 2, 1) + _away(asked.mask)[:, None])
        c = _relu(self._dense("join", np.concatenate((c, weights @ q), -1)))
        q, c = self._block("encode", q, asked.mask), self._block("encode", c, read.mask)
        pooled = _softmax(self._dense("pool", q)[..., 0] + _away(asked.mask))[:, None] @ q
        weights = _softmax(c @ q.transpose(0, 2, 1) * _scale(q.shape[-1]) + _away(asked.mask)[:, None])
        aligned = weights @ q
        c = self._dense("attend", np.concatenate((c, aligned, c * aligned, c * pooled), -1))
        for at in range(self.blocks):
            c = self._block(f"read.{at}", c, read.mask)
        return self._heads(self._norm("last_norm", c), pooled, read.mask)

    def _embedded(self, text: _Text) -> tuple[Floats, Floats]:
        letters = self.weights["characters"][text.characters]
        letters = letters * (text.characters > 0)[..., None]
        count = np.maximum((text.characters > 0).sum(-1, keepdims=True), 1)
        said = np.concatenate((text.vectors, letters.sum(2) / count), -1, dtype=np.float32)
        x = self._dense(
            "embed", np.concatenate((said, self.weights["classes"][text.classes], text.matches), -1)
        )
        return self._norm("embed_norm", _relu(x)), _relu(self._dense("align", said))

    def _block(self, name: str, x: Floats, mask: Floats) -> Floats:
        keep = mask[..., None]
        for at in range(2):
            x = x + _relu(
                self._dense(f"{name}.conv.{at}", _threes(self._norm(f"{name}.norms.{at}", x) * keep))
            )
        x = x + self._dense(f"{name}.out", self._attention(name, self._norm(f"{name}.norms.2", x), mask))
        hidden = _relu(self._dense(f"{name}.up", self._norm(f"{name}.norms.3", x)))
        return np.asarray(x + self._dense(f"{name}.down", hidden))

    def _attention(self, name: str, x: Floats, mask: Floats) -> Floats:
        n, t, d = x.shape
        q, k, v = self._dense(f"{name}.qkv", x).reshape(n, t, 3, HEADS, d // HEADS).transpose(2, 0, 3, 1, 4)
        weights = _softmax(q @ k.transpose(0, 1, 3, 2) * _scale(d // HEADS) + _away(mask)[:, None, None])
        return np.asarray((weights @ v).transpose(0, 2, 1, 3).reshape(n, t, d))

    def _heads(self, c: Floats, pooled: Floats, mask: Floats) -> Logits:
        matched = (c @ self._dense("query", pooled).transpose(0, 2, 1))[..., 0] * _scale(c.shape[-1])
        start = _only(self._dense("start", c)[..., 0] + matched, mask)
        chosen = _softmax(start)[:, None] @ c
        wide = np.broadcast_to(chosen, c.shape)
        end = self._dense("end", _relu(self._dense("end_in", np.concatenate((c, wide, c * wide), -1))))
        highest = (c + _away(mask)[..., None]).max(1, keepdims=True)
        told = _relu(self._dense("has_in", np.concatenate((chosen, highest, pooled), -1)))
        return Logits(start, _only(end[..., 0], mask), self._dense("has", told)[:, 0, 0])

    def _dense(self, name: str, x: Floats) -> Floats:
        flat = x.reshape(-1, x.shape[-1]) @ self.weights[f"{name}.weight"].T
        flat += self.weights[f"{name}.bias"]
        return np.asarray(flat.reshape(*x.shape[:-1], -1))

    def _norm(self, name: str, x: Floats) -> Floats:
        centred = x - x.mean(-1, keepdims=True)
        spread = np.sqrt(np.einsum("...i,...i->...", centred, centred)[..., None] / x.shape[-1] + EPSILON)
        return np.asarray(centred / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"])


class _Text(NamedTuple):
    vectors: Floats
    characters: NDArray[np.int64]
    classes: NDArray[np.int64]
    matches: Floats
    mask: Floats


def _padded(texts: Sequence[Side], vocabulary: Vocabulary) -> _Text:
    n, longest = len(texts), max(len(text.words) for text in texts)
    words = np.zeros((n, longest), dtype=np.int64)
    characters = np.zeros((n, longest, texts[0].characters.shape[1]), dtype=np.int64)
    classes = np.zeros((n, longest), dtype=np.int64)
    matches = np.zeros((n, longest, texts[0].matches.shape[1]), dtype=np.float32)
    mask = np.zeros((n, longest), dtype=np.float32)
    for at, text in enumerate(texts):
        used = slice(len(text.words))
        words[at, used], characters[at, used] = text.words, text.characters + 1
        classes[at, used], matches[at, used], mask[at, used] = text.classes, text.matches, 1
    vectors = vocabulary.vectors_of(words.ravel()).reshape(n, longest, -1)
    return _Text(vectors, characters, classes, matches, mask)


def _threes(x: Floats) -> Floats:
    """(n, t, d) → (n, t, 3d): each token beside its neighbours."""
    n, t, d = x.shape
    wide = np.zeros((n, t, 3 * d), dtype=np.float32)
    wide[:, 1:, :d], wide[:, :, d : 2 * d], wide[:, :-1, 2 * d :] = x[:, :-1], x, x[:, 1:]
    return wide


def _relu(x: Floats) -> Floats:
    return np.maximum(x, np.float32(0))


def _softmax(x: Floats) -> Floats:
    e = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True))


def _away(mask: Floats) -> Floats:
    return np.asarray((1 - mask) * FAR)


def _only(logits: Floats, mask: Floats) -> Floats:
    return np.asarray(logits * mask + (1 - mask) * FAR)


def _scale(d: int) -> np.float32:
    return np.float32(d**-0.5)
