from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rag.answering.reader.protocol import UNREAD
from rag.answering.reader.registry import load_reader
from rag.answering.reader.transformer import TransformerReader
from rag.errors import ReaderUnavailable
from rag.text.spans import Span

CHARACTERS = "夜校培训多少船员渡口每周检查名技师"
QUESTION = "夜校培训多少船员"
PASSAGES = ("渡口每周检查", "夜校培训船员412名")
MOST = 64


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One layer of BERT with a span head that knows some characters, its weights drawn at random."""
    import torch
    from transformers import BertConfig, BertForQuestionAnswering, BertTokenizerFast

    place = tmp_path_factory.mktemp("变换器")
    known = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(CHARACTERS), "412"]
    (place / "vocab.txt").write_text("\n".join(known), "utf-8")
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=len(known), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=MOST, initializer_range=0.5,
    )  # fmt: skip
    BertForQuestionAnswering(config).save_pretrained(place)
    BertTokenizerFast(str(place / "vocab.txt")).save_pretrained(place)
    return place


@pytest.fixture(scope="module")
def reader(folder: Path) -> TransformerReader:
    return TransformerReader.from_folder(folder)


def test_a_folder_of_the_user_is_read(folder: Path):
    reader = load_reader(str(folder))
    assert isinstance(reader, TransformerReader)
    assert reader.name == str(folder.resolve())


def test_only_tokens_of_the_passages_have_places(reader: TransformerReader):
    readings = reader.read(QUESTION, PASSAGES)
    said = [
        [Span(*place).slice(passage) for place in reading.places.tolist()]
        for passage, reading in zip(PASSAGES, readings, strict=True)
    ]
    assert said == [list("渡口每周检查"), [*"夜校培训船员", "412", "名"]]


def test_the_starts_of_all_passages_compete_and_the_ends_of_each(reader: TransformerReader):
    readings = reader.read(QUESTION, PASSAGES)
    assert sum(reading.total for reading in readings) == pytest.approx(1, abs=1e-5)
    assert [float(reading.end.sum()) for reading in readings] == pytest.approx([1, 1], abs=1e-5)
    assert all(0 < reading.holds < 1 for reading in readings)


def test_it_says_what_the_model_says(reader: TransformerReader, folder: Path):
    import torch
    from transformers import AutoModelForQuestionAnswering, AutoTokenizer

    tokenizer, model = (
        AutoTokenizer.from_pretrained(folder),
        AutoModelForQuestionAnswering.from_pretrained(folder),
    )
    batch = tokenizer(QUESTION, PASSAGES[1], return_tensors="pt")
    with torch.inference_mode():
        output = model.eval()(**batch)
    tokens = slice(len(QUESTION) + 2, -1)
    (reading,) = reader.read(QUESTION, PASSAGES[1:])
    np.testing.assert_allclose(reading.start, output.start_logits[0, tokens].softmax(-1), atol=1e-5)
    np.testing.assert_allclose(reading.end, output.end_logits[0, tokens].softmax(-1), atol=1e-5)


def test_passages_without_a_token_are_not_read(reader: TransformerReader):
    readings = reader.read(QUESTION, ["", PASSAGES[0], " \n", "\u200b"])
    assert [reading is UNREAD for reading in readings] == [True, False, True, True]
    assert reader.read(QUESTION, ["\u200b"]) == (UNREAD,)


def test_a_question_without_a_word_reads_nothing(reader: TransformerReader):
    assert reader.read(" ", PASSAGES) == (UNREAD, UNREAD)


def test_a_question_longer_than_the_model_leaves_room_for_the_passage(reader: TransformerReader):
    (reading,) = reader.read("培训" * MOST, ["夜校检查" * MOST])
    assert len(reading.places) == MOST - MOST // 4 - 3
    assert reading.places[0].tolist() == [0, 1]


def test_a_folder_without_a_model_is_told_with_its_place_and_the_mend(tmp_path: Path):
    with pytest.raises(ReaderUnavailable) as told:
        TransformerReader.from_folder(tmp_path)
    assert str(tmp_path) in told.value.say("zh")
    assert "抽取式问答模型" in told.value.say("zh")
    assert "extractive question answering model" in told.value.say("en")
