"""Small models made on the spot: word vectors of eight numbers, and a transformer with random weights."""

from pathlib import Path

import numpy as np
import pytest

from embeddings.encoders.registry import BUNDLED_FOLDER
from embeddings.encoders.static import StaticEncoder
from embeddings.training.folder import write_model
from embeddings.training.vocabulary import tokenizer_json

WORDS = ("煤矿", "安全", "生产", "医院", "护理", "铁路", "检修", "档案")
CHARACTERS = tuple("煤矿安全生产医院护理铁路检修档案的三年")


@pytest.fixture(scope="session")
def static_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stored model in which each word has a number of its own, and each character a random row."""
    folder = tmp_path_factory.mktemp("static")
    pieces = [("[UNK]", 0.0), *((word, -3.0) for word in WORDS), *((one, -9.0) for one in CHARACTERS)]
    random = np.random.default_rng(1).normal(size=(len(CHARACTERS), len(WORDS)))
    table = np.concatenate([np.zeros((1, len(WORDS))), np.eye(len(WORDS)), random]).astype(np.float32)
    write_model(folder, tokenizer_json(pieces), table)
    return folder


@pytest.fixture
def static_encoder(static_folder: Path) -> StaticEncoder:
    return StaticEncoder(static_folder, "小模型")


@pytest.fixture(scope="session")
def bundled() -> StaticEncoder:
    return StaticEncoder(BUNDLED_FOLDER, "bundled")


@pytest.fixture(scope="session")
def transformer_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two layers of BERT, sixteen numbers wide, that know single characters; saved with prompts."""
    pytest.importorskip("sentence_transformers", reason="needs sentence-transformers")
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("bert")
    vocabulary = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        *sorted(set(CHARACTERS)),
        "问",
        "：",
        "?",
        "a",
    ]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    tokenizer = BertTokenizerFast(str(folder / "vocab.txt"))
    import torch

    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(vocabulary), hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=64,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder / "plain")
    tokenizer.save_pretrained(folder / "plain")
    words = Transformer(str(folder / "plain"), max_seq_length=40)
    model = SentenceTransformer(
        modules=[words, Pooling(16), Normalize()], device="cpu", prompts={"query": "问：", "document": ""}
    )
    model.save(str(folder / "model"))
    return folder / "model"
