"""What does finding cost? How fast passages become vectors, and how large the index is."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from embeddings.encoders.protocol import Encoder
from embeddings.encoders.registry import load_encoder
from eval.benchmarks.retrieval.questions import Collection
from rag.index.generations import VECTOR_CACHE

SAMPLE = 8_192
"""Passages at the most."""
AT_ONCE = 256
SECONDS = 10.0
"""A transformer without an accelerator comes to a few hundred passages in this time."""
SEED = 3


def encode_speeds(collection: Collection, encoders: Iterable[str]) -> dict[str, dict[str, float]]:
    """Of the encoder of the index and of others, over a sample of its passages. Raises ``EncoderUnavailable``."""
    passages = [chunk.passage for chunk in collection.snapshot.database.chunks()]
    sample = random.Random(SEED).sample(passages, min(SAMPLE, len(passages)))
    own = collection.snapshot.encoder
    loaded = {own.name: own, **{name: load_encoder(name) for name in encoders}}
    return {name: encode_speed(encoder, sample) for name, encoder in loaded.items()}


def encode_speed(encoder: Encoder, passages: Sequence[str]) -> dict[str, float]:
    """Passages and characters a second, nothing taken from a cache; what loading takes is left out."""
    encoder.encode_passages(passages[:1])
    done = characters = 0
    started = time.perf_counter()
    for first in range(0, len(passages), AT_ONCE):
        some = passages[first : first + AT_ONCE]
        encoder.encode_passages(some)
        done, characters = done + len(some), characters + sum(map(len, some))
        if time.perf_counter() - started > SECONDS:
            break
    seconds = time.perf_counter() - started
    return {
        "passages": done,
        "passages_per_second": done / seconds,
        "characters_per_second": characters / seconds,
    }


def index_sizes(collection: Collection) -> dict[str, int]:
    """Bytes of each part of the generation, of all of it (``generation``), and of the vector cache beside it."""
    folder = collection.snapshot.folder
    parts = {path.name: _bytes(path) for path in sorted(folder.iterdir())}
    cache = collection.index / VECTOR_CACHE
    return {**parts, "generation": sum(parts.values()), VECTOR_CACHE: _bytes(cache)}


def _bytes(path: Path) -> int:
    if path.is_dir():
        return sum(map(_bytes, path.iterdir()))
    return path.stat().st_size if path.is_file() else 0
