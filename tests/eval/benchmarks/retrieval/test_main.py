"""The benchmark from the files to the figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.benchmarks.retrieval.__main__ import main

HARBOUR = "海鸥号停靠三号泊位。海鸥号的船长是陆一舟。"


@pytest.fixture(scope="module")
def out(mixed_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("结果")
    corpus, questions = folder / "港口", folder / "港口题.jsonl"
    corpus.mkdir()
    (corpus / "海鸥号.md").write_text(f"# 海鸥号\n\n{HARBOUR}\n", "utf-8")
    (corpus / "灯塔.md").write_text("# 灯塔\n\n灯塔每晚六点亮灯。守塔人换了三班。\n", "utf-8")
    start = f"# 海鸥号\n\n{HARBOUR}".index("陆一舟")
    answer = {"text": "陆一舟", "file": "海鸥号.md", "start": start, "end": start + 3}
    asked = {"qid": "1", "question": "海鸥号的船长是谁?", "article_ids": ["a1"], "answers": [answer]}
    questions.write_text(json.dumps(asked, ensure_ascii=False), "utf-8")
    command = ["--data", str(mixed_data), "--out", str(folder / "出"), "--sets", "river", "--laws", "1"]
    more = ["--news", "3", "--gold", str(corpus), str(questions), "--encoders", "bundled"]
    assert main([*command, *more]) == 0
    return folder / "出"


@pytest.fixture(scope="module")
def figures(out: Path) -> dict[str, Any]:
    return dict(json.loads((out / "retrieval.json").read_text("utf-8")))


def test_every_set_is_asked_of_every_system(figures: dict[str, Any]):
    assert list(figures["sets"]) == ["river", "1 港口/港口题"]
    river = figures["sets"]["river"]
    assert list(river)[:2] == ["wenju", "words alone"]
    assert list(river)[12:14] == ["wenju, bundled", "vectors alone, bundled"]
    assert len(river) == 17
    assert (river["wenju"]["R@1"]["mean"], river["wenju"]["R@1"]["n"]) == (1.0, 3)
    assert river["wenju, bundled"]["wenju_minus_this"]["R@1"]["mean"] == 0.0
    assert figures["sets"]["1 港口/港口题"]["wenju"]["R@1"] == {"mean": 1.0, "low": 1.0, "high": 1.0, "n": 1}


def test_the_size_of_each_library_is_told(figures: dict[str, Any]):
    assert figures["collections"] == {
        "public": {"articles": 7, "chunks": 7},
        "1 港口/港口题": {"articles": 2, "chunks": 2},
    }


def test_the_costs_of_each_index_are_told(figures: dict[str, Any]):
    assert list(figures["costs"]) == ["public", "1 港口/港口题"]
    assert list(figures["costs"]["public"]["speeds"]) == ["bundled"]
    assert figures["costs"]["public"]["sizes"]["lexical"] > 0


def test_the_corpus_is_the_passages_with_what_stands_beside_them(out: Path):
    lines = (out / "passages.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["p1", "p2", "r1", "l0", "n0", "n2", "n3"]


def test_tables_and_page_hold_every_set(out: Path):
    text, html = (out / "retrieval.md").read_text("utf-8"), (out / "index.html").read_text("utf-8")
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## river", "## 1 港口/港口题", "## Speed of the encoders", "## Size of the index",
    ]  # fmt: skip
    assert html.count("<figure>") == 6


def test_what_a_reader_can_mend_is_said_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["--data", str(tmp_path), "--out", str(tmp_path)]) == 1
    assert "no passages" in capsys.readouterr().err
