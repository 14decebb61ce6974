from __future__ import annotations

import gzip
import json
from pathlib import Path

from embeddings.training.own_questions import placed_questions
from eval.benchmarks.retrieval.everyday import everyday


def a_kept_question() -> tuple[str, int, str]:
    return next(tuple(one) for one in placed_questions("laws") if one.kept and one.start > 20)


def law(tmp_path: Path, document: str, start: int) -> Path:
    """A law whose second article begins where the question says."""
    text = "第一条 " + "甲" * (start - 5) + "\n第二条 渡口应当设置候船室。\n第三条 船员应当持证。\n"
    path = tmp_path / "data/laws/docs.jsonl.gz"
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(
            json.dumps({"id": document, "title": "渡运办法", "text": text}, ensure_ascii=False) + "\n"
        )
    return tmp_path / "data"


def test_a_kept_question_asks_for_the_article_at_its_place(tmp_path: Path):
    document, start, question = a_kept_question()
    found = everyday(law(tmp_path, document, start), 0, tmp_path / "out")
    assert found
    records = {row["id"]: row for row in map(json.loads, found.corpus.read_text("utf-8").splitlines())}
    assert len(records) == 3
    asked = next(one for one in found.questions.questions if one.question == question)
    (record,) = asked.article_ids
    assert records[record]["text"] == "第二条 渡口应当设置候船室。"
    assert records[record]["title"] == "渡运办法"


def test_without_a_law_that_is_asked_about_there_is_nothing(tmp_path: Path):
    assert everyday(law(tmp_path, "没有人问的法", 30), 0, tmp_path / "out") is None
    assert everyday(tmp_path / "没有", 0, tmp_path / "out") is None
