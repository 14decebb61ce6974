"""``wenju articles --explain FILE`` from end to end, without an index."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ui.cli.explaining import MOST_RECORDS

Wenju = Callable[..., Any]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Two records more than are explained, and a line that is none."""
    file = tmp_path / "集.jsonl"
    sound = [
        json.dumps({"id": number, "title": f"井口之{number}", "text": "食堂建在井口旁边。"})
        for number in range(1, MOST_RECORDS + 3)
    ]
    file.write_text("\n".join([*sound, "不是记录"]), encoding="utf-8")
    return file


def test_a_file_is_explained_in_chinese_or_in_english(wenju: Wenju, corpus: Path) -> None:
    chinese = wenju("articles", "--explain", corpus / "煤矿.md")
    assert (chinese.status, chinese.err) == (0, "")
    assert chinese.out.startswith("煤矿.md\n排法：每行是一个段落\n")
    assert "1. 《东山煤矿安全生产工作的做法》 东山煤矿 王建国" in chinese.out
    english = wenju("articles", "--explain", corpus / "煤矿.md", "--lang", "en")
    assert english.out.startswith("煤矿.md\nSetting: each line is a paragraph\n")


def test_json_is_one_object(wenju: Wenju, corpus: Path) -> None:
    ran = wenju("articles", "--explain", corpus / "煤矿.md", "--json")
    (line,) = ran.out.splitlines()
    told = json.loads(line)
    assert list(told) == ["file", "pages", "skipped", "explained"]
    assert (told["file"], told["pages"], told["skipped"]) == ("煤矿.md", 1, [])
    (page,) = told["explained"]
    assert page["articles"][0]["author"] == "王建国"


def test_of_many_records_the_first_are_explained_and_it_is_said(wenju: Wenju, records: Path) -> None:
    ran = wenju("articles", "--explain", records, "--json")
    told = json.loads(ran.out)
    assert [page["record"] for page in told["explained"]] == [str(n) for n in range(1, MOST_RECORDS + 1)]
    assert told["pages"] == MOST_RECORDS + 2
    assert told["skipped"] == [{"file": "集.jsonl", "reason": f"第 {MOST_RECORDS + 3} 行：不是 JSON"}]
    assert f"文件里有 {MOST_RECORDS + 2} 篇，这里解释前 {MOST_RECORDS} 篇" in ran.err
    assert "跳过 集.jsonl" in ran.err


def test_records_stand_apart_in_words(wenju: Wenju, records: Path) -> None:
    out = wenju("articles", "--explain", records).out
    assert out.count("\n\n集.jsonl#") == MOST_RECORDS - 1


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("没有.txt", None, "没有这个文件或文件夹"),
        ("表.xlsx", b"PK", "不认识的格式 .xlsx"),
        ("空.txt", b"", "空文件"),
        ("白.txt", b" \n ", "文件里没有文字"),
        ("坏.txt", b"\x00\x01\x02" * 400, "是二进制文件"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_message(
    wenju: Wenju, tmp_path: Path, name: str, content: bytes | None, why: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ran = wenju("articles", "--explain", tmp_path / name)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(why)
    assert name in ran.err


def test_a_folder_is_one_message(wenju: Wenju, tmp_path: Path) -> None:
    ran = wenju("articles", "--explain", tmp_path)
    assert ran.status == 1
    assert ran.err.startswith("这是文件夹")
