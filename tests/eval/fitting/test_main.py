from __future__ import annotations

import sys
from pathlib import Path

import pytest

from eval.fitting.__main__ import main
from rag.answering.evidence import Features


def test_the_weights_are_printed_as_the_table_holds_them(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "argv", ["eval.fitting", str(data), "--questions", "6", "--passages", "3"])
    main()
    told = capsys.readouterr()
    *weights, train, check = told.out.splitlines()
    assert [line.split("# ")[1] for line in weights] == list(Features._fields)
    assert all(float(line.split(",")[0]) is not None for line in weights)
    assert train.startswith("best sentence holds the answer, train: ")
    assert check.startswith("best sentence holds the answer, check: ")
    assert told.err.startswith("train: 6 questions\ncheck: ")


def test_without_a_folder_the_usage_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "argv", ["eval.fitting"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err
