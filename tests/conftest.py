"""A reranker made on the spot: a cross-encoder with random weights that knows some characters."""

from pathlib import Path

import pytest

KNOWN = "煤矿安全检查夜校渡口船员培训档案室防火医院工会食堂热饭每年月名次多少几怎么?,。0123456789"


@pytest.fixture(scope="session")
def reranker_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two layers of BERT, sixteen numbers wide, behind them one that judges a pair."""
    pytest.importorskip("sentence_transformers", reason="needs sentence-transformers")
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder = tmp_path_factory.mktemp("重排")
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(KNOWN)]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    torch.manual_seed(5)
    config = BertConfig(
        vocab_size=len(vocabulary), hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=128, num_labels=1, initializer_range=0.5,
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder / "模型")
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder / "模型")
    return folder / "模型"
