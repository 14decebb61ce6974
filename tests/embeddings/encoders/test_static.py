import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embeddings.encoders.registry import BUNDLED_FOLDER, load_encoder
from embeddings.encoders.static import StaticEncoder, is_static
from embeddings.errors import EncoderUnavailable
from embeddings.training.folder import unpack

TEXTS = [
    "煤矿安全生产责任制，要落实到班组。",
    "",
    "护理部主任：2023年住院病人 1,204 人次！",
    "，。！？",
    "ＧＰＴ－４ 与 gpt-4 是一个词",
    "𠮷野家\ud800",
]


def test_a_text_is_the_mean_of_its_words(static_encoder: StaticEncoder):
    vector = static_encoder.encode_query("煤矿，安全！")
    np.testing.assert_allclose(vector, [2**-0.5, 2**-0.5, 0, 0, 0, 0, 0, 0], atol=1e-3)


def test_a_word_counts_as_often_as_it_stands(static_encoder: StaticEncoder):
    vector = static_encoder.encode_query("煤矿 煤矿 煤矿 安全")
    assert vector[0] == pytest.approx(3 * vector[1], rel=1e-3)


@pytest.mark.parametrize("text", ["", "  \n", "，。", "龘", "\ud800"])
def test_a_text_without_a_known_word_is_a_row_of_zeros(static_encoder: StaticEncoder, text: str):
    assert not static_encoder.encode_query(text).any()


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_has_the_same_vector_alone_and_among_others(bundled: StaticEncoder, text: str):
    among = bundled.encode_passages(TEXTS)[TEXTS.index(text)]
    assert (bundled.encode_query(text) == among).all()


@settings(deadline=None, max_examples=40)
@given(texts=st.lists(st.text(), max_size=4))
def test_every_row_has_length_one_or_nought(bundled: StaticEncoder, texts: list[str]):
    rows = bundled.encode_passages(texts)
    assert rows.shape == (len(texts), 512)
    lengths = np.linalg.norm(rows, axis=1)
    assert all(length == 0 or length == pytest.approx(1, abs=1e-5) for length in lengths)


def test_progress_counts_texts_up_to_the_last(static_encoder: StaticEncoder):
    told: list[int] = []
    static_encoder.encode_passages(["煤矿"] * 300, told.append)
    assert told == [256, 300]


def test_no_texts_make_no_rows(static_encoder: StaticEncoder):
    assert static_encoder.encode_passages([]).shape == (0, 8)


def test_texts_of_one_meaning_lie_nearer_than_others(bundled: StaticEncoder):
    question = bundled.encode_query("矿井怎样防治瓦斯？")
    near, far = bundled.encode_passages(["煤矿瓦斯治理的措施", "图书馆的借阅办法"])
    assert question @ near > question @ far + 0.2


def test_the_bundled_model_gives_what_sentence_transformers_gives(bundled: StaticEncoder, tmp_path: Path):
    sentence_transformers = pytest.importorskip("sentence_transformers", reason="needs sentence-transformers")
    unpack(BUNDLED_FOLDER, tmp_path / "plain")
    model = sentence_transformers.SentenceTransformer(
        str(tmp_path / "plain"), device="cpu", local_files_only=True
    )
    texts = [text.encode("utf-8", "ignore").decode() for text in TEXTS]
    np.testing.assert_allclose(bundled.encode_passages(texts), model.encode(texts), atol=1e-5)


def test_a_folder_written_by_sentence_transformers_is_read_without_it(bundled: StaticEncoder, tmp_path: Path):
    unpack(BUNDLED_FOLDER, tmp_path / "plain")
    plain = load_encoder(str(tmp_path / "plain"))
    assert isinstance(plain, StaticEncoder)
    np.testing.assert_allclose(plain.encode_passages(TEXTS), bundled.encode_passages(TEXTS), atol=1e-6)


def test_prompts_of_the_folder_stand_in_front(static_folder: Path, tmp_path: Path):
    unpack(static_folder, tmp_path / "plain")
    settings = tmp_path / "plain" / "config_sentence_transformers.json"
    settings.write_text(json.dumps({"prompts": {"query": "医院"}}), encoding="utf-8")
    encoder = StaticEncoder(tmp_path / "plain", "带提示")
    assert (encoder.encode_query("煤矿") == encoder.encode_passages(["医院煤矿"])[0]).all()
    assert encoder.fingerprint != StaticEncoder(static_folder, "无提示").fingerprint


def test_a_model_with_a_layer_more_is_not_static(static_folder: Path, tmp_path: Path):
    unpack(static_folder, tmp_path)
    modules = json.loads((tmp_path / "modules.json").read_text(encoding="utf-8"))
    assert is_static(tmp_path)
    modules.append({"idx": 2, "name": "2", "path": "2_Dense", "type": "sentence_transformers.models.Dense"})
    (tmp_path / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    assert not is_static(tmp_path)


@pytest.mark.parametrize("modules", ["", "{}", '[{"idx": 0}]', "[1]"])
def test_a_folder_with_an_unreadable_list_of_modules_is_not_static(tmp_path: Path, modules: str):
    (tmp_path / "modules.json").write_text(modules, encoding="utf-8")
    assert not is_static(tmp_path)


def test_a_broken_model_is_told_with_its_place(static_folder: Path, tmp_path: Path):
    unpack(static_folder, tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"cut short")
    with pytest.raises(EncoderUnavailable) as told:
        load_encoder(str(tmp_path))
    assert str(tmp_path) in told.value.say("en")


def test_a_question_is_encoded_without_torch():
    program = (
        "import sys; from embeddings.encoders import load_encoder; load_encoder().encode_query('安全');"
        "sys.exit(int(any(name in sys.modules for name in ('torch', 'scipy', 'sentence_transformers'))))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
