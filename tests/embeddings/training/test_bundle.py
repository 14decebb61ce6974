"""The whole way: a few lines of data become a model that finds what it was taught."""

from pathlib import Path

import numpy as np
import pytest

from embeddings.encoders.registry import load_encoder
from embeddings.training.__main__ import main
from embeddings.training.bundle import make_model
from embeddings.training.recipe import Recipe

pytest.importorskip("torch", reason="training needs torch")

RECIPE = Recipe(
    dim=32, epochs=10, batch=16, window_tokens=20, warm_up_steps=2, own_times_last=0, same_words_times_last=0
)


@pytest.fixture(scope="module")
def model(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    make_model(data, folder, RECIPE)
    return folder


def test_a_trained_model_brings_a_question_to_its_answer(model: Path):
    encoder = load_encoder(str(model))
    passages = encoder.encode_passages(["红旗煤矿建于1958年。", "矿山设备应当定期检修。", "护理部开展培训。"])
    assert int(np.argmax(passages @ encoder.encode_query("红旗煤矿建于哪一年？"))) == 0


def test_the_same_data_and_recipe_make_the_same_model(data: Path, model: Path, tmp_path: Path):
    make_model(data, tmp_path, RECIPE)
    again, first = load_encoder(str(tmp_path)), load_encoder(str(model))
    texts = ["煤矿安全生产", "护理培训"]
    np.testing.assert_allclose(again.encode_passages(texts), first.encode_passages(texts), atol=0.05)


def test_measuring_says_how_often_the_passage_comes_first(
    data: Path, model: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["measure", "--data", str(data), "--encoder", str(model)]) == 0
    assert "cmrc2018: 1 questions, R@1 " in capsys.readouterr().out


def test_exporting_writes_a_plain_folder(model: Path, tmp_path: Path):
    assert main(["export", str(tmp_path / "plain"), "--model", str(model)]) == 0
    assert {path.name for path in (tmp_path / "plain").iterdir()} == {
        "1_Normalize", "config_sentence_transformers.json", "model.safetensors", "modules.json", "tokenizer.json",
    }  # fmt: skip


def test_missing_data_is_told_without_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--data", str(tmp_path), "--out", str(tmp_path / "model")]) == 1
    assert "缺少训练数据" in capsys.readouterr().err
