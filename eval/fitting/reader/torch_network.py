"""The reader's network as torch trains it; ``rag.answering.reader.network`` does the same in numpy.

    embed    word vector (fixed), mean of character vectors, class, matches → D
    aligned  each token of the passage with the question's words that are like it (Chen et al. 2017)
    encode   one block over both texts
    attend   passage and question: c, a, c·a and c·q for the aligned question a and the pooled question q
             (after Seo et al. 2017)
    read     ``BLOCKS`` blocks over the passage
    heads    where an answer starts, where it ends given the likely start, whether there is one

A block is two convolutions over three tokens, attention, and two dense layers, each added to its input, with layer
normalisation in front.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.functional import dropout, relu

from rag.answering.reader.inputs import MATCHES
from rag.answering.reader.tokens import TokenClass

D = 128
HEADS = 4
BLOCKS = 2
HIDDEN = 256
CHARACTER_D = 64
CLASS_D = 12
ALIGN_D = 64
FAR = -1e4
"""Stands for minus infinity where there is no token: bf16 holds it."""


class Batch(NamedTuple):
    """Texts padded to one length; ``mask`` is 1 for tokens."""

    vectors: Tensor
    characters: Tensor
    """(n, t, 4) rows of the table of characters, whose row 0 is for none."""
    classes: Tensor
    matches: Tensor
    mask: Tensor


class Block(nn.Module):  # type: ignore[misc]
    """Convolutions, attention and dense layers."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.norms = nn.ModuleList([nn.LayerNorm(D) for _ in range(4)])
        self.conv = nn.ModuleList([nn.Linear(3 * D, D) for _ in range(2)])
        self.qkv, self.out = nn.Linear(D, 3 * D), nn.Linear(D, D)
        self.up, self.down = nn.Linear(D, HIDDEN), nn.Linear(HIDDEN, D)
        self.rate = rate

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(n, t, D) → (n, t, D)."""
        keep = mask.unsqueeze(-1)
        for norm, conv in zip(self.norms, self.conv, strict=False):
            x = x + self._drop(relu(conv(_threes(norm(x) * keep))))
        x = x + self._drop(self.out(self._attention(self.norms[2](x), mask)))
        return x + self._drop(self.down(relu(self.up(self.norms[3](x)))))

    def _attention(self, x: Tensor, mask: Tensor) -> Tensor:
        n, t, _ = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, HEADS, D // HEADS).permute(2, 0, 3, 1, 4)
        weights = q @ k.transpose(-1, -2) * (D // HEADS) ** -0.5 + ((1 - mask) * FAR)[:, None, None]
        return (weights.softmax(-1) @ v).transpose(1, 2).reshape(n, t, D)

    def _drop(self, x: Tensor) -> Tensor:
        return dropout(x, self.rate, self.training)


def _threes(x: Tensor) -> Tensor:
    """(n, t, D) → (n, t, 3D): each token beside its neighbours."""
    zero = torch.zeros_like(x[:, :1])
    return torch.cat((torch.cat((zero, x[:, :-1]), 1), x, torch.cat((x[:, 1:], zero), 1)), -1)


class ReaderNetwork(nn.Module):  # type: ignore[misc]
    """All of it."""

    def __init__(self, vector_d: int, characters: int, rate: float = 0.15) -> None:
        super().__init__()
        self.characters = nn.Parameter(torch.randn(characters + 2, CHARACTER_D) * 0.1)
        self.classes = nn.Parameter(torch.randn(len(TokenClass), CLASS_D) * 0.1)
        self.embed = nn.Linear(vector_d + CHARACTER_D + CLASS_D + MATCHES, D)
        self.embed_norm = nn.LayerNorm(D)
        self.align = nn.Linear(vector_d + CHARACTER_D, ALIGN_D)
        self.join = nn.Linear(2 * D, D)
        self.encode = Block(rate)
        self.pool = nn.Linear(D, 1)
        self.attend = nn.Linear(4 * D, D)
        self.read = nn.ModuleList([Block(rate) for _ in range(BLOCKS)])
        self.last_norm = nn.LayerNorm(D)
        self.start, self.query = nn.Linear(D, 1), nn.Linear(D, D)
        self.end_in, self.end = nn.Linear(3 * D, D), nn.Linear(D, 1)
        self.has_in, self.has = nn.Linear(3 * D, D), nn.Linear(D, 1)
        self.rate = rate

    def forward(self, question: Batch, passage: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Start and end logits (n, t), ``FAR`` where there is no token, and the logit of there being an answer (n,)."""
        q, q_like = self._embedded(question)
        c, c_like = self._embedded(passage)
        weights = _masked(c_like @ q_like.transpose(1, 2), question.mask[:, None]).softmax(-1)
        c = relu(self.join(torch.cat((c, weights @ q), -1)))
        q, c = self.encode(q, question.mask), self.encode(c, passage.mask)
        pooled = _masked(self.pool(q).squeeze(-1), question.mask).softmax(-1).unsqueeze(1) @ q
        weights = _masked(c @ q.transpose(1, 2) * D**-0.5, question.mask[:, None]).softmax(-1)
        aligned = weights @ q
        c = self.attend(torch.cat((c, aligned, c * aligned, c * pooled), -1))
        for block in self.read:
            c = block(c, passage.mask)
        return self._heads(self.last_norm(c), pooled, passage.mask)

    def _embedded(self, text: Batch) -> tuple[Tensor, Tensor]:
        letters = self.characters[text.characters] * (text.characters > 0).unsqueeze(-1)
        count = (text.characters > 0).sum(-1, keepdim=True).clamp(min=1)
        said = torch.cat((text.vectors, letters.sum(2) / count), -1)
        said = dropout(said, self.rate, self.training)
        x = self.embed(torch.cat((said, self.classes[text.classes], text.matches), -1))
        return self.embed_norm(relu(x)), relu(self.align(said))

    def _heads(self, c: Tensor, pooled: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        start = _masked(
            self.start(c).squeeze(-1) + (c @ self.query(pooled).transpose(1, 2)).squeeze(-1) * D**-0.5, mask
        )
        chosen = start.softmax(-1).unsqueeze(1) @ c
        wide = chosen.expand_as(c)
        end = _masked(self.end(relu(self.end_in(torch.cat((c, wide, c * wide), -1)))).squeeze(-1), mask)
        highest = (c + ((1 - mask) * FAR).unsqueeze(-1)).amax(1, keepdim=True)
        has = self.has(relu(self.has_in(torch.cat((chosen, highest, pooled), -1)))).squeeze(-1).squeeze(-1)
        return start, end, has


def _masked(logits: Tensor, mask: Tensor) -> Tensor:
    return logits * mask + (1 - mask) * FAR
