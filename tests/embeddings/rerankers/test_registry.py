from pathlib import Path

import pytest

from embeddings.errors import RerankerUnavailable
from embeddings.rerankers import load_reranker


@pytest.mark.parametrize("name", ["./没有", "/没有/模型", "没有的模型", "a/b/c"])
def test_a_path_that_is_not_there_is_told_and_never_asked_of_the_hub(name: str):
    with pytest.raises(RerankerUnavailable) as told:
        load_reranker(name)
    assert told.value.where == str(Path(name).absolute())
    assert "去掉 reranker" in told.value.say("zh")


def test_a_folder_is_called_as_it_was_asked_for(reranker_folder: Path):
    assert load_reranker(str(reranker_folder)).name == str(reranker_folder)


def test_a_hub_name_without_a_copy_or_a_network_is_told(monkeypatch: pytest.MonkeyPatch):
    constants = pytest.importorskip("huggingface_hub.constants", reason="needs huggingface_hub")
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(RerankerUnavailable) as told:
        load_reranker("nobody/no-such-reranker")
    assert told.value.where.startswith("nobody/no-such-reranker")


def test_a_folder_without_a_model_is_told_with_its_place(tmp_path: Path):
    with pytest.raises(RerankerUnavailable) as told:
        load_reranker(str(tmp_path))
    assert str(tmp_path) in told.value.say("zh")
    assert "CrossEncoder" in told.value.say("en")


def test_an_encoder_is_no_reranker(transformer_folder: Path):
    """Its missing last layer would be filled with random numbers, and the passages put in a random order."""
    with pytest.raises(RerankerUnavailable, match="BertModel turns texts into vectors"):
        load_reranker(str(transformer_folder))


def test_a_model_of_several_classes_is_no_reranker(reranker_folder: Path, tmp_path: Path):
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

    config = BertConfig.from_pretrained(reranker_folder, num_labels=3)
    BertForSequenceClassification(config).save_pretrained(tmp_path)
    AutoTokenizer.from_pretrained(reranker_folder).save_pretrained(tmp_path)
    with pytest.raises(RerankerUnavailable, match="3 numbers for a pair"):
        load_reranker(str(tmp_path))
