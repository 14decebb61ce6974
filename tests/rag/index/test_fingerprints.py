from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from rag.corpus.chunks import ChunkSettings
from rag.corpus.readers.settings import ReadingSettings
from rag.index.fingerprints import current_fingerprints, parser_fingerprint, reading_fingerprint


def test_the_parser_has_one_fingerprint_in_every_process():
    script = "from rag.index.fingerprints import parser_fingerprint; print(parser_fingerprint())"
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == parser_fingerprint()


def test_chunk_settings_shape_the_chunking_alone():
    one, other = (
        current_fingerprints(ChunkSettings()),
        current_fingerprints(replace(ChunkSettings(), max_chars=77)),
    )
    assert one.parser == other.parser
    assert one.lexical == other.lexical
    assert one.chunking != other.chunking


def test_what_decides_the_text_of_a_file_is_part_of_the_fingerprint(monkeypatch: pytest.MonkeyPatch):
    plain = reading_fingerprint(ReadingSettings())
    assert reading_fingerprint(ReadingSettings(most_pages=7)) != plain
    asked = ReadingSettings(ocr=True)
    monkeypatch.setenv("PATH", "")
    without = reading_fingerprint(asked)
    assert without != plain
    # Whether tesseract is there matters only to those who ask for it.
    assert reading_fingerprint(ReadingSettings()) == plain


def test_installing_tesseract_reads_the_scans_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    before = reading_fingerprint(ReadingSettings(ocr=True))
    program = tmp_path / ("tesseract.exe" if os.name == "nt" else "tesseract")
    program.write_text("", "utf-8")
    program.chmod(0o755)
    assert reading_fingerprint(ReadingSettings(ocr=True)) != before
