"""``python -m rag.text.characters.training --data FOLDER``: count characters in a row, and keep what tells most.

Pairs seen ``MIN_PAIR`` times are kept, and those ``TRIPLES`` triples whose count says most beyond their pairs:
count · |ln P(c|ab) / P(c|b)|, the weight by which Stolcke (1998) prunes language models. No sentence can be
read back from counts; the texts are the ones that the bundled encoder is made from (``embeddings.training``).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.training.sources import read_texts
from rag.text.characters.model import FOLDER, KEYS, STEPS, STEPS_PER_E, UNSEEN_PAIR, UNSEEN_TRIPLE, key_of
from rag.text.numbering import fold_width

MIN_PAIR = 10
"""Mentions of a pair that is kept: 350,000 of 1.4 million pairs, and as good at seams as all of them."""

TRIPLES = 500_000
"""Triples kept of 8.7 million: 96.3 % of seams right with them, 96.6 % with the four million seen twice."""

VOCABULARY = 6000
"""Commonest characters that are told apart; the others are left out."""

LONGEST_STEP = 255


class Rows(NamedTuple):
    """Rows of equal length as numbers in base ``VOCABULARY + 1``, ascending, and how often each stands."""

    numbers: NDArray[np.int64]
    counts: NDArray[np.int64]

    def of(self, numbers: NDArray[np.int64]) -> NDArray[np.float64]:
        """The counts of some rows, 0 for those that are not here."""
        at = np.minimum(np.searchsorted(self.numbers, numbers), len(self.numbers) - 1)
        return np.where(self.numbers[at] == numbers, self.counts[at], 0).astype(np.float64)


def model_of(texts: Iterable[str]) -> dict[str, int]:
    """The counts that are kept, by row of one to three characters; ``""`` has the length of all texts."""
    codes, alphabet = _coded(texts)
    base = len(alphabet)
    singles = np.bincount(codes, minlength=base)
    pairs = _counted(codes[:-1] * base + codes[1:])
    triples = _counted((codes[:-2] * base + codes[1:-1]) * base + codes[2:])
    kept = {"": len(codes)}
    kept |= {alphabet[code]: int(singles[code]) for code in range(1, base)}
    frequent = pairs.counts >= MIN_PAIR
    kept |= _rows(Rows(pairs.numbers[frequent], pairs.counts[frequent]), alphabet, 2)
    kept |= _rows(_telling(triples, pairs, singles), alphabet, 3)
    return kept


def write(counts: dict[str, int], folder: Path) -> None:
    """Write the two files that ``model.background`` reads."""
    steps: dict[int, int] = {}
    for row, count in counts.items():
        key = key_of(row)
        steps[key] = max(steps.get(key, 0), min(LONGEST_STEP, round(np.log(count) * STEPS_PER_E)))
    keys = sorted(steps)
    np.save(folder / KEYS, np.array(keys, dtype=np.uint32))
    np.save(folder / STEPS, np.array([steps[key] for key in keys], dtype=np.uint8))


def _coded(texts: Iterable[str]) -> tuple[NDArray[np.int64], list[str]]:
    """All texts as numbers of their characters; 0 stands for white space, for ends and for rare characters."""
    whole = "\n".join(re.sub(r"\s+", "\n", fold_width(text)) for text in texts)
    points = np.frombuffer(whole.encode("utf-32-le", "replace"), dtype=np.uint32)
    found, counts = np.unique(points, return_counts=True)
    common = found[np.argsort(-counts, kind="stable")]
    common = common[common != ord("\n")][:VOCABULARY]
    table = np.zeros(sys.maxunicode + 1, dtype=np.int64)
    table[common] = np.arange(1, len(common) + 1)
    return table[points], ["\n", *map(chr, common)]


def _counted(numbers: NDArray[np.int64]) -> Rows:
    numbers.sort()
    starts = np.flatnonzero(np.concatenate(([True], numbers[1:] != numbers[:-1])))
    return Rows(numbers[starts], np.diff(np.append(starts, len(numbers))))


def _telling(triples: Rows, pairs: Rows, singles: NDArray[np.int64]) -> Rows:
    """The triples that say most beyond their pairs, none with white space in it."""
    base = len(singles)
    first, second, third = triples.numbers // base**2, triples.numbers // base % base, triples.numbers % base
    single = (singles[third] + 1) / (singles.sum() + base)
    pair = (pairs.of(triples.numbers % base**2) + UNSEEN_PAIR * single) / (singles[second] + UNSEEN_PAIR)
    triple = (triples.counts + UNSEEN_TRIPLE * pair) / (pairs.of(triples.numbers // base) + UNSEEN_TRIPLE)
    weight = triples.counts * np.abs(np.log(triple / pair))
    weight[(first == 0) | (second == 0) | (third == 0)] = 0
    best = np.sort(np.argsort(-weight, kind="stable")[:TRIPLES])
    best = best[weight[best] > 0]
    return Rows(triples.numbers[best], triples.counts[best])


def _rows(rows: Rows, alphabet: Sequence[str], length: int) -> dict[str, int]:
    base = len(alphabet)
    places = [rows.numbers // base**power % base for power in reversed(range(length))]
    whole = np.all([place > 0 for place in places], axis=0)
    columns = [place[whole].tolist() for place in places]
    words = ("".join(alphabet[code] for code in row) for row in zip(*columns, strict=True))
    return dict(zip(words, rows.counts[whole].tolist(), strict=True))


def _texts(data: Path) -> Iterator[str]:
    return (document.text for document in read_texts(data).documents)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, count, write."""
    parser = argparse.ArgumentParser(prog="python -m rag.text.characters.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the training sets")
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the counts go")
    given = parser.parse_args(arguments)
    counts = model_of(_texts(given.data))
    write(counts, given.out)
    sys.stderr.write(f"{len(counts):,} rows\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
