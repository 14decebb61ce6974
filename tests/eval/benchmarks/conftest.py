"""Two small sets of passages and questions, as the public ones are packed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

FERRY = "渡口开了夜校。夜校每周二开课,全年培训船员412名。课程由梁守江安排。"
CANTEEN = "夜班食堂供应热饭。热饭每份8元,由职工代表定价。"
PATROL = "巡线工背着望远镜上山。冬季巡线要防覆冰。"


def write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def passage(pid: str, title: str, text: str) -> dict[str, str]:
    return {"pid": pid, "title": title, "text": text}


def asked(qid: str, question: str, pid: str, text: str, *said: str) -> dict[str, Any]:
    answers = [{"text": one, "start": text.find(one)} for one in said]
    return {"qid": qid, "question": question, "pid": pid, "answers": answers}


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``river`` with a passage that ``plant`` holds too, spaced otherwise; ``plant`` has questions on it."""
    folder = tmp_path_factory.mktemp("公开题集")
    write(
        folder / "plant/passages.jsonl.gz",
        [passage("p1", "夜班食堂", CANTEEN), passage("p2", "巡线", PATROL)],
    )
    write(
        folder / "river/passages.jsonl.gz",
        [passage("r1", "渡口夜校", FERRY), passage("r2", "食堂", f" {CANTEEN}\n")],
    )
    write(
        folder / "river/questions_dev.jsonl.gz",
        [
            asked("q1", "夜校全年培训多少名船员?", "r1", FERRY, "412名", "412名船员", "四百一十二名"),
            asked("q2", "夜校的课程由谁安排?", "r1", FERRY, "梁守江"),
            asked("q3", "食堂的热饭每份多少元?", "r2", f" {CANTEEN}\n", "8元"),
        ],
    )
    return folder
