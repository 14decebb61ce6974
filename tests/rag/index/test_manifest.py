from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.corpus.skipped import Skipped
from rag.errors import IndexDamaged, IndexOutdated, Words
from rag.index.manifest import (
    MANIFEST,
    Counts,
    EncoderEntry,
    Fingerprints,
    Manifest,
    SourceEntry,
    check_files,
    read_manifest,
    stored_files,
)


def write_generation(folder: Path) -> Manifest:
    (folder / "lexical").mkdir()
    (folder / "articles.sqlite").write_bytes(b"articles")
    (folder / "lexical" / "words.npy").write_bytes(b"words")
    skipped = Skipped("库/坏.jsonl:2", Words("不是 JSON", "not JSON"))
    manifest = Manifest(
        generation="000001-20240501T080000Z",
        created="2024-05-01T08:00:00.000+00:00",
        roots=("/库",),
        encoder=EncoderEntry("bundled", 256, "static-1"),
        fingerprints=Fingerprints("p", "c", "l"),
        counts=Counts(3, 7),
        sources=(SourceEntry("库/好.txt", "ab", 20, 3, ()), SourceEntry("库/坏.jsonl", "", 9, 0, (skipped,))),
        files=stored_files(folder),
    )
    (folder / MANIFEST).write_text(manifest.to_json(), "utf-8")
    return manifest


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path):
    manifest = write_generation(tmp_path)
    assert read_manifest(tmp_path) == manifest
    assert [file.name for file in manifest.files] == ["articles.sqlite", "lexical/words.npy"]


@pytest.mark.parametrize("harm", ["", "{", "[]", "null", '{"schema": 3}', '{"schema": 3, "checksum": "x"}'])
def test_a_manifest_that_is_none_is_damaged(tmp_path: Path, harm: str):
    write_generation(tmp_path)
    (tmp_path / MANIFEST).write_text(harm, "utf-8")
    with pytest.raises(IndexDamaged) as caught:
        read_manifest(tmp_path)
    assert "wenju refresh" in caught.value.say("zh")
    assert str(tmp_path / MANIFEST) in caught.value.say("en")


def test_a_missing_manifest_is_damaged(tmp_path: Path):
    with pytest.raises(IndexDamaged):
        read_manifest(tmp_path)


def test_one_altered_figure_is_noticed(tmp_path: Path):
    write_generation(tmp_path)
    path = tmp_path / MANIFEST
    fields = json.loads(path.read_text("utf-8"))
    fields["counts"] = [4, 7]
    path.write_text(json.dumps(fields), "utf-8")
    with pytest.raises(IndexDamaged):
        read_manifest(tmp_path)


def test_another_schema_is_outdated_and_says_how_to_go_on(tmp_path: Path):
    (tmp_path / MANIFEST).write_text('{"schema": 99, "checksum": "x", "whatever": 1}', "utf-8")
    with pytest.raises(IndexOutdated) as caught:
        read_manifest(tmp_path)
    assert "99" in caught.value.say("zh")
    assert "wenju refresh --full" in caught.value.say("zh")


def test_sound_files_pass(tmp_path: Path):
    check_files(tmp_path, write_generation(tmp_path), full_check_mib=1)


def test_a_missing_file_is_noticed_by_name(tmp_path: Path):
    manifest = write_generation(tmp_path)
    (tmp_path / "lexical" / "words.npy").unlink()
    with pytest.raises(IndexDamaged, match=r"words\.npy"):
        check_files(tmp_path, manifest, full_check_mib=0)


def test_a_file_cut_short_is_noticed_even_in_a_large_index(tmp_path: Path):
    manifest = write_generation(tmp_path)
    (tmp_path / "articles.sqlite").write_bytes(b"arti")
    with pytest.raises(IndexDamaged):
        check_files(tmp_path, manifest, full_check_mib=0)


def test_one_turned_byte_is_noticed_in_a_small_index(tmp_path: Path):
    manifest = write_generation(tmp_path)
    (tmp_path / "articles.sqlite").write_bytes(b"articlEs")
    check_files(tmp_path, manifest, full_check_mib=0)
    with pytest.raises(IndexDamaged):
        check_files(tmp_path, manifest, full_check_mib=1)
