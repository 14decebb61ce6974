"""The reranker of the settings, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Wenju = Callable[..., Any]

QUESTION = "安全检查每月进行几次？"


@pytest.fixture
def set_here(tmp_path: Path, reranker_folder: Path) -> None:
    """A settings file in the working folder that names the reranker beside it."""
    (tmp_path / "模型").symlink_to(reranker_folder)
    (tmp_path / "wenju.toml").write_text(
        '[retrieval]\nreranker = "模型"\nrerank_hits = 3\n', encoding="utf-8"
    )


@pytest.mark.usefixtures("set_here")
def test_a_reranker_in_the_settings_reads_the_first_hits_again(wenju: Wenju, index: Path) -> None:
    ran = wenju("ask", QUESTION, "--index", index, "--json")
    assert (ran.status, ran.err) == (0, "")
    scores = [passage["scores"] for passage in json.loads(ran.out)["passages"]]
    given = [one["rerank"] for one in scores[:3]]
    assert given == sorted(given, reverse=True)
    assert all("rerank" not in one for one in scores[3:])
    assert len(scores) > 3


def test_a_reranker_in_the_environment_does_the_same(
    wenju: Wenju, index: Path, reranker_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WENJU_RETRIEVAL_RERANKER", str(reranker_folder))
    passages = json.loads(wenju("ask", QUESTION, "--index", index, "--json").out)["passages"]
    assert all("rerank" in passage["scores"] for passage in passages)


def test_without_a_setting_nothing_is_read_again(wenju: Wenju, index: Path) -> None:
    passages = json.loads(wenju("ask", QUESTION, "--index", index, "--json").out)["passages"]
    assert [list(passage["scores"]) for passage in passages] == [["bm25", "dense"]] * len(passages)


def test_a_reranker_that_is_not_there_is_told_without_a_traceback(
    wenju: Wenju, index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WENJU_RETRIEVAL_RERANKER", "./没有")
    ran = wenju("ask", QUESTION, "--index", index)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == (
        f"没有这个重排模型的文件夹：{tmp_path / '没有'}。写出模型所在的文件夹，或者去掉 reranker 这项设置\n"
    )


@pytest.mark.usefixtures("set_here")
def test_the_status_names_the_reranker(wenju: Wenju, index: Path, tmp_path: Path) -> None:
    assert f"重排模型\t{tmp_path / '模型'}\n" in wenju("status", "--index", index).out
    report = json.loads(wenju("status", "--index", index, "--json").out)
    assert report["reranker"] == str(tmp_path / "模型")


def test_without_a_reranker_the_status_names_none(wenju: Wenju, index: Path) -> None:
    assert "重排" not in wenju("status", "--index", index).out
    assert "reranker" not in json.loads(wenju("status", "--index", index, "--json").out)
