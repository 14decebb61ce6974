"""The benchmark of taking pages apart, on pages so few that it runs in a second."""

import json
from pathlib import Path

import pytest

from eval.benchmarks.parsing import main, speed_of, texts_of

TEXT = "把热饭端到井口\n\n□ 江 平\n\n食堂建在井口旁边，每天供应四顿热饭，下夜班的矿工升井以后也能吃上一碗热面。\n"


def test_a_speed_counts_characters_and_bytes_once_however_often_they_are_read():
    speed = speed_of([TEXT, TEXT], times=2)
    assert speed.characters == 2 * len(TEXT)
    assert speed.megabytes == pytest.approx(2 * len(TEXT.encode()) / 1e6)
    assert speed.seconds > 0


def test_the_pages_of_a_folder_are_read(tmp_path: Path):
    (tmp_path / "矿区周报.txt").write_text(TEXT, encoding="utf-8")
    assert texts_of([tmp_path]) == [TEXT]


def test_the_table_goes_to_standard_error_and_the_figures_to_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "矿区周报.txt").write_text(TEXT, encoding="utf-8")
    assert main(["--corpus", str(tmp_path), "--times", "1"]) == 0
    said = capsys.readouterr()
    assert list(json.loads(said.out)) == ["page by page", *(f"{n}×, in one file" for n in (1, 2, 4, 8))]
    assert "MB/s" in said.err


def test_a_corpus_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--corpus", str(tmp_path / "没有")]) == 1
    assert "没有" in capsys.readouterr().err
