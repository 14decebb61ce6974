"""What the benchmark says of its figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.benchmarks.latency import main, table


def test_the_table_gives_times_in_milliseconds_and_counts_as_they_are():
    lines = table({"running": {"n": 3, "p50_seconds": 0.0123}}).split("\n")
    assert [line.split() for line in lines] == [["running", "n", "3"], ["running", "p50", "12.3", "ms"]]


def test_what_a_reader_can_mend_is_said_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["--index", str(tmp_path), "--questions", str(tmp_path / "无.jsonl")]) == 1
    assert "no such file" in capsys.readouterr().err
