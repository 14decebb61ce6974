"""A gold segmentation is read whole, or its faults are told with line and field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.errors import GoldError
from eval.gold_articles import GoldArticle, GoldHeading, read_gold_articles
from rag.text.spans import Span

LEAST: dict[str, Any] = {"id": "甲-1", "file": "甲.txt", "spans": [[13, 28]]}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "gold.json"


def read(file: Path, *articles: object) -> tuple[GoldArticle, ...]:
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in articles)
    file.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    return read_gold_articles(file)


def fault(file: Path, *articles: object) -> GoldError:
    with pytest.raises(GoldError) as caught:
        read(file, *articles)
    return caught.value


def test_the_least_gold_names_an_article_its_file_and_its_body(file: Path):
    (article,) = read(file, LEAST)
    assert (article.name, article.file, article.kind, article.line) == ("甲-1", "甲.txt", "article", 2)
    assert article.spans == (Span(13, 28),)
    assert article.labels == {"title": ("",), "author": ("",), "affiliation": ("",)}
    assert (article.paragraphs, article.headings, article.intrusions) == (None, None, ())


def test_a_full_gold_is_read_field_by_field(file: Path):
    (article,) = read(
        file,
        {
            **LEAST,
            "kind": "notice",
            "title": "公告",
            "accepted": {"title": ["注销公告"]},
            "intrusions": [{"span": [20, 24], "why": "重复"}],
            "headings": [{"start": 13, "level": 2}, {"start": 15}],
            "paragraphs": [{"pieces": [[13, 18], [20, 30]]}],
            "note": None,
        },
    )
    assert article.labels["title"] == ("公告", "注销公告")
    assert article.intrusions == (Span(20, 24),)
    assert article.headings == (GoldHeading(13, 2), GoldHeading(15, None))
    assert article.paragraphs == ((Span(13, 18), Span(20, 30)),)
    assert article.end == 30


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"id": None}, "缺少 id"),
        ({"file": ""}, "缺少 file"),
        ({"spans": []}, "spans 为空"),
        ({"spans": [[9, 3]]}, "spans 中的 [9, 3] 不是 [start, end)"),
        ({"title": 3}, "title 应为文字或 null"),
        ({"kind": "poem"}, "kind 应为 article、notice 之一"),
        ({"headings": [{"level": 1}]}, "headings 应有整数 start 和 level"),
        ({"paragraphs": [{"text": "一"}]}, "缺少 pieces"),
        ({"intrusions": [{}]}, "intrusions 中的 None 不是 [start, end)"),
        ({"mess": "byline"}, "mess 应为文字的列表"),
    ],
)
def test_a_faulty_field_is_named_with_its_line(file: Path, changed: dict[str, Any], told: str):
    said = fault(file, LEAST, {**LEAST, "id": "甲-2", **changed}).say("zh")
    assert f"第 3 行：{told}" in said
    assert "第 2 行" not in said


def test_every_fault_is_told_at_once(file: Path):
    said = fault(file, {}, LEAST, LEAST).say("en")
    assert "line 2: spans is missing" in said
    assert "line 4: id 甲-1 used twice" in said


def test_a_file_that_is_no_json_list_is_told_with_its_line(file: Path):
    file.write_text("[\n{,\n]", encoding="utf-8")
    with pytest.raises(GoldError, match="line 2: not JSON"):
        read_gold_articles(file)
    file.write_text(json.dumps(LEAST), encoding="utf-8")
    with pytest.raises(GoldError, match="line 1: must be a list"):
        read_gold_articles(file)
    file.write_text("[]", encoding="utf-8")
    with pytest.raises(GoldError, match="holds no article"):
        read_gold_articles(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(GoldError, match="no such file"):
        read_gold_articles(tmp_path / "无.json")
