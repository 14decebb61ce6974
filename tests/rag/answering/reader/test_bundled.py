from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.reader.bundled import MOST_TOKENS, BundledReader
from rag.answering.reader.protocol import UNREAD
from rag.text.spans import Span

QUESTION = "夜校培训多少船员?"
PASSAGES = ("渡口每周检查。", "夜校培训船员412名,渡口每周检查两次。", "船员下船上课")


def test_the_starts_of_all_passages_compete_and_the_ends_of_each(reader: BundledReader):
    readings = reader.read(QUESTION, PASSAGES)
    assert sum(reading.total for reading in readings) == pytest.approx(1, abs=1e-5)
    assert [float(reading.end.sum()) for reading in readings] == pytest.approx([1, 1, 1], abs=1e-5)
    assert all(0 < reading.holds < 1 for reading in readings)
    assert all(reading.total > 0 for reading in readings)


def test_each_token_has_its_place_in_the_passage_as_it_was(reader: BundledReader):
    passage = "渡 口,「夜校」培訓４１２名"
    (reading,) = reader.read(QUESTION, [passage])
    said = [Span(*place).slice(passage) for place in reading.places.tolist()]
    assert said == ["渡 口", ",", "「", "夜校", "」", "培訓", "４１２", "名"]
    assert len(reading.start) == len(reading.end) == len(said)


def test_passages_without_a_word_are_not_read_and_keep_their_place(reader: BundledReader):
    readings = reader.read(QUESTION, ["", PASSAGES[0], " \n", PASSAGES[1]])
    assert (readings[0], readings[2]) == (UNREAD, UNREAD)
    alone = reader.read(QUESTION, [PASSAGES[0], PASSAGES[1]])
    for with_gaps, without in zip((readings[1], readings[3]), alone, strict=True):
        np.testing.assert_allclose(with_gaps.start, without.start, atol=1e-6)


@pytest.mark.parametrize("question", ["", " ", "\u200b"])
def test_a_question_without_a_word_reads_nothing(reader: BundledReader, question: str):
    assert reader.read(question, PASSAGES) == (UNREAD,) * 3


def test_no_passages_have_no_readings(reader: BundledReader):
    assert reader.read(QUESTION, []) == ()


def test_of_a_long_passage_the_beginning_is_read(reader: BundledReader):
    (reading,) = reader.read(QUESTION, ["渡口检查。" * 200])
    assert len(reading.places) == MOST_TOKENS


def test_reading_twice_says_the_same(reader: BundledReader):
    once, again = (reader.read(QUESTION, PASSAGES) for _ in range(2))
    assert all(np.array_equal(a.start, b.start) for a, b in zip(once, again, strict=True))


@given(st.text("渡口培训船员412名。,!? ½㎏ａ\n", max_size=80))
def test_places_rise_and_lie_in_any_passage(reader: BundledReader, passage: str):
    (reading,) = reader.read(QUESTION, [passage])
    starts, ends = reading.places[:, 0].tolist(), reading.places[:, 1].tolist()
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= a < b <= len(passage) for a, b in zip(starts, ends, strict=True))


def test_a_model_is_read_from_its_folder(reader: BundledReader, model: Path):
    from_folder = BundledReader.from_folder(model).read(QUESTION, PASSAGES)
    for read, expected in zip(from_folder, reader.read(QUESTION, PASSAGES), strict=True):
        np.testing.assert_allclose(read.start, expected.start, atol=1e-5)


def test_the_model_that_comes_with_the_project_reads_a_plain_passage():
    passages = (
        "渡口食堂每天供应热饭,每份8元,由职工代表定价。",
        "公司在码头开办夜校,去年培训了412名技师,抽考合格率也有提高。课程由安全科安排。",
    )
    readings = BundledReader.from_folder().read("去年培训了多少名技师?", passages)
    best = readings[1].best_span(Span(0, len(passages[1])))
    assert readings[1].total > readings[0].total
    assert best is not None
    assert best.slice(passages[1]) in ("412", "412名", "412名技师")
