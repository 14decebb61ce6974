"""The segmentation benchmark over a page of our own."""

from __future__ import annotations

import json
from pathlib import Path

from eval.benchmarks.segmentation import main, measure, table

PAGE = "# 测风三问\n\n□ 王一鸣\n\n一、谁来测\n\n由通风区测,每旬一次。\n\n(作者单位:红岭矿业公司)\n"


def gold_of(page: str) -> dict[str, object]:
    start, end = page.index("一、"), page.index("。") + 1
    return {
        "id": "甲-1",
        "file": "甲.txt",
        "kind": "article",
        "title": "测风三问",
        "author": "王一鸣",
        "affiliation": "红岭矿业公司",
        "spans": [[start, end]],
        "intrusions": [],
        "headings": [{"level": 1, "start": start}],
        "paragraphs": [{"pieces": [[start, start + 5]]}, {"pieces": [[start + 7, end]]}],
    }


def test_a_page_read_right_falls_short_in_nothing(tmp_path: Path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "甲.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "gold.json").write_text(json.dumps([gold_of(PAGE)]), encoding="utf-8")
    lines = table(measure(tmp_path / "corpus", tmp_path / "gold.json")).split("\n")
    assert {line.split()[1] for line in lines[:-1]} == {"1.0000"}
    assert lines[-1].split() == ["surplus", "0"]


def test_a_corpus_that_is_not_there_is_said_without_a_traceback(tmp_path: Path):
    assert main(["--corpus", str(tmp_path / "无"), "--gold", str(tmp_path / "gold.json")]) == 1
