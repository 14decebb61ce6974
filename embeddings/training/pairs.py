"""Which two texts should stand close together?

Drawn anew each epoch: a stretch of a sentence and the window around it without that sentence (the inverse
cloze task, Lee et al. 2019); a heading and a window under it; two neighbouring windows; a question somebody
wrote and the window, or the sentence, that answers it; a question of our own and the window it was written for, under
its heading; two words that mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.training.recipe import Recipe
from embeddings.training.tokens import TokenisedTexts, WordIds


class Kind(IntEnum):
    """What the query of a pair is."""

    STRETCH = 0
    HEADING = 1
    NEIGHBOUR = 2
    QUESTION = 3
    OWN_QUESTION = 4
    SAME_WORDS = 5


class Pair(NamedTuple):
    """A query, the text it should find, and the number of that text's window; below zero for what is in none."""

    query: WordIds
    passage: WordIds
    window: int


Drawn = NDArray[np.int64]
"""(n, 2): the kind of each pair, and the number of its window or question."""


@dataclass(frozen=True)
class Stage:
    """How often each kind is drawn in one pass."""

    windows_share: float
    labelled_times: int
    own_times: int = 0
    same_words_times: int = 0


class PairSampler:
    """Draws the pairs of one pass after another."""

    def __init__(self, texts: TokenisedTexts, recipe: Recipe) -> None:
        self._texts = texts
        self._recipe = recipe
        self._random = np.random.default_rng(recipe.seed)
        answered = texts.answer_window >= 0
        self._answered = np.flatnonzero(answered & ~texts.own)
        self._own = np.flatnonzero(answered & texts.own)
        windows = texts.windows
        self._has_next = np.flatnonzero(np.diff(windows.document) == 0) + 1
        lengths = np.diff(texts.headings.starts)
        self._has_heading = np.flatnonzero(lengths[windows.heading] > 0)

    def draw(self, stage: Stage) -> Drawn:
        """What one pass is made of, shuffled."""
        share = stage.windows_share
        chosen = (
            (Kind.STRETCH, self._some(np.arange(len(self._texts.windows)), share)),
            (Kind.HEADING, self._some(self._has_heading, share * self._recipe.heading_share)),
            (Kind.NEIGHBOUR, self._some(self._has_next, share * self._recipe.adjacent_share)),
            (Kind.QUESTION, np.repeat(self._answered, stage.labelled_times)),
            (Kind.OWN_QUESTION, np.repeat(self._own, stage.own_times)),
            (Kind.SAME_WORDS, np.repeat(np.arange(len(self._texts.groups) - 1), stage.same_words_times)),
        )
        drawn = np.concatenate(
            [np.column_stack([np.full_like(numbers, kind), numbers]) for kind, numbers in chosen]
        )
        return self._random.permutation(drawn)

    def batches_in(self, drawn: Drawn) -> int:
        """How many batches :meth:`batches` makes of ``drawn``."""
        return len(drawn) // self._batch_size(drawn)

    def batches(self, drawn: Drawn) -> Iterator[list[Pair]]:
        """The pairs of ``drawn``, a batch at a time; what fills no batch is left out.

        Less than one batch in all is one batch.
        """
        size = self._batch_size(drawn)
        for first in range(0, len(drawn) - size + 1, size):
            pairs = (self.pair(Kind(kind), number) for kind, number in drawn[first : first + size].tolist())
            yield [pair for pair in pairs if len(pair.query) and len(pair.passage)]

    def _batch_size(self, drawn: Drawn) -> int:
        return max(1, min(self._recipe.batch, len(drawn)))

    def pair(self, kind: Kind, number: int) -> Pair:
        """One pair; either side may come out empty where a text has too few words."""
        texts, windows = self._texts, self._texts.windows
        if kind is Kind.STRETCH:
            return self._stretch(number)
        if kind is Kind.QUESTION:
            return self._question(number)
        if kind is Kind.OWN_QUESTION:
            return self._own_question(number)
        if kind is Kind.SAME_WORDS:
            return self._same_words(number)
        passage = self._words(windows.first[number], windows.last[number])
        if kind is Kind.HEADING:
            return Pair(texts.headings[windows.heading[number]], passage, number)
        before = self._words(windows.first[number - 1], windows.last[number - 1])
        return Pair(before, passage, number)

    def _question(self, number: int) -> Pair:
        texts = self._texts
        window, sentence = int(texts.answer_window[number]), int(texts.answer_sentence[number])
        if self._random.random() < 0.5:
            passage = texts.sentences[sentence]
        else:
            passage = self._words(texts.windows.first[window], texts.windows.last[window])
        return Pair(texts.questions[number], passage, window)

    def _own_question(self, number: int) -> Pair:
        """With the whole window under its heading, as the index has it: its answer may be anywhere in it."""
        texts, windows = self._texts, self._texts.windows
        window = int(texts.answer_window[number])
        words = self._words(windows.first[window], windows.last[window])
        return Pair(
            texts.questions[number],
            np.concatenate([texts.headings[windows.heading[window]], words]),
            window,
        )

    def _same_words(self, group: int) -> Pair:
        texts = self._texts
        first, last = int(texts.groups[group]), int(texts.groups[group + 1])
        query, found = self._random.permutation(np.arange(first, last))[:2]
        return Pair(texts.same_words[query], texts.same_words[found], -1 - group)

    def _stretch(self, window: int) -> Pair:
        texts, random = self._texts, self._random
        first, last = int(texts.windows.first[window]), int(texts.windows.last[window])
        chosen = int(random.integers(first, last))
        sentence = texts.sentences[chosen]
        shortest, longest = self._recipe.query_tokens
        length = int(random.integers(shortest, longest + 1))
        start = int(random.integers(0, max(1, len(sentence) - length + 1)))
        query = sentence[start : start + length]
        if random.random() < self._recipe.keep_span:
            return Pair(query, self._words(first, last), window)
        if last - first == 1:
            rest = np.concatenate([sentence[:start], sentence[start + length :]])
        else:
            rest = np.concatenate(
                [texts.sentences.rows(first, chosen), texts.sentences.rows(chosen + 1, last)]
            )
        return Pair(query, rest[: self._recipe.window_tokens], window)

    def _words(self, first: int, last: int) -> WordIds:
        return self._texts.sentences.rows(first, last)[: self._recipe.window_tokens]

    def _some(self, numbers: NDArray[np.int64], share: float) -> NDArray[np.int64]:
        return self._random.permutation(numbers)[: round(len(numbers) * share)]
