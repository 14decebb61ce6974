"""Training sets of a few lines, written as the real ones are."""

import gzip
import json
from pathlib import Path

import pytest

LAW = """# 矿山安全条例

## 第一章　总则

第一条 为了保障矿山生产安全，制定本条例。第二条 矿山企业应当建立安全生产责任制；矿长负总责。

## 第二章　检修

第三条 矿山设备应当定期检修。检修记录应当归档保存三年。
"""
NEWS = "市人民医院护理部日前开展培训。全院护理人员参加了培训！铁路局的检修车间同日开工。"
PASSAGE = "红旗煤矿建于1958年。该矿位于城北。首任矿长是李大山，他主持了第一口竖井的建设。"
QUESTIONS = [
    {
        "qid": "1",
        "question": "红旗煤矿建于哪一年？",
        "pid": "p1",
        "answers": [{"text": "1958年", "start": 6}],
    },
    {"qid": "2", "question": "首任矿长是谁？", "pid": "p1", "answers": [{"text": "李大山", "start": 24}]},
    {"qid": "3", "question": "该矿在哪里？", "pid": "p1", "answers": [{"text": "城北地区", "start": -1}]},
]


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    for name, file in (
        ("cmrc2018", "questions_train"),
        ("drcd_s", "questions_dev"),
        ("xquad_zh", "questions_test"),
    ):
        unasked = {"pid": "p2", "title": "无人问", "text": "没有人问过这一段。"}
        write_records(
            folder / name / "passages.jsonl.gz", {"pid": "p1", "title": "红旗煤矿", "text": PASSAGE}, unasked
        )
        write_records(folder / name / f"{file}.jsonl.gz", *QUESTIONS)
    write_records(folder / "cmrc2018" / "questions_dev.jsonl.gz", QUESTIONS[0])
    write_records(folder / "antiterror_mrc" / "passages.jsonl.gz", {"pid": "p1", "title": "", "text": NEWS})
    write_records(folder / "antiterror_mrc" / "questions_dev.jsonl.gz", QUESTIONS[1])
    write_records(folder / "laws" / "docs.jsonl.gz", {"id": "1", "title": "矿山安全条例", "text": LAW})
    write_records(folder / "just_laws" / "docs.jsonl.gz", {"id": "2", "title": "矿山安全条例", "text": LAW})
    write_records(folder / "crud_news" / "docs.jsonl.gz", {"id": "3", "title": "", "text": NEWS})
    return folder


def write_records(path: Path, *records: dict[str, object]) -> None:
    path.parent.mkdir(exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
