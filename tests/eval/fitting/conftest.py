"""Small question sets over passages and over an index, in files as ``python -m eval.fitting`` reads them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from eval.fitting.dev_sets import Found, found_for
from eval.fitting.passages import PassageSet
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest

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
        for part in ("train", "dev", "test", "trial"):
            asked = [{**row, "pid": f"{name}-{row['pid']}"} for row in question_rows()]
            write(folder / name / f"questions_{part}.jsonl.gz", asked)
    return folder


@pytest.fixture(scope="session")
def pool(tmp_path_factory: pytest.TempPathFactory) -> PassageSet:
    """The passages and questions, once."""
    folder = tmp_path_factory.mktemp("一套")
    passages = write(folder / "passages.jsonl.gz", passage_rows())
    return PassageSet.read([passages], [write(folder / "questions.jsonl.gz", question_rows())])


PAGE = """# 把安全写在渡口上

■青湾航运公司 沈渡

## 一、渡口安全存在的短板

(一)船员培训流于形式
课堂上念文件,下了船就忘,抽考合格率只有61%。

(二)救生设备年久失修
有的救生圈挂了八年,绳子一拉就断。

## 二、加强渡口安全的路径

(一)办好码头夜校
公司每周二晚上开课,全年培训船员412名。

(二)补齐救生设备
每条渡船配备抛绳器两具。
"""


def asked(qid: str, question: str, kind: str, *answers: str, **further: str) -> dict[str, Any]:
    places = [
        {"text": said, "file": "渡口.md", "start": PAGE.index(said), "end": PAGE.index(said) + len(said)}
        for said in answers
    ]
    return {"qid": qid, "question": question, "type": kind, "mode": "all", "answers": places, **further}


ASKED: Sequence[dict[str, Any]] = (
    asked("q1", "全年培训船员多少名?", "factoid-number", "412名"),
    asked("q2", "每条渡船配备几具抛绳器?", "factoid-number", "两具"),
    asked("q3", "渡口安全存在哪些短板?", "list", "船员培训流于形式", "救生设备年久失修"),
    asked("q4", "加强渡口安全有哪些路径?", "list", "办好码头夜校", "补齐救生设备"),
    asked("q5", "把安全写在渡口上是谁写的?", "metadata", "沈渡"),
    asked("q6", "火星发射场有多少名航天员?", "unanswerable"),
    asked("q7", "How many?", "factoid-number", "412名", style="en"),
    asked("q8", "那抽考呢?", "factoid-number", "61%", standalone="船员抽考合格率是多少?"),
)


@pytest.fixture(scope="session")
def dev_set(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A file of questions and the index of the page that they are asked of."""
    folder = tmp_path_factory.mktemp("渡口")
    (folder / "渡口.md").write_text(PAGE, "utf-8")
    refresh(RefreshRequest((folder / "渡口.md",), folder / "索引"))
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in ASKED]
    (folder / "questions.jsonl").write_text("".join(lines), "utf-8")
    return folder / "questions.jsonl", folder / "索引"


@pytest.fixture(scope="session")
def found(dev_set: tuple[Path, Path]) -> tuple[Found, ...]:
    """What was found for each of its questions."""
    return tuple(found_for(*dev_set))
