"""How do word vectors learn to bring a question near its answer?

A text is the mean of its words' rows. The loss is the symmetric InfoNCE over a batch (van den Oord et al.
2018): each query must pick its own passage out of all passages of the batch, and each passage its query.
Sparse products and the gradient of the bags are scipy's, the loss and the steps torch's: faster on a CPU
than either alone.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.training.pairs import Pair, PairSampler, Stage
from embeddings.training.recipe import Recipe
from embeddings.training.table import Table, bag
from embeddings.training.tokens import WordIds

if TYPE_CHECKING:
    import torch

log = logging.getLogger(__name__)

ADAM_BETAS = (0.9, 0.99)
"""A shorter memory of squared gradients than usual: rare words move in few steps."""

_REPORT_STEPS = 20


class _Course(NamedTuple):
    """One part of the training: what is drawn, and how the rate falls."""

    name: str
    stages: list[Stage]
    rate: float
    last_share: float
    """The rate ends at this share of where it began."""
    warm_up_steps: int


def train(table: Table, sampler: PairSampler, recipe: Recipe) -> None:
    """Change ``table``: first mostly by windows, then mostly by real questions at half the rate."""
    import torch

    torch.manual_seed(recipe.seed)
    optimiser = torch.optim.Adam([table.words, table.characters], lr=0.0, betas=ADAM_BETAS, fused=True)
    drop = np.random.default_rng(recipe.seed + 1)
    for course in _courses(recipe):
        drawn = np.concatenate([sampler.draw(stage) for stage in course.stages])
        rates = _rates(sampler.batches_in(drawn), course)
        began = time.monotonic()
        for step, batch in enumerate(sampler.batches(drawn)):
            optimiser.param_groups[0]["lr"] = float(rates[step])
            loss = _set_gradients(table, batch, recipe, drop)
            optimiser.step()
            if (step + 1) % _REPORT_STEPS == 0 or step + 1 == len(rates):
                spent = time.monotonic() - began
                log.info(
                    "%s: step %d of %d, loss %.3f, %.0f s", course.name, step + 1, len(rates), loss, spent
                )


def info_nce(
    queries: torch.Tensor, passages: torch.Tensor, windows: NDArray[np.int64], scale: float
) -> torch.Tensor:
    """The symmetric loss of (n, dim) queries and their passages; the same window is no wrong answer."""
    import torch
    from torch.nn import functional

    logits = scale * functional.normalize(queries) @ functional.normalize(passages).T
    numbers = torch.from_numpy(windows)
    same = (numbers[:, None] == numbers[None, :]).fill_diagonal_(False)
    logits = logits.masked_fill(same, float("-inf"))
    own = torch.arange(len(numbers))
    return (functional.cross_entropy(logits, own) + functional.cross_entropy(logits.T, own)) / 2


def _courses(recipe: Recipe) -> tuple[_Course, _Course]:
    windows = [Stage(1.0, recipe.labelled_times)] * recipe.epochs
    questions = [
        Stage(
            recipe.windows_share_last,
            recipe.labelled_times_last,
            recipe.own_times_last,
            recipe.same_words_times_last,
        )
    ]
    rate = recipe.learning_rate
    return (
        _Course("windows", windows, rate, 0.1, recipe.warm_up_steps),
        _Course("questions", questions, rate / 2, 0.02, 0),
    )


def _set_gradients(table: Table, batch: list[Pair], recipe: Recipe, drop: np.random.Generator) -> float:
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


def _rates(steps: int, course: _Course) -> NDArray[np.float64]:
    """A rate a step: up over the warm-up, then down in a line."""
    down = np.linspace(1.0, course.last_share, steps)
    up = np.minimum(1.0, np.arange(1, steps + 1) / max(1, course.warm_up_steps))
    return course.rate * down * up
