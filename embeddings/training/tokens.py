"""The training texts as numbers: sentences, windows of sentences, headings and questions.

115 million characters fit into some 150 MB: a word is two bytes, a text is a slice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embeddings.training.recipe import Recipe
from embeddings.training.sections import sections
from embeddings.training.sources import TrainingTexts

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WordIds = NDArray[np.uint16]


@dataclass(frozen=True)
class Ragged:
    """Many short rows of word ids, side by side in one array."""

    values: WordIds
    starts: NDArray[np.int64]
    """Where each row begins, and at the end where the last one ends."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> WordIds:
        return self.values[self.starts[row] : self.starts[row + 1]]

    def rows(self, first: int, last: int) -> WordIds:
        """The rows ``[first, last)`` joined."""
        return self.values[self.starts[first] : self.starts[last]]


@dataclass(frozen=True)
class Windows:
    """Stretches of neighbouring sentences, never across sections: what the index would call chunks."""

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    """The sentences of each are ``[first, last)``."""
    heading: NDArray[np.int64]
    document: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.first)


@dataclass(frozen=True)
class TokenisedTexts:
    """The training texts, ready to draw pairs from."""

    sentences: Ragged
    headings: Ragged
    windows: Windows
    questions: Ragged
    answer_window: NDArray[np.int64]
    """The window that answers each question; -1 where none is known."""
    answer_sentence: NDArray[np.int64]
    """The sentence that answers each question; -1 where none is known."""
    own: NDArray[np.bool_]
    """Which questions were written for this project: their whole window answers."""
    same_words: Ragged
    """The words of the thesaurus."""
    groups: NDArray[np.int64]
    """Where each of its groups begins among ``same_words``, and at the end where the last one ends."""


def tokenise(texts: TrainingTexts, tokenizer: Tokenizer, recipe: Recipe) -> TokenisedTexts:
    """Cut ``texts`` into words; unknown words are dropped."""
    layout = _Layout()
    sentences = to_ids(tokenizer, layout.read(texts))
    windows = _cut_windows(sentences, layout, recipe.window_tokens)
    questions = to_ids(tokenizer, (question.question for question in texts.questions))
    answer_sentence = np.array(
        [layout.sentence_at(question.passage, question.start) for question in texts.questions], dtype=np.int64
    )
    answer_window = np.searchsorted(windows.first, answer_sentence, side="right") - 1
    answer_window[answer_sentence < 0] = -1
    headings = to_ids(tokenizer, layout.headings)
    own = np.array([question.own for question in texts.questions], dtype=np.bool_)
    same_words = to_ids(tokenizer, (word for group in texts.same_words for word in group))
    groups = np.cumsum([0, *map(len, texts.same_words)], dtype=np.int64)
    return TokenisedTexts(
        sentences, headings, windows, questions, answer_window, answer_sentence, own, same_words, groups
    )


def to_ids(tokenizer: Tokenizer, texts: Iterable[str]) -> Ragged:
    """The known words of each text; the unknown word (number 0) is dropped."""
    parts: list[WordIds] = []
    lengths: list[int] = [0]
    for batch in _batches(texts, 20_000):
        for encoding in tokenizer.encode_batch_fast(batch, add_special_tokens=False):
            ids = np.array(encoding.ids, dtype=np.uint16)
            parts.append(ids[ids > 0])
            lengths.append(len(parts[-1]))
    values = np.concatenate(parts) if parts else np.empty(0, dtype=np.uint16)
    return Ragged(values, np.cumsum(lengths, dtype=np.int64))


def _batches(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    source = iter(texts)
    while batch := list(islice(source, size)):
        yield batch


class _Layout:
    """Which sentence belongs to which section and document: filled while the sentences are read."""

    def __init__(self) -> None:
        self.headings: list[str] = []
        self.section_of: list[int] = []
        self.document_of: list[int] = []
        self._starts_by_document: dict[int, list[tuple[int, int]]] = {}
        self._asked: set[int] = set()

    def read(self, texts: TrainingTexts) -> Iterator[str]:
        """Every sentence in turn."""
        self._asked = {question.passage for question in texts.questions}
        for number, document in enumerate(texts.documents):
            for section in sections(document.title, document.text):
                self.headings.append(section.heading)
                for start, end in section.sentences:
                    self._note(number, end)
                    yield document.text[start:end]

    def _note(self, document: int, end: int) -> None:
        if document in self._asked:
            self._starts_by_document.setdefault(document, []).append((end, len(self.section_of)))
        self.section_of.append(len(self.headings) - 1)
        self.document_of.append(document)

    def sentence_at(self, document: int, offset: int) -> int:
        """The sentence that holds a character of a passage; -1 for an offset of -1."""
        if offset < 0:
            return -1
        return next((number for end, number in self._starts_by_document[document] if offset < end), -1)


def _cut_windows(sentences: Ragged, layout: _Layout, window_tokens: int) -> Windows:
    section_of = np.array(layout.section_of, dtype=np.int64)
    borders = np.flatnonzero(np.diff(section_of, prepend=-1, append=-1))
    cuts: list[int] = []
    for first, last in pairwise(borders.tolist()):
        cuts.extend(_cuts(sentences.starts[first : last + 1], first, window_tokens))
    firsts = np.array(cuts, dtype=np.int64)
    lasts = np.append(firsts[1:], len(sentences))
    documents = np.array(layout.document_of, dtype=np.int64)
    return Windows(firsts, lasts, section_of[firsts], documents[firsts])


def _cuts(starts: NDArray[np.int64], first: int, window_tokens: int) -> Iterator[int]:
    """The first sentence of each window of one section: full windows, and what is left."""
    lengths: Sequence[int] = np.diff(starts).tolist()
    filled = window_tokens + 1
    for number, length in enumerate(lengths, start=first):
        if filled + length > window_tokens:
            yield number
            filled = 0
        filled += length
