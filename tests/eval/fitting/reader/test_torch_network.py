from __future__ import annotations

import numpy as np
import pytest
import torch

from eval.fitting.reader.torch_network import ReaderNetwork
from eval.fitting.reader.trainer import batch_of
from rag.answering.reader.inputs import Text, sides
from rag.answering.reader.network import Network
from rag.answering.reader.vocabulary import Vocabulary

VOCABULARY = Vocabulary(
    ("渡口", "培训", "船员", "夜校", "名", "。"),
    tuple("渡口培训船员"),
    np.random.default_rng(0).integers(-127, 128, (6, 5)).astype(np.int8),
    np.arange(3, 9, dtype=np.float32),
)
QUESTIONS = ("夜校培训多少船员", "谁", "渡口每周检查几次?为什么")
PASSAGES = ("渡口每周检查。", "夜校培训船员412名,渡口每周检查两次,船员下船上课。", "船")


def drawn(seed: int) -> ReaderNetwork:
    """Random weights, also where training begins with zeros and ones."""
    torch.manual_seed(seed)
    network = ReaderNetwork(5, len(VOCABULARY.characters)).eval()
    for value in network.parameters():
        value.data += torch.randn_like(value) * 0.1
    return network


@pytest.mark.parametrize("seed", range(3))
def test_numpy_reads_as_torch_does_with_texts_of_other_lengths_beside(seed: int):
    network = drawn(seed)
    pairs = [
        sides(Text.of(question, VOCABULARY), Text.of(passage, VOCABULARY))
        for question, passage in zip(QUESTIONS, PASSAGES, strict=True)
    ]
    questions, passages = [q for q, _ in pairs], [c for _, c in pairs]
    weights = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    found = Network(weights, 2)(questions, passages, VOCABULARY)
    with torch.inference_mode():
        batches = [batch_of(texts, VOCABULARY, torch.float32) for texts in (questions, passages)]
        start, end, has = (logits.numpy() for logits in network(*batches))
    for row, one in enumerate(found):
        n = len(passages[row].words)
        np.testing.assert_allclose(one.start, start[row, :n], atol=1e-3)
        np.testing.assert_allclose(one.end, end[row, :n], atol=1e-3)
        assert one.has == pytest.approx(float(has[row]), abs=1e-3)
        assert (start[row, n:] <= -1e4).all()


def test_padding_changes_nothing_in_torch_either():
    network = drawn(7)
    question, passage = sides(Text.of(QUESTIONS[0], VOCABULARY), Text.of(PASSAGES[0], VOCABULARY))
    other = sides(Text.of(QUESTIONS[2], VOCABULARY), Text.of(PASSAGES[1], VOCABULARY))
    with torch.inference_mode():
        alone = network(*(batch_of([text], VOCABULARY, torch.float32) for text in (question, passage)))
        beside = network(
            *(
                batch_of(texts, VOCABULARY, torch.float32)
                for texts in ([question, other[0]], [passage, other[1]])
            )
        )
    n = len(passage.words)
    for one, both in zip(alone[:2], beside[:2], strict=True):
        np.testing.assert_allclose(one[0], both[0, :n], atol=1e-4)
    assert float(alone[2][0]) == pytest.approx(float(beside[2][0]), abs=1e-4)
