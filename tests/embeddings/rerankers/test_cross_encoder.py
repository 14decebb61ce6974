import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from embeddings.errors import RerankerUnavailable
from embeddings.rerankers.cross_encoder import CrossEncoderReranker, CrossEncoderSettings

QUESTION = "安全检查每月几次?"
PASSAGES = ["煤矿安全检查每月2次", "", "夜校", "医院档案室防火" * 5, "\ud800工会食堂"]


@pytest.fixture(scope="module")
def reranker(reranker_folder: Path) -> CrossEncoderReranker:
    return CrossEncoderReranker.from_folder(reranker_folder, "小重排")


def test_each_passage_gets_the_logit_of_the_model(reranker: CrossEncoderReranker, reranker_folder: Path):
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    model = AutoModelForSequenceClassification.from_pretrained(reranker_folder).eval()
    pair = AutoTokenizer.from_pretrained(reranker_folder)(QUESTION, PASSAGES[0], return_tensors="pt")
    with torch.inference_mode():
        expected = float(model(**pair).logits)
    assert reranker.score(QUESTION, PASSAGES)[0] == pytest.approx(expected, abs=1e-5)


def test_a_passage_gets_the_same_number_alone_and_among_others(reranker: CrossEncoderReranker):
    together = reranker.score(QUESTION, PASSAGES)
    assert (together.shape, together.dtype) == ((5,), np.float64)
    alone = [reranker.score(QUESTION, [passage])[0] for passage in PASSAGES]
    np.testing.assert_allclose(together, alone, atol=1e-5)
    assert len(set(np.round(together, 3))) == len(PASSAGES)


def test_batches_change_nothing(reranker: CrossEncoderReranker, reranker_folder: Path):
    small = CrossEncoderSettings(batch_pairs=2)
    in_twos = CrossEncoderReranker.from_folder(reranker_folder, "小重排", small)
    np.testing.assert_allclose(
        in_twos.score(QUESTION, PASSAGES), reranker.score(QUESTION, PASSAGES), atol=1e-5
    )


def test_no_passages_get_no_numbers(reranker: CrossEncoderReranker):
    assert reranker.score(QUESTION, []).shape == (0,)


def test_a_passage_is_cut_where_the_model_ends(reranker: CrossEncoderReranker):
    assert reranker.max_tokens == 128
    # [CLS] question [SEP] passage [SEP]
    room = 128 - 3 - len(QUESTION)
    whole, cut = "校" * room, "校" * room + "煤矿防火"
    shorter = "校" * (room - 1)
    read, read_cut, read_shorter = reranker.score(QUESTION, [whole, cut, shorter])
    assert read_cut == pytest.approx(read, abs=1e-5)
    assert read_shorter != pytest.approx(read, abs=1e-5)


def test_a_lower_limit_of_tokens_holds(reranker_folder: Path):
    low = CrossEncoderReranker.from_folder(reranker_folder, "短", CrossEncoderSettings(max_tokens=20))
    assert low.max_tokens == 20
    room = 20 - 3 - len("几次?")
    read, cut, shorter = low.score("几次?", ["校" * room, "校" * room + "煤矿", "校" * (room - 1)])
    assert cut == pytest.approx(read, abs=1e-5)
    assert shorter != pytest.approx(read, abs=1e-5)


def test_a_model_saved_by_sentence_transformers_weighs_as_the_plain_one(
    reranker: CrossEncoderReranker, reranker_folder: Path, tmp_path: Path
):
    from sentence_transformers import CrossEncoder

    CrossEncoder(str(reranker_folder), device="cpu", local_files_only=True).save_pretrained(str(tmp_path))
    saved = CrossEncoderReranker.from_folder(tmp_path, "存过")
    np.testing.assert_allclose(saved.score(QUESTION, PASSAGES), reranker.score(QUESTION, PASSAGES), atol=1e-5)


def test_half_precision_is_read_in_full(reranker_folder: Path, tmp_path: Path):
    from transformers import AutoModelForSequenceClassification

    shutil.copytree(reranker_folder, tmp_path / "半")
    model = AutoModelForSequenceClassification.from_pretrained(reranker_folder)
    model.half().save_pretrained(tmp_path / "半")
    half = CrossEncoderReranker.from_folder(tmp_path / "半", "半")
    assert half.score(QUESTION, PASSAGES)[0] == pytest.approx(
        CrossEncoderReranker.from_folder(reranker_folder, "全").score(QUESTION, PASSAGES)[0], abs=0.01
    )
    assert {str(tensor.dtype) for tensor in half._model.state_dict().values()} <= {
        "torch.float32",
        "torch.int64",
    }


def test_the_fingerprint_is_that_of_the_weights_not_of_the_place_nor_of_the_use(
    reranker: CrossEncoderReranker, reranker_folder: Path, tmp_path: Path
):
    copy = tmp_path / "副本"
    shutil.copytree(reranker_folder, copy)
    unused = CrossEncoderReranker.from_folder(copy, "副本")
    reranker.score(QUESTION, PASSAGES)
    assert unused.fingerprint == reranker.fingerprint
    tensors = load_file(copy / "model.safetensors")
    save_file(tensors | {"classifier.bias": tensors["classifier.bias"] + 1}, copy / "model.safetensors")
    assert CrossEncoderReranker.from_folder(copy, "改过").fingerprint != reranker.fingerprint


def test_a_model_that_gives_no_numbers_is_told(reranker_folder: Path, tmp_path: Path):
    copy = tmp_path / "坏"
    shutil.copytree(reranker_folder, copy)
    tensors = load_file(copy / "model.safetensors")
    save_file(tensors | {"classifier.bias": tensors["classifier.bias"] * np.nan}, copy / "model.safetensors")
    with pytest.raises(RerankerUnavailable, match="gives no numbers"):
        CrossEncoderReranker.from_folder(copy, "坏").score(QUESTION, PASSAGES)


def test_several_threads_get_what_one_gets(reranker: CrossEncoderReranker):
    questions = [QUESTION * times for times in (1, 2, 3, 4)]
    expected = [reranker.score(question, PASSAGES) for question in questions]
    found: dict[int, list[np.ndarray]] = {}

    def ask(number: int) -> None:
        found[number] = [reranker.score(question, PASSAGES) for question in questions]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [0, 1, 2, 3]
    for scores in found.values():
        np.testing.assert_allclose(scores, expected, atol=1e-5)


def test_nothing_heavy_is_imported_before_a_reranker_is_asked_for():
    program = (
        "import sys, embeddings.rerankers, rag.retrieval.reranking;"
        "sys.exit(int(any(name in sys.modules for name in ('torch', 'transformers', 'sentence_transformers'))))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
