from __future__ import annotations

from pathlib import Path

import pytest

from eval.benchmarks.pool import read_pool
from eval.benchmarks.question_files import question_set, sampled
from eval.errors import QuestionSetError
from rag.text.spans import Span


def test_questions_know_their_passage_and_the_places_of_their_answers(data: Path, tmp_path: Path):
    first, _, third = question_set(data, "river", read_pool(data), 0, tmp_path).questions
    assert (first.qid, first.mode, first.article_ids) == ("river-q1", "any", ("r1",))
    told = [(answer.text, [place.pieces for place in answer.places]) for answer in first.answers]
    assert told == [("412名", [(Span(21, 25),)]), ("412名船员", []), ("四百一十二名", [])]
    assert first.answers[0].places[0].record == "r1"
    assert (third.article_ids, third.answers[0].places) == (("p1",), ())


def test_the_same_questions_are_drawn_every_time_in_their_order(data: Path, tmp_path: Path):
    drawn = question_set(data, "river", read_pool(data), 2, tmp_path).questions
    assert len(drawn) == 2
    assert drawn == question_set(data, "river", read_pool(data), 2, tmp_path).questions
    rows = [{"qid": str(at)} for at in range(50)]
    assert list(sampled(rows, 0)) == list(sampled(rows, 50)) == rows
    assert [int(row["qid"]) for row in sampled(rows, 9)] == sorted(
        int(row["qid"]) for row in sampled(rows, 9)
    )


def test_a_set_without_questions_is_told(data: Path, tmp_path: Path):
    with pytest.raises(QuestionSetError, match="no such file"):
        question_set(data, "plant", read_pool(data), 0, tmp_path)
