"""Training: windows compete for a question, so that what the reader says of two passages can be compared.

The start is chosen among the tokens of the right window and of one that does not answer (Clark and Gardner 2018), the
end within the right window; a third term asks of each window whether it answers. The weights that run are bf16, the
ones that learn fp32; the average over the last steps is what is kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from eval.fitting.reader.torch_network import Batch, ReaderNetwork
from eval.fitting.reader.windows import Shown
from rag.answering.reader.bundled import MOST_QUESTION_TOKENS, MOST_TOKENS
from rag.answering.reader.inputs import Side, Text, sides
from rag.answering.reader.vocabulary import Vocabulary
from rag.text.normalise import normalise

FEWEST_TOKENS = 70
"""A window is shown cut to a random length from here to ``MOST_TOKENS``: shorter ones train faster, and lengths differ
in use."""


@dataclass(frozen=True)
class Schedule:
    """How long and how fast."""

    steps: int
    batch: int = 32
    rate: float = 1.2e-3
    warm_up: int = 200
    decay: float = 0.01
    average: float = 0.999
    contested: float = 0.35
    """Share of the questions that are shown with a second window that does not answer."""
    labelled_share: float = 0.65
    """Of each batch the questions that somebody wrote; the others are made."""
    seed: int = 0


class Pair(NamedTuple):
    """A question with one window, ready for the network."""

    question: Side
    passage: Side
    start: int
    """Token of the answer's start; -1 where the window does not answer."""
    end: int


class Prepared(NamedTuple):
    """A question with its right window and others."""

    right: Pair
    others: tuple[Pair, ...]


def prepared(shown: Shown, vocabulary: Vocabulary) -> Prepared | None:
    """What the network sees of a question; ``None`` where the answer starts or ends in no token that is read."""
    question = Text.of(normalise(shown.question).text, vocabulary, MOST_QUESTION_TOKENS)
    folded = normalise(shown.window)
    window = Text.of(folded.text, vocabulary, MOST_TOKENS)
    inside = [
        at
        for at, token in enumerate(window.tokens)
        if (place := folded.span(token.start, token.end)).start < shown.answer.end
        and place.end > shown.answer.start
    ]
    if not inside or not question.tokens:
        return None
    pair = Pair(*sides(question, window), inside[0], inside[-1])
    others = [Text.of(normalise(other).text, vocabulary, MOST_TOKENS) for other in shown.others]
    return Prepared(pair, tuple(Pair(*sides(question, o), -1, -1) for o in others if o.tokens))


def batch_of(texts: Sequence[Side], vocabulary: Vocabulary, dtype: torch.dtype = torch.bfloat16) -> Batch:
    """Texts padded to the longest."""
    longest = max(len(text.words) for text in texts)

    def padded(rows: Sequence[np.ndarray[tuple[int, ...], np.dtype[np.generic]]], fill: int) -> Tensor:
        shape = (len(rows), longest, *rows[0].shape[1:])
        whole = np.full(shape, fill, dtype=rows[0].dtype)
        for at, row in enumerate(rows):
            whole[at, : len(row)] = row
        return torch.from_numpy(whole)

    words = padded([text.words for text in texts], 0)
    vectors = vocabulary.vectors_of(words.numpy().ravel()).reshape(*words.shape, -1)
    return Batch(
        torch.from_numpy(vectors).to(dtype),
        padded([text.characters for text in texts], -1) + 1,
        padded([text.classes for text in texts], 0),
        padded([text.matches for text in texts], 0).to(dtype),
        padded([np.ones(len(text.words), dtype=np.float32) for text in texts], 0).to(dtype),
    )


def train(
    network: ReaderNetwork,
    vocabulary: Vocabulary,
    labelled: Sequence[Prepared],
    made: Sequence[Prepared],
    schedule: Schedule,
    on_step: Callable[[int, float, ReaderNetwork], None],
) -> None:
    """Train ``network``; at the end it holds the averaged weights. ``on_step(step, loss, average)`` follows."""
    torch.manual_seed(schedule.seed)
    luck = np.random.default_rng(schedule.seed)
    master = [p.detach().clone().float() for p in network.parameters()]
    average = ReaderNetwork(vocabulary.vectors.shape[1], len(vocabulary.characters))
    mean = [p.clone() for p in master]
    optimiser = torch.optim.AdamW(master, lr=schedule.rate, betas=(0.9, 0.98), weight_decay=schedule.decay)
    network.bfloat16().train()
    for step, group in enumerate(_groups(labelled, made, schedule, luck)):
        loss = _loss(network, vocabulary, group, schedule.contested, luck)
        loss.backward()
        _step(network, master, optimiser, schedule, step)
        kept = min(schedule.average, (1 + step) / (10 + step))
        torch._foreach_lerp_(mean, master, 1 - kept)
        for target, source in zip(average.parameters(), mean, strict=True):
            target.data.copy_(source)
        on_step(step, float(loss.detach()), average)
    network.float()
    for target, source in zip(network.parameters(), mean, strict=True):
        target.data.copy_(source)


def _step(
    network: ReaderNetwork,
    master: list[Tensor],
    optimiser: torch.optim.Optimizer,
    schedule: Schedule,
    step: int,
) -> None:
    for own, other in zip(master, network.parameters(), strict=True):
        own.grad = other.grad.float() if other.grad is not None else None
        other.grad = None
    torch.nn.utils.clip_grad_norm_(master, 1.0)
    warm = min(1.0, (step + 1) / schedule.warm_up)
    cosine = 0.5 * (1 + np.cos(np.pi * step / schedule.steps))
    for setting in optimiser.param_groups:
        setting["lr"] = schedule.rate * warm * (0.02 + 0.98 * cosine)
    optimiser.step()
    for own, other in zip(master, network.parameters(), strict=True):
        other.data.copy_(own)


def _groups(
    labelled: Sequence[Prepared], made: Sequence[Prepared], schedule: Schedule, luck: np.random.Generator
) -> Iterator[list[Prepared]]:
    """Batches of both kinds of questions, mixed."""
    own = round(schedule.batch * schedule.labelled_share) if made else schedule.batch
    shuffled = (_endless(labelled, luck), _endless(made, luck) if made else iter(()))
    waiting: list[list[Prepared]] = []
    for _ in range(schedule.steps):
        if not waiting:
            pool = [next(shuffled[0]) for _ in range(own * 8)]
            pool += [next(shuffled[1]) for _ in range((schedule.batch - own) * 8)]
            luck.shuffle(pool)
            waiting = [pool[at : at + schedule.batch] for at in range(0, len(pool), schedule.batch)]
            luck.shuffle(waiting)
        yield waiting.pop()


def _endless(items: Sequence[Prepared], luck: np.random.Generator) -> Iterator[Prepared]:
    while True:
        for at in luck.permutation(len(items)):
            yield items[at]


def _loss(
    network: ReaderNetwork,
    vocabulary: Vocabulary,
    group: list[Prepared],
    share: float,
    luck: np.random.Generator,
) -> Tensor:
    contested = [at for at, one in enumerate(group) if one.others and luck.random() < share]
    against = [others[int(luck.integers(len(others)))] for others in (group[at].others for at in contested)]
    most = int(luck.integers(FEWEST_TOKENS, MOST_TOKENS + 1))
    pairs = [_cut(pair, most, luck) for pair in (*(one.right for one in group), *against)]
    questions = batch_of([_blurred(pair.question, luck) for pair in pairs], vocabulary)
    passages = batch_of([_blurred(pair.passage, luck) for pair in pairs], vocabulary)
    start, end, has = (logits.float() for logits in network(questions, passages))
    n = len(group)
    rivals = torch.full_like(start[:n], -1e4)
    if contested:
        width = start.shape[1]
        rivals = rivals.index_copy(0, torch.tensor(contested), start[n:].reshape(-1, width))
    targets = torch.tensor([(pair.start, pair.end) for pair in pairs[:n]])
    holds = torch.tensor([1.0] * n + [0.0] * len(against))
    return (
        cross_entropy(torch.cat((start[:n], rivals), 1), targets[:, 0])
        + cross_entropy(end[:n], targets[:, 1])
        + 0.5 * binary_cross_entropy_with_logits(has, holds)
    )


def _cut(pair: Pair, most: int, luck: np.random.Generator) -> Pair:
    """The pair with ``most`` tokens of its passage at most, the answer among them."""
    length = len(pair.passage.words)
    most = max(most, pair.end - pair.start + 1)
    if length <= most:
        return pair
    latest = min(length - most, pair.start) if pair.start >= 0 else length - most
    earliest = max(0, pair.end + 1 - most)
    first = int(luck.integers(earliest, latest + 1))
    kept, whole = slice(first, first + most), pair.passage
    passage = Side(whole.words[kept], whole.characters[kept], whole.classes[kept], whole.matches[kept])
    moved = first if pair.start >= 0 else 0
    return Pair(pair.question, passage, pair.start - moved, pair.end - moved)


def _blurred(text: Side, luck: np.random.Generator) -> Side:
    """The text with some words made unknown."""
    return text._replace(words=np.where(luck.random(len(text.words)) < 0.03, 0, text.words))


class Clock:
    """Says how far the training is."""

    def __init__(self, steps: int) -> None:
        self._begun, self._steps = time.monotonic(), steps

    def left(self, step: int) -> float:
        """Seconds to go."""
        return (time.monotonic() - self._begun) / (step + 1) * (self._steps - step - 1)
