from __future__ import annotations

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

from eval.fitting.reader import trainer
from eval.fitting.reader.torch_network import ReaderNetwork
from eval.fitting.reader.trainer import Pair, Prepared, Schedule, batch_of, prepared, train
from eval.fitting.reader.windows import Shown
from rag.answering.reader.inputs import MATCHES, Side, Text, sides
from rag.answering.reader.vocabulary import LONGEST, Vocabulary
from rag.text.spans import Span

VOCABULARY = Vocabulary(
    ("渡口", "培训", "船员", "夜校", "名", "。"),
    tuple("渡口培训船员"),
    np.random.default_rng(0).integers(-127, 128, (6, 4)).astype(np.int8),
    np.arange(3, 9, dtype=np.float32),
)
WINDOW = "渡口开课。夜校培训船员４１２名。"


def side(length: int) -> Side:
    """Tokens numbered from 0."""
    numbers = np.arange(length)
    return Side(
        numbers,
        np.zeros((length, LONGEST), np.int64),
        np.zeros(length, np.int64),
        np.zeros((length, MATCHES), np.float32),
    )


def shown(answer: str, *others: str) -> Shown:
    at = WINDOW.index(answer)
    return Shown("夜校培训多少船员?", WINDOW, Span(at, at + len(answer)), others)


def test_the_answers_tokens_are_found_in_the_folded_window():
    ready = prepared(shown("４１２名", "渡口每周检查。", " "), VOCABULARY)
    assert ready is not None
    assert (ready.right.start, ready.right.end) == (6, 7)
    assert len(ready.right.passage.words) == 9
    assert [(other.start, other.end) for other in ready.others] == [(-1, -1)]


def test_an_answer_of_part_of_a_word_has_the_word():
    ready = prepared(shown("夜"), VOCABULARY)
    assert ready is not None
    assert (ready.right.start, ready.right.end) == (3, 3)


def test_an_answer_that_is_not_read_or_a_question_without_a_word_is_left_out():
    far = Shown("多少?", "渡口检查。" * 200 + "412名", Span(1000, 1004), ())
    assert prepared(far, VOCABULARY) is None
    assert prepared(shown("夜校")._replace(question=" "), VOCABULARY) is None


@given(st.data(), st.integers(1, 60), st.integers(1, 60), st.integers(0, 9))
def test_a_cut_keeps_the_answers_tokens(data: st.DataObject, length: int, most: int, seed: int):
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start, length - 1))
    whole = Pair(side(3), side(length), start, end)
    cut = trainer._cut(whole, most, np.random.default_rng(seed))
    kept = cut.passage.words.tolist()
    assert kept[cut.start : cut.end + 1] == list(range(start, end + 1))
    assert kept == list(range(kept[0], kept[0] + len(kept)))
    assert len(kept) == min(length, max(most, end - start + 1))
    assert {len(part) for part in cut.passage} == {len(kept)}


@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 9))
def test_a_cut_of_a_window_that_does_not_answer_has_no_answer(length: int, most: int, seed: int):
    cut = trainer._cut(Pair(side(3), side(length), -1, -1), most, np.random.default_rng(seed))
    assert (cut.start, cut.end, len(cut.passage.words)) == (-1, -1, min(length, most))


def test_texts_are_padded_to_the_longest():
    texts = [
        sides(Text.of(text, VOCABULARY), Text.of("渡口", VOCABULARY))[0] for text in ("渡口培训。", "船员")
    ]
    batch = batch_of(texts, VOCABULARY, torch.float32)
    assert batch.mask.tolist() == [[1, 1, 1], [1, 0, 0]]
    assert batch.characters[1].tolist() == [[6, 7, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert batch.vectors.shape == (2, 3, 4)
    assert batch.vectors[1, 1:].abs().sum() == 0
    assert batch.matches.shape == (2, 3, MATCHES)


def test_batches_hold_written_and_made_questions_in_their_share():
    written, made = ([Prepared(Pair(side(2), side(n), 0, 0), ())] for n in (3, 5))
    luck = np.random.default_rng(0)
    groups = list(trainer._groups(written, made, Schedule(16, batch=8, labelled_share=0.75), luck))
    assert [len(group) for group in groups] == [8] * 16
    lengths = [len(one.right.passage.words) for group in groups for one in group]
    assert (lengths.count(3), lengths.count(5)) == (96, 32)


def test_without_made_questions_the_written_ones_fill_the_batches():
    written = [Prepared(Pair(side(2), side(3), 0, 0), ())]
    groups = list(trainer._groups(written, [], Schedule(2, batch=4), np.random.default_rng(0)))
    assert [len(group) for group in groups] == [4, 4]


def test_training_learns_what_it_is_shown_and_follows_its_steps():
    ready = prepared(shown("４１２名", "渡口每周检查。"), VOCABULARY)
    assert ready is not None
    network = ReaderNetwork(4, len(VOCABULARY.characters), rate=0.0)
    told: list[tuple[int, float]] = []
    schedule = Schedule(5, batch=2, warm_up=1, average=0.5)
    train(network, VOCABULARY, [ready], [], schedule, lambda step, loss, _: told.append((step, loss)))
    assert [step for step, _ in told] == list(range(5))
    assert told[-1][1] < told[0][1]
    assert {value.dtype for value in network.parameters()} == {torch.float32}
    assert all(bool(torch.isfinite(value).all()) for value in network.parameters())
