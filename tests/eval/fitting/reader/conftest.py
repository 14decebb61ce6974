"""Training sets of a few lines, in files as ``python -m eval.fitting.reader`` reads them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

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
)
WHO = ("车间", "港务局", "食堂", "医院", "学校", "仓库", "码头", "矿山")
DOES = ("检修设备", "培训职工", "清点物资", "巡查线路", "登记车辆", "演练消防", "修补堤坝")
WHAT = (
    "电梯",
    "水泵",
    "锅炉",
    "轮船",
    "卡车",
    "隧道",
    "桥梁",
    "铁轨",
    "机床",
    "阀门",
    "烟囱",
    "栏杆",
    "厨房",
)
NEWS = [
    f"为保证{what}安全运行,{who}今年组织人员{does}。由于连续{n}天下大雨,{what}旁边的{who}停工。"
    f"据《{what}管理办法》,{who}负责人表示,全年投入{n}万元。"
    for n, (who, does, what) in enumerate(product(WHO, DOES, WHAT[:4]), start=2)
]
LAW = "".join(
    f"第{n}条 {what}由{who}负责检验。本办法所称{what},是指供人使用的{does}的工具。"
    for n, (who, does, what) in enumerate(zip(WHO, DOES, WHAT, strict=False))
)


def write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.fixture(scope="session")
def sets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every set that the reader learns from."""
    folder = tmp_path_factory.mktemp("训练集")
    for name, part in (("cmrc2018", "train"), ("drcd_s", "dev"), ("xquad_zh", "test")):
        passages = [{"pid": f"{name}-{pid}", "title": "", "text": text} for pid, text in PASSAGES.items()]
        write(folder / name / "passages.jsonl.gz", passages)
        asked = [
            {
                "qid": str(at),
                "question": question,
                "pid": f"{name}-{pid}",
                "answers": [{"text": said, "start": PASSAGES[pid].index(said)}],
            }
            for at, (question, pid, said) in enumerate(QUESTIONS)
        ]
        write(folder / name / f"questions_{part}.jsonl.gz", asked)
    write(folder / "laws" / "docs.jsonl.gz", [{"id": "1", "title": "管理办法", "text": LAW}])
    write(folder / "just_laws" / "docs.jsonl.gz", [{"id": "2", "title": "管理办法", "text": LAW}])
    news = [{"id": str(at), "title": "", "text": text} for at, text in enumerate(NEWS)]
    write(folder / "crud_news" / "docs.jsonl.gz", news)
    return folder
