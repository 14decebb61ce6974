from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from embeddings.training.sources import TrainingDataMissing
from eval.fitting.reader.bundle import Recipe, make_reader, vocabulary_of
from eval.fitting.reader.trainer import Schedule
from eval.fitting.reader.words import WordTable
from rag.answering.reader.bundled import BundledReader
from rag.text.segmenter import words_of
from rag.text.spans import Span
from tests.eval.fitting.reader.conftest import PASSAGES

TINY = Recipe(1.0, 40, 4, 300, 12, 0.5, Schedule(steps=2, batch=4))


@pytest.fixture(scope="module")
def model(sets: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole way, in little."""
    words_of("渡口")
    with warnings.catch_warnings():  # jieba's patterns, compiled for the first time
        warnings.simplefilter("ignore")
        import jieba.posseg  # noqa: F401
    folder = tmp_path_factory.mktemp("做好的")
    make_reader(sets, folder, TINY)
    return folder


def test_what_is_made_is_read_by_the_bundled_reader(model: Path):
    assert sorted(file.name for file in model.iterdir()) == ["weights.npz", "words.npz"]
    passages = list(PASSAGES.values())
    readings = BundledReader.from_folder(model).read("夜校全年培训多少名船员?", passages)
    assert sum(reading.total for reading in readings) == pytest.approx(1, abs=1e-4)
    for passage, reading in zip(passages, readings, strict=True):
        best = reading.best_span(Span(0, len(passage)))
        assert best is not None
        assert best.slice(passage)
        assert np.isfinite(reading.end).all()


def test_weights_are_kept_in_half_precision(model: Path):
    with np.load(model / "weights.npz") as data:
        assert {data[name].dtype for name in data.files} == {np.dtype(np.float16)}


def test_missing_sets_are_told_with_the_mend(tmp_path: Path):
    with pytest.raises(TrainingDataMissing) as told:
        make_reader(tmp_path, tmp_path / "模型", replace(TINY, made=1))
    assert str(tmp_path) in told.value.say("zh")
    assert "--data" in told.value.say("zh")


def test_vectors_keep_their_direction_in_whole_numbers():
    vectors = np.array([[0.6, -0.8], [1.0, 0.0], [0.0, 0.0]], dtype=np.float32)
    table = WordTable(["渡口", "船员", "夜校"], vectors, np.array([3, 4, 5], np.float32), ["渡"])
    kept = vocabulary_of(table)
    assert kept.vectors.tolist() == [[95, -127], [127, 0], [0, 0]]
    assert kept.words == ("渡口", "船员", "夜校")
    np.testing.assert_allclose(kept.vectors_of(np.array([1, 2])), vectors[:2], atol=0.01)
