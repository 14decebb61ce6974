from __future__ import annotations

from pathlib import Path

import pytest

from rag.answering.reader.registry import load_reader
from rag.errors import ReaderUnavailable


def test_none_is_no_reader():
    assert load_reader("none") is None


def test_the_bundled_reader_is_loaded_once():
    reader = load_reader("bundled")
    assert reader is not None
    assert reader.name == "bundled"
    assert load_reader("bundled") is reader


def test_a_folder_that_is_not_there_is_told_with_its_place_and_the_mend(tmp_path: Path):
    with pytest.raises(ReaderUnavailable) as told:
        load_reader(str(tmp_path / "没有"))
    assert str(tmp_path / "没有") in told.value.say("zh")
    assert "bundled" in told.value.say("zh")
    assert "give the model's folder" in told.value.say("en")


def test_a_folder_without_a_model_is_told_too(tmp_path: Path):
    with pytest.raises(ReaderUnavailable) as told:
        load_reader(str(tmp_path))
    assert str(tmp_path) in told.value.say("zh")
    assert told.value.mend is not None
