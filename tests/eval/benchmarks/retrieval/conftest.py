"""The small public sets with a law and some news beside them, and their index."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest

from eval.benchmarks.pool import INDEX, indexed, read_pool
from eval.benchmarks.question_files import question_set
from eval.benchmarks.retrieval.distractors import Mixed, with_distractors
from eval.benchmarks.retrieval.questions import Collection, collection

LAW = "# 渡运管理办法\n\n第一条 渡口应当设置候船室。\n\n第二条 船员应当持证上岗。\n"
NEWS = (
    "县里新修了一座大桥。大桥长八百米,双向四车道。",
    "夜班食堂供应热饭。\n热饭每份8元,由职工代表定价。",
    "果园开镰收梨。今年的梨比去年甜。",
    "图书馆延长开放。周末开到晚上九点。",
)
"""The second says what a passage says."""


@pytest.fixture(scope="session")
def mixed_data(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("混合") / "题集"
    shutil.copytree(data, folder)
    news = [{"id": f"n{at}", "title": "", "date": "2023-08-16", "text": text} for at, text in enumerate(NEWS)]
    for name, documents in (
        ("laws", [{"id": "l0", "title": "渡运管理办法", "text": LAW}]),
        ("crud_news", news),
    ):
        (folder / name).mkdir()
        with gzip.open(folder / name / "docs.jsonl.gz", "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in documents)
    return folder


@pytest.fixture(scope="session")
def found(mixed_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The questions of ``river`` over seven articles."""
    out = tmp_path_factory.mktemp("索引")
    pool = read_pool(mixed_data)
    indexed(with_distractors(pool, mixed_data, Mixed(1, 3)), out)
    river = question_set(mixed_data, "river", pool, 0, out)
    return collection(out / INDEX, {"river": river}, by_record=True)


@pytest.fixture(scope="session")
def article_of(found: Collection) -> dict[str, str]:
    """The article of each record."""
    return {str(one.record): one.article_id for one in found.snapshot.articles()}
