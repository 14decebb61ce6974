"""A small question set over passages, in files as ``python -m eval.fitting`` reads them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from eval.fitting.passages import PassageSet

PASSAGES = {
    "p1": "渡口开了夜校。夜校每周二开课,全年培训船员412名。课程由梁守江安排。",
    "p2": "夜班食堂供应热饭。热饭每份8元,由职工代表定价。",
    "p3": "巡线工背着望远镜上山。冬季巡线要防覆冰。",
}
QUESTIONS = (
    ("夜校全年培训多少名船员?", "p1", "412名"),
    ("谁安排夜校的课程?", "p1", "梁守江"),
    ("食堂的热饭每份多少元?", "p2", "8元"),
    ("冬季巡线要防什么?", "p3", "覆冰"),
    ("食堂的热饭由谁定价?", "p2", "职工代表"),
)


def write(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path


def passage_rows() -> list[dict[str, Any]]:
    return [{"pid": pid, "title": "", "text": text} for pid, text in PASSAGES.items()]


def question_rows() -> list[dict[str, Any]]:
    rows = [
        {"question": question, "pid": pid, "answers": [{"text": said, "start": PASSAGES[pid].index(said)}]}
        for question, pid, said in QUESTIONS
    ]
    return [*rows, {"question": "渡口有几条船?", "pid": "p1", "answers": [{"text": "三条", "start": -1}]}]


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three pools and their questions, all of them the same ones."""
    folder = tmp_path_factory.mktemp("题库")
    for name in ("cmrc2018", "drcd_s", "xquad_zh"):
        rows = [{**row, "pid": f"{name}-{row['pid']}"} for row in passage_rows()]
        write(folder / name / "passages.jsonl.gz", rows)
        for part in ("train", "dev", "test"):
            asked = [{**row, "pid": f"{name}-{row['pid']}"} for row in question_rows()]
            write(folder / name / f"questions_{part}.jsonl.gz", asked)
    return folder


@pytest.fixture(scope="session")
def pool(tmp_path_factory: pytest.TempPathFactory) -> PassageSet:
    """The passages and questions, once."""
    folder = tmp_path_factory.mktemp("一套")
    passages = write(folder / "passages.jsonl.gz", passage_rows())
    return PassageSet.read([passages], [write(folder / "questions.jsonl.gz", question_rows())])
