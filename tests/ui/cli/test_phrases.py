"""``wenju phrases`` from end to end."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Wenju = Callable[..., Any]

CREW = "# 渡口的班组\n\n班组做到“三必到”，船到人到。\n\n家属也夸“三必到”，乘客放心。\n"


def indexed(wenju: Wenju, folder: Path) -> Path:
    (folder / "渡口.md").write_text(CREW, encoding="utf-8")
    assert wenju("refresh", folder / "渡口.md", "--index", folder / "索引").status == 0
    return folder / "索引"


def test_candidates_are_offered_and_what_is_accepted_is_offered_no_more(wenju: Wenju, tmp_path: Path) -> None:
    index = indexed(wenju, tmp_path)
    (line,) = wenju("phrases", "--index", index, "--json").out.splitlines()
    told = json.loads(line)
    assert (told["entry"], told["kind"], told["count"], told["file"]) == ("三必到", "numbered", 2, "渡口.md")
    assert wenju("phrases", "--index", index, "--add", "三必到").status == 0
    assert wenju("phrases", "--index", index, "--json").out == ""


def test_an_entry_of_ones_own_finds_what_is_said_in_other_words(wenju: Wenju, tmp_path: Path) -> None:
    index = indexed(wenju, tmp_path)
    wenju("phrases", "--index", index, "--add", "船老大媳妇 ~ 家属")
    reply = json.loads(wenju("ask", "乘客为什么放心，船老大媳妇夸什么？", "--index", index, "--json").out)
    assert reply["answers"][0]["text"] == "家属也夸“三必到”，乘客放心。"


def test_a_faulty_entry_is_told_with_its_line_and_mend(wenju: Wenju, tmp_path: Path) -> None:
    index = indexed(wenju, tmp_path)
    ran = wenju("phrases", "--index", index, "--add", "三必到 =")
    assert ran.status == 1
    assert "一边没有词语" in ran.err
    assert not (index / "phrases.txt").exists()
