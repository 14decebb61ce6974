"""A question set asked of a real assistant over a tiny index, as the command line does it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval.benchmarks.latency import Work, running
from eval.measures.citations import check_quotes
from eval.runs import read_run, run_questions, write_run
from eval.scoring import score
from eval.sources import corpus_at
from rag.assistant import Assistant
from rag.index.refresh import RefreshRequest, refresh

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


@pytest.fixture
def corpus(tmp_path: Path, exam: Exam) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "通风.txt").write_text(exam.text, encoding="utf-8")
    return folder


@pytest.fixture
def index(tmp_path: Path, corpus: Path) -> Path:
    refresh(RefreshRequest((corpus,), tmp_path / "index"))
    return tmp_path / "index"


def test_a_set_is_asked_scored_and_every_quotation_proved(
    exam: Exam, corpus: Path, index: Path, tmp_path: Path
):
    questions = exam.questions(
        exam.asked("q1", "36次", question="全年测风多少次？"),
        {
            "did": "d1",
            "turns": [
                exam.asked("d1-1", "8人", question="通风区现有测风员多少人？"),
                exam.asked("d1-2", "均持证上岗", question="他们持证吗？"),
            ],
        },
    )
    done: list[tuple[int, int]] = []
    replies = run_questions(Assistant(index), questions, lambda n, total: done.append((n, total)), passages=2)
    assert write_run(replies, tmp_path / "run.jsonl") == 3
    assert done == [(1, 3), (2, 3), (3, 3)]
    run = read_run(tmp_path / "run.jsonl", questions)
    assert check_quotes(run.replies, corpus_at(corpus)) == []
    measures = score(questions, run).records[0].measures
    assert (measures["answer_found"], measures["passage@1"], measures["article@1"]) == (1.0, 1.0, 1.0)


def test_the_turns_of_a_dialogue_are_asked_in_one_conversation_and_others_in_none(exam: Exam, index: Path):
    turns = [{"question": "通风区现有测风员多少人？"}, {"question": "他们呢？"}]
    questions = exam.questions({"did": "d1", "turns": turns}, {"qid": "q1", "question": "他们呢？"})
    _, inside, alone = run_questions(Assistant(index), questions)
    assert "测风员" in inside["understood_as"]
    assert "测风员" not in alone["understood_as"]


def test_the_benchmark_times_every_question_after_the_first(exam: Exam, index: Path):
    questions = exam.questions(exam.asked("q1", "36次"), exam.asked("q2", "8人"))
    figures = running(Work(index, questions))
    assert figures["n"] == 2
    assert 0 < figures["p50_seconds"] <= figures["max_seconds"]


def test_a_file_that_is_not_in_the_corpus_proves_nothing(exam: Exam, corpus: Path):
    shown = exam.shown("每旬") | {"file": "没有.txt"}
    faults = check_quotes([exam.typed(exam.reply("q1", shown))], corpus_at(corpus))
    assert [fault.source for fault in faults] == [None]
