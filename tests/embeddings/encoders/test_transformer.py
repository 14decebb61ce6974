import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from embeddings.encoders.prompts import Prompts
from embeddings.encoders.registry import load_encoder
from embeddings.encoders.transformer import TransformerEncoder, TransformerSettings
from embeddings.errors import EncoderUnavailable

TEXTS = ["煤矿安全", "", "铁路检修三年", "医院的护理" * 20]


@pytest.fixture(scope="module")
def encoder(transformer_folder: Path) -> TransformerEncoder:
    return TransformerEncoder.from_folder(transformer_folder, "小变换器")


def test_a_folder_gives_what_sentence_transformers_gives(
    encoder: TransformerEncoder, transformer_folder: Path
):
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(transformer_folder), device="cpu", local_files_only=True)
    expected = model.encode(["铁路检修三年"])
    np.testing.assert_allclose(encoder.encode_passages(TEXTS)[2], expected[0], atol=1e-5)


def test_a_question_is_read_with_the_prompt_of_the_model(encoder: TransformerEncoder):
    with_words = encoder.encode_passages(["问：煤矿安全"])[0]
    np.testing.assert_allclose(encoder.encode_query("煤矿安全"), with_words, atol=1e-5)


def test_prompts_given_replace_those_of_the_model(encoder: TransformerEncoder, transformer_folder: Path):
    other = TransformerEncoder.from_folder(transformer_folder, "小变换器", Prompts(query="", passage="a"))
    assert other.fingerprint != encoder.fingerprint
    np.testing.assert_allclose(other.encode_query("安全"), encoder.encode_passages(["安全"])[0], atol=1e-5)


def test_prompts_given_stand_before_passages_and_before_questions(
    encoder: TransformerEncoder, transformer_folder: Path
):
    other = TransformerEncoder.from_folder(transformer_folder, "小变换器", Prompts(query="a", passage="问："))
    expected = encoder.encode_passages(["问：煤矿安全", "a煤矿安全"])
    np.testing.assert_allclose(other.encode_passages(["煤矿安全"])[0], expected[0], atol=1e-5)
    np.testing.assert_allclose(other.encode_query("煤矿安全"), expected[1], atol=1e-5)


def test_a_passage_is_read_with_the_prompt_of_the_model(
    encoder: TransformerEncoder, transformer_folder: Path, tmp_path: Path
):
    shutil.copytree(transformer_folder, tmp_path / "带提示")
    settings = tmp_path / "带提示" / "config_sentence_transformers.json"
    written = json.loads(settings.read_text(encoding="utf-8"))
    written["prompts"] = {"query": "", "document": "问："}
    settings.write_text(json.dumps(written), encoding="utf-8")
    prompted = TransformerEncoder.from_folder(tmp_path / "带提示", "带提示")
    expected = encoder.encode_passages(["问：煤矿", "煤矿"])
    np.testing.assert_allclose(prompted.encode_passages(["煤矿"])[0], expected[0], atol=1e-5)
    np.testing.assert_allclose(prompted.encode_query("煤矿"), expected[1], atol=1e-5)


def test_the_dimension_is_the_one_that_the_model_cuts_its_vectors_to(
    encoder: TransformerEncoder, transformer_folder: Path, tmp_path: Path
):
    from sentence_transformers import SentenceTransformer

    SentenceTransformer(str(transformer_folder), device="cpu", local_files_only=True, truncate_dim=8).save(
        str(tmp_path)
    )
    short = TransformerEncoder.from_folder(tmp_path, "短向量")
    whole = encoder.encode_passages(["铁路检修"])[0]
    rows = short.encode_passages(["铁路检修"])
    assert (encoder.dim, short.dim, rows.shape) == (16, 8, (1, 8))
    np.testing.assert_allclose(rows[0], whole[:8] / np.linalg.norm(whole[:8]), atol=1e-5)
    assert short.fingerprint != encoder.fingerprint


def test_progress_counts_texts_up_to_the_last(transformer_folder: Path):
    settings = TransformerSettings(batch_texts=2, report_every_texts=3)
    encoder = TransformerEncoder.from_folder(transformer_folder, "小变换器", settings=settings)
    told: list[int] = []
    encoder.encode_passages(TEXTS, told.append)
    assert told == [3, 4]


def test_a_text_is_cut_where_the_model_ends(encoder: TransformerEncoder):
    assert encoder.max_tokens == 40
    beginning, whole = encoder.encode_passages(["护" * 38, "护" * 38 + "煤矿"])
    np.testing.assert_allclose(beginning, whole, atol=1e-5)


def test_a_lower_limit_of_tokens_holds(encoder: TransformerEncoder, transformer_folder: Path):
    settings = TransformerSettings(max_tokens=12)
    low = TransformerEncoder.from_folder(transformer_folder, "小变换器", settings=settings)
    beginning, whole = low.encode_passages(["护" * 10, "护" * 10 + "煤矿"])
    assert low.max_tokens == 12
    np.testing.assert_allclose(beginning, whole, atol=1e-5)
    assert low.fingerprint != encoder.fingerprint


def test_the_fingerprint_is_the_same_before_the_first_text_and_after(transformer_folder: Path):
    """Its tokenizer keeps the cut and the padding of the last call, which are none of its rules."""
    used = TransformerEncoder.from_folder(transformer_folder, "用过")
    used.encode_passages(TEXTS)
    assert used.fingerprint == TransformerEncoder.from_folder(transformer_folder, "没用过").fingerprint


def test_the_fingerprint_is_that_of_the_weights_not_of_the_place(encoder: TransformerEncoder, tmp_path: Path):
    encoder._model.save(str(tmp_path / "copy"))
    assert TransformerEncoder.from_folder(tmp_path / "copy", "副本").fingerprint == encoder.fingerprint


def test_a_folder_without_a_model_is_told_with_its_place(tmp_path: Path):
    (tmp_path / "空").mkdir()
    with pytest.raises(EncoderUnavailable) as told:
        load_encoder(str(tmp_path / "空"))
    assert str(tmp_path / "空") in told.value.say("zh")
    assert "modules.json" in told.value.say("en")
