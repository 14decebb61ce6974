from __future__ import annotations

import sys
from pathlib import Path

import pytest

from eval.fitting.__main__ import main
from rag.answering.confidence import Assurance
from rag.answering.doubt import Signs
from rag.answering.evidence import Features
from rag.answering.lists.candidate import ListFeatures


def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *given: str) -> list[str]:
    monkeypatch.setattr(sys, "argv", ["eval.fitting", *given])
    main()
    return capsys.readouterr().out.splitlines()


def test_the_weights_are_printed_as_their_tables_hold_them(
    dev_set: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    lines = told(monkeypatch, capsys, "--set", *map(str, dev_set))
    heads = [line for line in lines if not line.startswith(" ")]
    assert [head.split(":")[0] for head in heads] == ["sentences", "lists", "doubt", "confidence"]
    assert [line.split("# ")[1] for line in lines if "# " in line] == [
        *Features._fields,
        *ListFeatures._fields,
    ]
    named = [line.split(":")[0].strip() for line in lines if line.startswith(" ") and "# " not in line]
    assert named == [*Signs._fields, "bias", *Assurance._fields, "bias"]


def test_questions_on_public_passages_are_added_for_the_sentences(
    dev_set: tuple[Path, Path],
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    alone = told(monkeypatch, capsys, "--set", *map(str, dev_set))
    more = told(monkeypatch, capsys, "--set", *map(str, dev_set), "--passages", str(data), "--questions", "4")

    def examples(lines: list[str]) -> int:
        return int(lines[0].split()[1])

    assert examples(more) == examples(alone) + 4


def test_without_a_set_the_usage_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "argv", ["eval.fitting"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "--set" in capsys.readouterr().err
