"""How do word vectors learn to bring a question near its answer?

The table is ``T = W + M C``: a vector for each word plus the mean of its characters' vectors, both learnt,
added up once at the end, so that composition costs nothing at run time. A text is the mean of its words'
rows. The loss is the symmetric InfoNCE over a batch (Oord et al. 2018; as in CLIP): each query must pick
its own passage out of all passages of the batch, and each passage its query.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from embeddings.encoders.protocol import Vectors
from embeddings.training.pairs import Pair, PairSampler, Stage
from embeddings.training.recipe import Recipe
from embeddings.training.tokens import WordIds

if TYPE_CHECKING:
    import torch

log = logging.getLogger(__name__)

ADAM_BETAS = (0.9, 0.99)
"""A shorter memory of squared gradients than usual: rare words move in few steps."""


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


def train(table: Table, sampler: PairSampler, recipe: Recipe) -> None:
    """Change ``table`` in two stages: mostly windows, then mostly real questions at half the rate."""
    import torch

    torch.manual_seed(recipe.seed)
    optimiser = torch.optim.Adam([table.words, table.characters], lr=0.0, betas=ADAM_BETAS, fused=True)
    first = [sampler.draw(Stage(1.0, recipe.labelled_times)) for _ in range(recipe.epochs)]
    last = sampler.draw(Stage(recipe.windows_share_last, recipe.labelled_times_last))
    drop = np.random.default_rng(recipe.seed + 1)
    for name, passes, rate, floor in (
        ("windows", first, recipe.learning_rate, 0.1),
        ("questions", [last], recipe.learning_rate / 2, 0.02),
    ):
        drawn = [pair for one in passes for pair in one]
        steps = max(1, len(drawn) // min(recipe.batch, max(1, len(drawn))))
        rates = _rates(steps, rate, floor, recipe.warm_up_steps if name == "windows" else 0)
        began = time.monotonic()
        for step, batch in enumerate(sampler.batches(drawn)):
            optimiser.param_groups[0]["lr"] = rates[step]
            loss = _step(table, batch, recipe, drop)
            optimiser.step()
            if step % 10 == 9 or step == steps - 1:
                log.info(
                    "%s: step %d of %d, loss %.3f, %.0f s",
                    name, step + 1, steps, loss, time.monotonic() - began,
                )  # fmt: skip


def info_nce(queries: torch.Tensor, passages: torch.Tensor, windows: NDArray[np.int64], scale: float) -> Any:
    """The symmetric loss of (n, dim) queries and their passages; the same window is no wrong answer."""
    import torch
    from torch.nn import functional

    logits = scale * functional.normalize(queries) @ functional.normalize(passages).T
    numbers = torch.from_numpy(windows)
    same = (numbers[:, None] == numbers[None, :]).fill_diagonal_(False)
    logits = logits.masked_fill(same, float("-inf"))
    own = torch.arange(len(numbers))
    return (functional.cross_entropy(logits, own) + functional.cross_entropy(logits.T, own)) / 2


def bag(texts: Sequence[WordIds], words: int) -> Any:
    """A (texts, words) sparse matrix whose product with a table is the mean row of each text."""
    from scipy.sparse import csr_array

    lengths = np.array([len(text) for text in texts])
    columns = np.concatenate(texts).astype(np.int32)
    shares = np.repeat((1.0 / np.maximum(lengths, 1)).astype(np.float32), lengths)
    return csr_array((shares, columns, np.append(0, np.cumsum(lengths))), shape=(len(texts), words))


def characters_of(vocabulary: Sequence[str]) -> Any:
    """The (words, characters) sparse matrix of each word's characters, rows summing to one."""
    from scipy.sparse import csr_array

    numbers: dict[str, int] = {}
    columns, shares, ends = [], [], [0]
    for place, word in enumerate(vocabulary):
        characters = word if place else ""  # the unknown word is made of nothing
        columns.extend(numbers.setdefault(character, len(numbers)) for character in characters)
        shares.extend([1.0 / len(word)] * len(characters))
        ends.append(len(columns))
    data = np.array(shares, dtype=np.float32)
    return csr_array((data, np.array(columns), np.array(ends)), shape=(len(vocabulary), len(numbers)))


def _step(table: Table, batch: list[Pair], recipe: Recipe, drop: np.random.Generator) -> float:
    """Set the gradients that one batch asks for; its loss."""
    import torch

    rows = table.rows()
    queries = bag(list(_with_dropped_words(batch, recipe.word_drop, drop)), len(rows))
    passages = bag([pair.passage for pair in batch], len(rows))
    query_vectors = torch.from_numpy(queries @ rows).requires_grad_()
    passage_vectors = torch.from_numpy(passages @ rows).requires_grad_()
    windows = np.array([pair.window for pair in batch])
    loss = info_nce(query_vectors, passage_vectors, windows, recipe.scale)
    loss.backward()
    query_gradient, passage_gradient = query_vectors.grad, passage_vectors.grad
    assert query_gradient is not None
    assert passage_gradient is not None
    table.learn_from(queries.T @ query_gradient.numpy() + passages.T @ passage_gradient.numpy())
    return float(loss.detach())


def _with_dropped_words(batch: list[Pair], share: float, drop: np.random.Generator) -> Iterator[WordIds]:
    for pair in batch:
        kept = pair.query[drop.random(len(pair.query)) >= share]
        yield kept if len(kept) else pair.query


def _rates(steps: int, rate: float, floor: float, warm_up: int) -> NDArray[np.float64]:
    """A rate a step: up over the warm-up, then down in a line to ``floor`` of it."""
    down = np.linspace(1.0, floor, steps)
    up = np.minimum(1.0, np.arange(1, steps + 1) / max(1, warm_up))
    return rate * down * up


def _initial(random: np.random.Generator, shares: NDArray[np.float64], recipe: Recipe) -> Vectors:
    noise = random.normal(0.0, recipe.init_deviation, (len(shares), recipe.dim))
    return (noise * (recipe.sif / (recipe.sif + shares))[:, None]).astype(np.float32)
