"""How often does an encoder alone bring the right passage to the top?

The questions are those kept for measuring: nothing was learnt from them. Their passages lie in one pool
with the passages of the other sets; each is cut to chunks as an index would, its title in front, and
counts by its best chunk.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.encoders.protocol import Encoder, Vectors
from embeddings.training.sections import sections
from embeddings.training.sources import read_records

POOL = ("cmrc2018", "drcd_s", "xquad_zh", "antiterror_mrc")
KEPT_QUESTIONS = ("cmrc2018", "antiterror_mrc")
"""Sets whose ``questions_dev`` are never trained on."""

CHUNK_CHARACTERS = 300
_QUESTIONS_AT_ONCE = 256


@dataclass(frozen=True)
class Recall:
    """The share of questions whose passage stands among the first 1 and 10."""

    questions: int
    at_1: float
    at_10: float


class Pool:
    """Passages to choose among, each by its best chunk."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._chunks: list[str] = []
        self._starts: list[int] = []

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, passage: Hashable) -> bool:
        return passage in self._numbers

    def add(self, passage: Hashable, chunks: Iterable[str]) -> None:
        """A passage, by what questions call it."""
        self._numbers[passage] = len(self._starts)
        self._starts.append(len(self._chunks))
        self._chunks.extend(chunks)

    def vectors(self, encoder: Encoder) -> Vectors:
        """(chunks, dim) of all that was added so far."""
        return encoder.encode_passages(self._chunks)

    def recall(self, encoder: Encoder, vectors: Vectors, asked: Sequence[tuple[str, Hashable]]) -> Recall:
        """Of questions with the passages that answer them."""
        queries = np.stack([encoder.encode_query(question) for question, _ in asked])
        wanted = np.array([self._numbers[passage] for _, passage in asked])
        ranks = _ranks(queries, vectors, np.array(self._starts), wanted)
        return Recall(len(asked), float((ranks <= 1).mean()), float((ranks <= 10).mean()))


def measure(encoder: Encoder, data: Path, sets: Sequence[str] = KEPT_QUESTIONS) -> dict[str, Recall]:
    """The recall of ``encoder`` on each of ``sets``; sets of the pool that are not there are left out."""
    pool = Pool()
    for name in POOL:
        path = data / name / "passages.jsonl.gz"
        for record in read_records(path) if path.is_file() else ():
            pool.add(record["pid"], chunks_of(record["title"], record["text"]))
    vectors = pool.vectors(encoder)
    found: dict[str, Recall] = {}
    for name in sets:
        asked = read_records(data / name / "questions_dev.jsonl.gz")
        found[name] = pool.recall(encoder, vectors, [(one["question"], one["pid"]) for one in asked])
    return found


def chunks_of(title: str, text: str) -> Iterator[str]:
    """Whole sentences up to ``CHUNK_CHARACTERS``, the title in front of each chunk."""
    chunk = ""
    for section in sections(title, text):
        for start, end in section.sentences:
            if chunk and len(chunk) + end - start > CHUNK_CHARACTERS:
                yield f"{title}\n{chunk}"
                chunk = ""
            chunk += text[start:end]
    yield f"{title}\n{chunk}"


def _ranks(
    queries: NDArray[np.float32],
    vectors: NDArray[np.float32],
    chunk_starts: NDArray[np.int64],
    wanted: NDArray[np.int64],
) -> NDArray[np.int64]:
    """The rank of each query's passage, from 1; passages that tie with it stand before it."""
    ranks = np.empty(len(queries), dtype=np.int64)
    for first in range(0, len(queries), _QUESTIONS_AT_ONCE):
        some = slice(first, first + _QUESTIONS_AT_ONCE)
        scores = np.maximum.reduceat(queries[some] @ vectors.T, chunk_starts, axis=1)
        own = scores[np.arange(len(scores)), wanted[some]]
        ranks[some] = (scores >= own[:, None]).sum(axis=1)
    return ranks
