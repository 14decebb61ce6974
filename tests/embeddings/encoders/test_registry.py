from pathlib import Path

import pytest

from embeddings.encoders.registry import load_encoder
from embeddings.encoders.static import StaticEncoder
from embeddings.errors import EncoderUnavailable


def test_the_bundled_encoder_needs_no_name():
    encoder = load_encoder()
    assert isinstance(encoder, StaticEncoder)
    assert (encoder.name, encoder.dim) == ("bundled", 512)


@pytest.mark.parametrize("name", ["./没有", "/没有/模型", "../模型", "没有的模型", "a/b/c"])
def test_a_path_that_is_not_there_is_told_and_never_asked_of_the_hub(name: str):
    with pytest.raises(EncoderUnavailable) as told:
        load_encoder(name)
    assert Path(name).name in told.value.where
    assert "bundled" in told.value.say("zh")


def test_a_folder_is_taken_by_what_is_in_it(static_folder: Path):
    encoder = load_encoder(str(static_folder))
    assert isinstance(encoder, StaticEncoder)
    assert encoder.name == str(static_folder)


def test_a_hub_name_without_a_copy_or_a_network_is_told(monkeypatch: pytest.MonkeyPatch):
    constants = pytest.importorskip("huggingface_hub.constants", reason="needs huggingface_hub")
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(EncoderUnavailable) as told:
        load_encoder("nobody/no-such-model")
    assert told.value.where.startswith("nobody/no-such-model")
