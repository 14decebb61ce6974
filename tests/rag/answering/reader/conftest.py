"""A reader of a few words whose weights were drawn, not learnt."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rag.answering.reader.bundled import BundledReader
from rag.answering.reader.inputs import MATCHES
from rag.answering.reader.network import Network
from rag.answering.reader.tokens import TokenClass
from rag.answering.reader.vocabulary import Vocabulary

D, HIDDEN, CHARACTER_D, CLASS_D, ALIGN_D, VECTOR_D = 16, 24, 6, 3, 5, 4
WORDS = ("渡口", "培训", "船员", "夜校", "名", "每周", "检查", "。")
CHARACTERS = tuple("渡口培训船员夜校")


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """Eight words, commonest first."""
    vectors = np.random.default_rng(1).integers(-127, 128, (len(WORDS), VECTOR_D)).astype(np.int8)
    return Vocabulary(WORDS, CHARACTERS, vectors, np.arange(3, 3 + len(WORDS), dtype=np.float32))


def block(name: str) -> dict[str, tuple[int, ...]]:
    dense = {
        **{f"conv.{at}": (D, 3 * D) for at in range(2)},
        "qkv": (3 * D, D),
        "out": (D, D),
        "up": (HIDDEN, D),
        "down": (D, HIDDEN),
    }
    return {
        f"{name}.{part}": shape
        for part, shape in {**dense, **norms(*(f"norms.{n}" for n in range(4)))}.items()
    }


def norms(*names: str) -> dict[str, tuple[int, ...]]:
    return dict.fromkeys(names, (D,))


SHAPES = {
    "embed": (D, VECTOR_D + CHARACTER_D + CLASS_D + MATCHES),
    "align": (ALIGN_D, VECTOR_D + CHARACTER_D),
    "join": (D, 2 * D),
    "pool": (1, D),
    "attend": (D, 4 * D),
    "start": (1, D),
    "query": (D, D),
    "end_in": (D, 3 * D),
    "end": (1, D),
    "has_in": (D, 3 * D),
    "has": (1, D),
    **norms("embed_norm", "last_norm"),
    **block("encode"),
    **block("read.0"),
    **block("read.1"),
}
"""Of each layer's weight, by its name."""


@pytest.fixture(scope="session")
def network() -> Network:
    """Two blocks, sixteen numbers wide."""
    luck = np.random.default_rng(2)
    weights = {
        "characters": luck.normal(0, 1, (len(CHARACTERS) + 2, CHARACTER_D)),
        "classes": luck.normal(0, 1, (len(TokenClass), CLASS_D)),
    }
    for name, shape in SHAPES.items():
        weights[f"{name}.weight"] = luck.normal(0, shape[-1] ** -0.5, shape)
        weights[f"{name}.bias"] = luck.normal(0, 0.3, shape[0])
    return Network({name: value.astype(np.float32) for name, value in weights.items()}, 2)


@pytest.fixture(scope="session")
def reader(network: Network, vocabulary: Vocabulary) -> BundledReader:
    """The two together."""
    return BundledReader(network, vocabulary)


@pytest.fixture(scope="session")
def model(network: Network, vocabulary: Vocabulary, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two in a folder."""
    folder = tmp_path_factory.mktemp("阅读模型")
    np.savez(folder / "weights.npz", **network.weights)
    vocabulary.write(folder)
    return folder
