"""Faults become one clear message and the exit status of the contract."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ui.cli import guard
from ui.cli.guard import run_guarded

Wenju = Callable[..., Any]


def test_a_missing_index_is_told_in_both_languages(wenju: Wenju, tmp_path: Path) -> None:
    ran = wenju("ask", "何时建成？", "--index", tmp_path / "没有")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("这里还没有索引：")
    assert wenju("--lang=en", "ask", "何时建成？", "--index", tmp_path / "没有").err.startswith(
        "there is no index here"
    )


def test_the_language_of_the_settings_holds(
    wenju: Wenju, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WENJU_LANGUAGE", "en")
    assert wenju("status", "--index", tmp_path / "没有").err.startswith("there is no index here")


def test_the_index_of_the_settings_is_taken(wenju: Wenju, tmp_path: Path) -> None:
    (tmp_path / "wenju.toml").write_text('index = "某处"\n', encoding="utf-8")
    assert str(tmp_path / "某处") in wenju("status").err


def test_a_faulty_setting_ends_a_command_with_its_name(wenju: Wenju, tmp_path: Path) -> None:
    (tmp_path / "wenju.toml").write_text('indx = "某处"\n', encoding="utf-8")
    ran = wenju("status")
    assert ran.status == 1
    assert ran.err == "设置不能用：wenju.toml：没有 indx 这个设置，是不是 index？\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ask",), "QUESTION"),
        (("ak", "何时建成？"), "ak"),
        (("ask", "何时建成？", "--passages", "很多"), "--passages"),
        (("refresh",), "PATH"),
        (("ask", "何时建成？", "--lang", "de"), "--lang"),
    ],
)
def test_wrong_usage_is_told_with_status_2(wenju: Wenju, words: tuple[str, ...], said: str) -> None:
    ran = wenju(*words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_fault_of_ours_is_one_line_and_the_details_are_kept(
    wenju: Wenju, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(_session: object, _arguments: object) -> int:
        raise ZeroDivisionError("除以零\n第二行")

    monkeypatch.setattr(guard, "_run", fail)
    monkeypatch.setattr(guard.tempfile, "tempdir", str(tmp_path))
    ran = wenju("status")
    assert ran.status == 1
    assert ran.err.count("\n") == 1
    assert "ZeroDivisionError: 除以零" in ran.err
    (log,) = tmp_path.glob("wenju-*.log")
    assert str(log) in ran.err
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert "Traceback" in wenju("status", "--debug").err


def test_a_file_that_cannot_be_written_is_named(wenju: Wenju, index: Path, tmp_path: Path) -> None:
    asked = tmp_path / "题集.jsonl"
    asked.write_text('{"qid": "q1", "question": "检查几次？", "answers": []}\n', encoding="utf-8")
    ran = wenju("eval", "run", asked, "--index", index, "--out", asked / "运行.jsonl", "--lang", "en")
    assert ran.status == 1
    assert ran.err.splitlines()[-1].startswith(f"cannot read or write {asked}")


def test_an_interrupt_ends_with_130(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_session: object, _arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(guard, "_run", interrupted)
    assert run_guarded(["status", "--lang", "en"]) == 130
    assert capsys.readouterr().err == "interrupted\n"


def test_a_reader_that_goes_away_is_no_fault(index: Path) -> None:
    command = [sys.executable, "-m", "ui", "articles", "--json", "--index", str(index)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_what_follows_two_dashes_is_left_alone(wenju: Wenju, index: Path) -> None:
    ran = wenju("ask", "--index", index, "--", "--lang")
    assert ran.status == 0
