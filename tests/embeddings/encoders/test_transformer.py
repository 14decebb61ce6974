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


def test_the_fingerprint_is_that_of_the_weights_not_of_the_place(encoder: TransformerEncoder, tmp_path: Path):
    encoder._model.save(str(tmp_path / "copy"))
    assert TransformerEncoder.from_folder(tmp_path / "copy", "副本").fingerprint == encoder.fingerprint


def test_a_folder_without_a_model_is_told_with_its_place(tmp_path: Path):
    (tmp_path / "空").mkdir()
    with pytest.raises(EncoderUnavailable) as told:
        load_encoder(str(tmp_path / "空"))
    assert str(tmp_path / "空") in told.value.say("zh")
    assert "modules.json" in told.value.say("en")
