"""Commands that keep to some of the articles."""

import inspect
import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from rag.retrieval.filters import Filters
from ui.api import Wanted
from ui.cli import main
from ui.cli.filter_options import ROWS, takes_filters

Wenju = Callable[..., Any]

WEEKLY = """煤海周刊 2025年3月12日 星期三 第3版 安全论坛

夜校办在井口

■东山煤矿宣传科 沈渡

东山煤矿的夜校每周上课三次，全年培训矿工四百一十二名，矿工不用出矿区就能听课。

责任编辑：林远
"""
DAILY = """青湾日报 二〇二四年十一月五日 第2版

渡口夜校开课

■青湾航运公司 罗小满

青湾航运公司的夜校每周上课两次，全年培训船员五百零六名，课程放在船员收班以后。
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of two pages that say where they were printed."""
    folder = tmp_path_factory.mktemp("报纸")
    (folder / "夜校.txt").write_text(WEEKLY, encoding="utf-8")
    (folder / "渡口.txt").write_text(DAILY, encoding="utf-8")
    index = tmp_path_factory.mktemp("报纸库") / "索引"
    assert main(["refresh", str(folder), "--index", str(index)]) == 0
    return index


def objects(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_articles_tell_where_they_were_printed(wenju: Wenju, printed: Path) -> None:
    told = [
        tuple(article[key] for key in ("newspaper", "date", "edition", "column"))
        for article in objects(wenju("articles", "--index", printed, "--json").out)
    ]
    assert told == [
        ("煤海周刊", "2025年3月12日", "第3版", "安全论坛"),
        ("青湾日报", "二〇二四年十一月五日", "第2版", None),
    ]
    out = wenju("articles", "--index", printed).out
    assert "《煤海周刊》2025年3月12日 第3版 · 安全论坛" in out


@pytest.mark.parametrize(
    ("options", "file"),
    [
        (("--newspaper", "煤海周刊"), "夜校.txt"),
        (("--author", "罗小满"), "渡口.txt"),
        (("--affiliation", "航运"), "渡口.txt"),
        (("--title", "井口"), "夜校.txt"),
        (("--file", "渡*.txt"), "渡口.txt"),
        (("--column", "安全论坛"), "夜校.txt"),
        (("--since", "2025-01", "--until", "2025-06"), "夜校.txt"),
        (("--until", "2024"), "渡口.txt"),
    ],
)
def test_articles_and_answers_are_of_those_that_pass(
    wenju: Wenju, printed: Path, options: tuple[str, ...], file: str
) -> None:
    listed = objects(wenju("articles", "--index", printed, "--json", *options).out)
    assert [article["file"] for article in listed] == [file]
    (reply,) = objects(wenju("ask", "夜校每周上课几次？", "--index", printed, "--json", *options).out)
    assert [answer["file"] for answer in reply["answers"]] == [file]
    assert {passage["file"] for passage in reply["passages"]} == {file}


def test_a_citation_tells_where_it_was_printed(wenju: Wenju, printed: Path) -> None:
    asked = ("ask", "夜校每周上课几次？", "--index", printed, "--newspaper", "青湾日报")
    (reply,) = objects(wenju(*asked, "--json").out)
    citation = reply["citations"][0]
    assert (citation["newspaper"], citation["date"]) == ("青湾日报", "二〇二四年十一月五日")
    assert (citation["edition"], citation["column"]) == ("第2版", None)
    assert "《青湾日报》二〇二四年十一月五日 第2版" in wenju(*asked).out


def test_an_answer_that_is_held_back_is_told(wenju: Wenju, printed: Path) -> None:
    ran = wenju("ask", "沈渡写过什么文章？", "--index", printed, "--newspaper", "青湾日报", "--json")
    (reply,) = objects(ran.out)
    assert (ran.status, reply["abstained"], reply["held_back"]) == (0, True, True)
    assert reply["filters"] == {"newspaper": "青湾日报"}
    assert "去掉筛选" in reply["reason"]


def test_a_filter_that_leaves_no_article_is_told(wenju: Wenju, printed: Path) -> None:
    ran = wenju("articles", "--index", printed, "--newspaper", "无此报")
    assert (ran.status, ran.out, ran.err) == (0, "", "没有文章符合筛选条件\n")


def test_a_date_that_is_none_can_be_mended(wenju: Wenju, printed: Path) -> None:
    ran = wenju("ask", "夜校每周上课几次？", "--index", printed, "--since", "去年", "--lang", "en")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == (
        "the date of the filter is not understood (since): 去年. write it as 2025, 2025-03 or 2025-03-12\n"
    )


def test_every_filter_has_an_option_and_a_field_of_the_api():
    names = [one.name for one in fields(Filters)]
    assert [row.name for row in ROWS] == names
    assert list(Wanted.model_fields) == names


def test_a_command_takes_the_options_in_place_of_its_filters():
    taken: list[Filters] = []

    @takes_filters
    def command(*, filters: Filters) -> None:
        taken.append(filters)

    typed = {"author": "李林", "since": "2025年3月"}
    command(**{row.name: typed.get(row.name) for row in ROWS})
    assert taken == [Filters(author="李林", since="2025-03")]
    assert "filters" not in inspect.signature(command).parameters
