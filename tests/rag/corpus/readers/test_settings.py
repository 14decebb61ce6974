from pathlib import Path

import pytest

from rag.config import load_settings
from rag.corpus.readers.settings import ReadingSettings
from rag.errors import SettingsError


def test_pictures_are_read_only_when_asked(tmp_path: Path):
    assert load_settings({}, tmp_path).reading == ReadingSettings(ocr=False)
    assert load_settings({"WENJU_READING_OCR": "true"}, tmp_path).reading.ocr
    (tmp_path / "wenju.toml").write_text("[reading]\nocr = true\nfile_seconds = 30\n", "utf-8")
    assert load_settings({}, tmp_path).reading == ReadingSettings(ocr=True, file_seconds=30.0)


@pytest.mark.parametrize("name", ["FILE_SECONDS", "MEMORY_MIB", "UNPACKED_MIB", "MOST_CHARACTERS"])
def test_a_bound_that_lets_nothing_through_is_refused(name: str, tmp_path: Path):
    with pytest.raises(SettingsError) as caught:
        load_settings({f"WENJU_READING_{name}": "0"}, tmp_path)
    assert name.lower() in caught.value.say("zh")
