"""The benchmark from the files to the figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.benchmarks.answers.__main__ import main
from eval.benchmarks.answers.stages import STAGES
from eval.questions import read_questions
from eval.runs import read_run
from eval.scoring import score


@pytest.fixture(scope="module")
def out(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("结果")
    assert main(["--data", str(data), "--out", str(folder), "--sets", "river"]) == 0
    return folder


@pytest.fixture(scope="module")
def figures(out: Path) -> dict[str, Any]:
    return dict(json.loads((out / "answers.json").read_text("utf-8")))


def test_every_question_is_asked_in_every_way(figures: dict[str, Any]):
    river = figures["sets"]["river"]
    assert figures["pool"]["passages"] == 3
    assert {
        way: river[way][key]["n"] for way, key in (("open", "F1"), ("given", "F1"), ("withheld", "caught"))
    } == {
        "open": 3,
        "given": 2,
        "withheld": 2,
    }
    assert river["open"]["article@1"]["mean"] == 1.0
    assert river["open"]["answer_found"]["mean"] == 1.0


def test_each_stage_has_its_time(figures: dict[str, Any]):
    assert list(figures["stages"]) == [*STAGES, "all"]
    assert {times["n"] for times in figures["stages"].values()} == {3}


def test_the_set_and_its_run_can_be_scored_as_any_other(out: Path):
    questions = read_questions(out / "river.questions.jsonl")
    scores = score(questions, read_run(out / "river.run.jsonl", questions))
    assert scores.all["answer_found"].value == 1.0


def test_the_table_has_a_row_for_each_way_of_asking(out: Path):
    lines = (out / "answers.md").read_text("utf-8").splitlines()
    assert [line.split("|")[2].strip() for line in lines[2:5]] == ["open", "given", "withheld"]
    assert len({line.count("|") for line in lines[:5]}) == 1


def test_the_page_draws_bars_and_curves(out: Path):
    html = (out / "index.html").read_text("utf-8")
    assert html.count("<figure>") == 9
    assert "从全部段落中找" in html


def test_what_a_reader_can_mend_is_said_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["--data", str(tmp_path), "--out", str(tmp_path)]) == 1
    assert "no passages" in capsys.readouterr().err
