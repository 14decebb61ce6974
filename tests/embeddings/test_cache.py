import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from embeddings import cache as cache_module
from embeddings.cache import VectorCache
from embeddings.encoders.protocol import Progress, Vectors
from embeddings.encoders.static import StaticEncoder

TEXTS = ["煤矿安全生产", "医院护理", "", "煤矿安全生产", "铁路检修"]


class CountingEncoder:
    """The bundled way of encoding, with a note of what it was asked for."""

    def __init__(self, encoder: StaticEncoder, fingerprint: str = "一号") -> None:
        self.name = "计数"
        self.dim = encoder.dim
        self.fingerprint = fingerprint
        self.asked: list[str] = []
        self._encoder = encoder

    def encode_passages(self, texts: Sequence[str], on_progress: Progress | None = None) -> Vectors:
        self.asked.extend(texts)
        return self._encoder.encode_passages(texts, on_progress)

    def encode_query(self, text: str) -> Vectors:
        return self._encoder.encode_query(text)


@pytest.fixture
def encoder(static_encoder: StaticEncoder) -> CountingEncoder:
    return CountingEncoder(static_encoder)


@pytest.fixture
def cache(tmp_path: Path) -> VectorCache:
    return VectorCache(tmp_path / "库" / "vectors.sqlite")


def test_a_text_is_encoded_once(cache: VectorCache, encoder: CountingEncoder):
    first = cache.encode(encoder, TEXTS)
    assert (first.encoded, first.reused) == (4, 1)
    assert encoder.asked == ["煤矿安全生产", "医院护理", "", "铁路检修"]
    again = cache.encode(encoder, [*TEXTS, "档案"])
    assert (again.encoded, again.reused) == (1, 5)
    assert encoder.asked[4:] == ["档案"]


def test_kept_vectors_are_bit_for_bit_the_fresh_ones(cache: VectorCache, encoder: CountingEncoder):
    fresh = cache.encode(encoder, TEXTS).vectors
    assert (fresh == encoder.encode_passages(TEXTS)).all()
    assert (cache.encode(encoder, TEXTS).vectors == fresh).all()


def test_another_encoder_shares_nothing(
    cache: VectorCache, encoder: CountingEncoder, static_encoder: StaticEncoder
):
    cache.encode(encoder, TEXTS)
    assert cache.encode(CountingEncoder(static_encoder, "二号"), TEXTS).encoded == 4


def test_progress_counts_kept_texts_first(cache: VectorCache, encoder: CountingEncoder):
    cache.encode(encoder, TEXTS[:2])
    told: list[int] = []
    cache.encode(encoder, TEXTS, told.append)
    assert told == [3, 5]


def test_no_texts_are_no_trouble(cache: VectorCache, encoder: CountingEncoder):
    assert cache.encode(encoder, []).vectors.shape == (0, 8)


@pytest.mark.parametrize("damage", ["head", "middle", "not a database"])
def test_a_damaged_file_is_set_aside_and_begun_anew(
    cache: VectorCache, encoder: CountingEncoder, tmp_path: Path, damage: str
):
    expected = cache.encode(encoder, [f"煤矿安全{n}" for n in range(200)]).vectors
    path = tmp_path / "库" / "vectors.sqlite"
    good = bytearray(path.read_bytes())
    place = {"head": slice(0, 100), "middle": slice(4096, len(good)), "not a database": slice(0, len(good))}
    good[place[damage]] = b"\xff" * len(good[place[damage]])
    path.write_bytes(good)
    again = cache.encode(encoder, [f"煤矿安全{n}" for n in range(200)])
    assert (again.vectors == expected).all()
    assert (tmp_path / "库" / "vectors.sqlite.damaged").is_file()
    assert cache.encode(encoder, ["煤矿安全7"]).reused == 1


def test_a_place_that_cannot_be_written_is_done_without(encoder: CountingEncoder, tmp_path: Path):
    (tmp_path / "文件").write_text("不是文件夹", encoding="utf-8")
    found = VectorCache(tmp_path / "文件" / "vectors.sqlite").encode(encoder, TEXTS)
    assert (found.vectors == encoder.encode_passages(TEXTS)).all()


def test_a_busy_file_is_done_without(
    cache: VectorCache, encoder: CountingEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(cache_module, "WAIT_S", 0.05)
    cache.encode(encoder, ["煤矿"])
    other = sqlite3.connect(tmp_path / "库" / "vectors.sqlite")
    other.execute("BEGIN EXCLUSIVE")
    found = cache.encode(encoder, TEXTS)
    other.close()
    assert (found.vectors == encoder.encode_passages(TEXTS)).all()


def test_a_vector_of_the_wrong_length_is_made_again(
    cache: VectorCache, encoder: CountingEncoder, tmp_path: Path
):
    cache.encode(encoder, TEXTS)
    with sqlite3.connect(tmp_path / "库" / "vectors.sqlite") as database:
        database.execute("UPDATE vectors SET vector = x'00'")
    database.close()
    assert cache.encode(encoder, TEXTS).encoded == 4


def test_pruning_forgets_what_was_not_asked_for_in_a_quarter(
    cache: VectorCache, encoder: CountingEncoder, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(cache_module, "_today", lambda: 100)
    cache.encode(encoder, ["煤矿", "医院"])
    monkeypatch.setattr(cache_module, "_today", lambda: 150)
    cache.encode(encoder, ["医院"])
    assert cache.prune() == 0
    monkeypatch.setattr(cache_module, "_today", lambda: 200)
    assert cache.prune() == 1
    assert cache.encode(encoder, ["煤矿", "医院"]).reused == 1


def test_pruning_can_forget_every_other_encoder(
    cache: VectorCache, encoder: CountingEncoder, static_encoder: StaticEncoder
):
    cache.encode(encoder, ["煤矿"])
    cache.encode(CountingEncoder(static_encoder, "二号"), ["煤矿", "医院"])
    assert cache.prune(only="一号") == 2
    assert cache.encode(encoder, ["煤矿"]).reused == 1


def test_two_processes_may_write_at_once(static_folder: Path, static_encoder: StaticEncoder, tmp_path: Path):
    program = """
import sys
from pathlib import Path
from embeddings.cache import VectorCache
from embeddings.encoders import load_encoder
encoder, cache = load_encoder(sys.argv[1]), VectorCache(Path(sys.argv[2]))
for part in range(10):
    cache.encode(encoder, [f"煤矿{sys.argv[3]}{part}{n}" for n in range(40)])
"""
    path = tmp_path / "vectors.sqlite"
    writers = [
        subprocess.Popen([sys.executable, "-c", program, str(static_folder), str(path), name])
        for name in ("安全", "生产")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    texts = [f"煤矿{name}{part}{n}" for name in ("安全", "生产") for part in range(10) for n in range(40)]
    found = VectorCache(path).encode(static_encoder, texts)
    assert (found.encoded, found.reused) == (0, 800)
    np.testing.assert_array_equal(found.vectors, static_encoder.encode_passages(texts))
