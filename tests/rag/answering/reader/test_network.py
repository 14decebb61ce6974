from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from rag.answering.reader.inputs import Side, Text, sides
from rag.answering.reader.network import Logits, Network
from rag.answering.reader.vocabulary import Vocabulary

QUESTION = "夜校培训多少船员"
PASSAGES = ("渡口每周检查。", "夜校培训船员412名,渡口每周检查两次,船员下船上课。", "船员")


@pytest.fixture
def pairs(vocabulary: Vocabulary) -> list[tuple[Side, Side]]:
    """The question with each passage."""
    question = Text.of(QUESTION, vocabulary)
    return [sides(question, Text.of(passage, vocabulary)) for passage in PASSAGES]


def logits(network: Network, vocabulary: Vocabulary, pairs: list[tuple[Side, Side]]) -> tuple[Logits, ...]:
    return network([q for q, _ in pairs], [c for _, c in pairs], vocabulary)


def same(one: Logits, other: Logits) -> bool:
    return all(np.allclose(a, b, atol=1e-5) for a, b in zip(one, other, strict=True))


def test_each_passage_has_a_logit_a_token(
    network: Network, vocabulary: Vocabulary, pairs: list[tuple[Side, Side]]
):
    found = logits(network, vocabulary, pairs)
    assert [len(one.start) for one in found] == [len(c.words) for _, c in pairs]
    assert [len(one.end) for one in found] == [len(c.words) for _, c in pairs]
    assert {one.start.dtype for one in found} == {one.end.dtype for one in found} == {np.dtype(np.float32)}


def test_what_is_read_beside_a_passage_changes_nothing(
    network: Network, vocabulary: Vocabulary, pairs: list[tuple[Side, Side]]
):
    together = logits(network, vocabulary, pairs)
    for at, pair in enumerate(pairs):
        assert same(together[at], logits(network, vocabulary, [pair])[0])
    assert same(together[0], logits(network, vocabulary, pairs[::-1])[-1])


def test_reading_leaves_weights_and_texts_as_they_are(
    network: Network, vocabulary: Vocabulary, pairs: list[tuple[Side, Side]]
):
    before = {name: value.copy() for name, value in network.weights.items()}
    once = logits(network, vocabulary, pairs)
    assert all(same(a, b) for a, b in zip(once, logits(network, vocabulary, pairs), strict=True))
    assert all(np.array_equal(value, network.weights[name]) for name, value in before.items())


def test_the_question_matters(network: Network, vocabulary: Vocabulary):
    passage = Text.of(PASSAGES[1], vocabulary)
    found = [
        logits(network, vocabulary, [sides(Text.of(question, vocabulary), passage)])[0]
        for question in (QUESTION, "渡口每周检查几次")
    ]
    assert not same(*found)


def test_without_weights_only_the_biases_of_the_heads_speak(
    network: Network, vocabulary: Vocabulary, pairs: list[tuple[Side, Side]]
):
    kept = ("start.bias", "end.bias", "has.bias")
    silent = {name: value if name in kept else value * 0 for name, value in network.weights.items()}
    start, end, has = logits(replace(network, weights=silent), vocabulary, pairs)[0]
    np.testing.assert_allclose(start, np.broadcast_to(network.weights["start.bias"], start.shape), atol=1e-6)
    np.testing.assert_allclose(end, np.broadcast_to(network.weights["end.bias"], end.shape), atol=1e-6)
    assert has == pytest.approx(float(network.weights["has.bias"][0]))


def test_a_network_is_read_from_its_folder(network: Network, model: Path):
    back = Network.read(model)
    assert back.blocks == network.blocks == 2
    assert back.weights.keys() == network.weights.keys()
    assert all(np.array_equal(back.weights[name], value) for name, value in network.weights.items())
