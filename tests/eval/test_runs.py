"""Runs are written whole, read with checks, and never lose a question silently."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval.errors import RunError
from eval.runs import read_run, write_run

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


def test_a_run_is_written_a_line_a_reply_and_read_back(exam: Exam, tmp_path: Path):
    questions = exam.questions(exam.asked("q1", "36次"), exam.asked("q2", "8人"))
    path = tmp_path / "out" / "run.jsonl"
    assert write_run([exam.reply("q2"), exam.reply("q1", exam.shown("36次"))], path) == 2
    run = read_run(path, questions)
    assert [reply.qid for reply in run.replies] == ["q1", "q2"]
    assert run.replies[0].answers[0].text == "36次"
    assert [file.name for file in path.parent.iterdir()] == ["run.jsonl"]


def test_an_interrupted_run_keeps_what_was_asked_beside_the_old_run(exam: Exam, tmp_path: Path):
    path = tmp_path / "run.jsonl"
    path.write_text("旧", encoding="utf-8")

    def interrupted() -> Iterator[dict[str, object]]:
        yield exam.reply("q1")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_run(interrupted(), path)
    assert path.read_text(encoding="utf-8") == "旧"
    kept = (tmp_path / "run.jsonl.part").read_text(encoding="utf-8")
    assert [json.loads(line)["qid"] for line in kept.splitlines()] == ["q1"]


def test_what_a_run_leaves_out_and_what_the_set_lacks_are_both_told(exam: Exam, tmp_path: Path):
    questions = exam.questions(exam.asked("q1", "36次"), exam.asked("q2", "8人"))
    write_run([exam.reply("q1"), exam.reply("q9")], tmp_path / "run.jsonl")
    run = read_run(tmp_path / "run.jsonl", questions)
    assert (run.unanswered, run.unknown) == (("q2",), ("q9",))
    assert not run.replies[1].asked


def test_a_run_of_another_set_is_refused(exam: Exam, tmp_path: Path):
    questions = exam.questions(exam.asked("q1", "36次"))
    write_run([exam.reply("q9")], tmp_path / "run.jsonl")
    with pytest.raises(RunError, match="share no question"):
        read_run(tmp_path / "run.jsonl", questions)


def test_faulty_lines_are_told_at_once(exam: Exam, tmp_path: Path):
    questions = exam.questions(exam.asked("q1", "36次"))
    good = json.dumps(exam.reply("q1"))
    bad_kind = json.dumps(exam.reply("q2") | {"seconds": "schnell"})
    (tmp_path / "run.jsonl").write_text(
        "\n".join([good, good, "{", '{"qid": "q3"}', bad_kind]), encoding="utf-8"
    )
    with pytest.raises(RunError) as caught:
        read_run(tmp_path / "run.jsonl", questions)
    said = caught.value.say("zh")
    assert "第 2 行：qid q1 出现两次" in said
    assert "第 3 行：不是 JSON" in said
    assert "第 4 行：缺少 abstained" in said
    assert "第 5 行：字段的类型不对" in said
