"""From the sets to the model's folder, in one go."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.training.sources import read_texts
from eval.fitting.passages import PassageSet
from eval.fitting.reader.cloze import made_questions
from eval.fitting.reader.torch_network import ReaderNetwork
from eval.fitting.reader.trainer import Clock, Prepared, Schedule, prepared, train
from eval.fitting.reader.windows import Shown, labelled
from eval.fitting.reader.words import WordTable, word_table
from rag.answering.reader.vocabulary import Vocabulary

log = logging.getLogger(__name__)

POOL = ("cmrc2018", "drcd_s", "xquad_zh")
"""Their passages are searched for windows that mislead."""

TRAIN = ("cmrc2018/questions_train", "drcd_s/questions_dev", "xquad_zh/questions_test")
"""Questions that may be learnt from, and shipped in what was learnt."""


@dataclass(frozen=True)
class Recipe:
    """How much of what."""

    documents_share: float = 0.45
    """Of each hundred documents, for the word vectors."""
    news: int = 26_000
    """News from which questions are made."""
    law_parts: int = 6_000
    """Stretches of laws likewise."""
    law_chars: int = 1_500
    made: int = 36_000
    """Questions made at most."""
    like: float = 0.55
    """Cosine from which on a word may stand in another's place in a made question."""
    schedule: Schedule = field(default_factory=lambda: Schedule(steps=3600))


QUICK = Recipe(0.02, 300, 100, 1_500, 300, 0.55, Schedule(steps=5))
"""To see that everything runs."""


def make_reader(data: Path, out: Path, recipe: Recipe) -> None:
    """Make the model and write it into ``out``."""
    texts = read_texts(data, recipe.documents_share)
    log.info("counting words of %d documents", len(texts.documents))
    table = word_table(document.text for document in texts.documents)
    vocabulary = vocabulary_of(table)
    log.info("cutting labelled questions")
    pool = PassageSet.read(
        [data / name / "passages.jsonl.gz" for name in POOL], [data / f"{name}.jsonl.gz" for name in TRAIN]
    )
    written = _prepared(labelled(pool), vocabulary)
    log.info("making questions")
    made = _prepared(_made(data, table, recipe), vocabulary, recipe.made)
    network = ReaderNetwork(vocabulary.vectors.shape[1], len(vocabulary.characters))
    log.info("training on %d written and %d made questions", len(written), len(made))
    train(network, vocabulary, written, made, recipe.schedule, _tell(recipe.schedule.steps))
    write(network, vocabulary, out)


def vocabulary_of(table: WordTable) -> Vocabulary:
    """The table with its vectors in whole numbers."""
    scale = 127 / np.maximum(np.abs(table.vectors).max(axis=1, keepdims=True), 1e-9)
    rows: NDArray[np.int8] = np.round(table.vectors * scale).astype(np.int8)
    return Vocabulary(tuple(table.words), tuple(table.characters), rows, table.rarity)


def write(network: ReaderNetwork, vocabulary: Vocabulary, folder: Path) -> None:
    """Write weights and words for ``rag.answering.reader``."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {
        name: value.detach().float().numpy().astype(np.float16)
        for name, value in network.state_dict().items()
    }
    np.savez_compressed(folder / "weights.npz", **weights)
    vocabulary.write(folder)


def _prepared(shown: Iterable[Shown], vocabulary: Vocabulary, most: int | None = None) -> list[Prepared]:
    found: list[Prepared] = []
    for one in shown:
        ready = prepared(one, vocabulary)
        if ready:
            found.append(ready)
        if len(found) == most:
            break
    return found


def _made(data: Path, table: WordTable, recipe: Recipe) -> Iterator[Shown]:
    luck = np.random.default_rng(recipe.schedule.seed)
    documents = read_texts(data).documents
    news = [d.text for d in documents if d.source == "crud_news"]
    laws = [
        d.text[at : at + recipe.law_chars]
        for d in documents
        if d.source in ("laws", "just_laws")
        for at in range(0, len(d.text), 2 * recipe.law_chars)
    ]
    drawn = [news[at] for at in luck.permutation(len(news))[: recipe.news]]
    drawn += [laws[at] for at in luck.permutation(len(laws))[: recipe.law_parts]]
    luck.shuffle(drawn)
    return made_questions(drawn, _neighbours(table, recipe.like), luck)


NEIGHBOURS = 4


def _neighbours(table: WordTable, like: float) -> Callable[[str], Sequence[str]]:
    """A word's nearest words, none where none is near."""
    number = {word: at for at, word in enumerate(table.words)}

    @cache
    def nearest(word: str) -> tuple[str, ...]:
        if word not in number:
            return ()
        cosines = table.vectors @ table.vectors[number[word]]
        best = np.argsort(-cosines)[1 : 1 + NEIGHBOURS]
        return tuple(table.words[at] for at in best if cosines[at] > like)

    return nearest


def _tell(steps: int) -> Callable[[int, float, ReaderNetwork], None]:
    clock = Clock(steps)

    def tell(step: int, loss: float, _average: ReaderNetwork) -> None:
        if step % 50 == 0:
            log.info("step %d of %d, loss %.3f, %.0f s to go", step, steps, loss, clock.left(step))

    return tell
