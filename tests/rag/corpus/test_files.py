import os
from pathlib import Path

import pytest

from rag.corpus.files import FileSettings, FoundFiles, find_files
from rag.errors import CorpusNotFound


def write(path: Path, text: str = "安全生产。") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(found: FoundFiles) -> list[str]:
    return [file.name for file in found.files]


def reasons(found: FoundFiles) -> dict[str, str]:
    return {skip.file: skip.reason.zh for skip in found.skipped}


def test_folders_are_searched_to_the_bottom_in_a_stable_order(tmp_path: Path):
    for name in ("b.txt", "a/2.md", "a/1.TXT", "a/深/3.jsonl"):
        write(tmp_path / name)
    assert names(find_files([tmp_path])) == ["a/1.TXT", "a/2.md", "a/深/3.jsonl", "b.txt"]


def test_a_file_given_by_itself_has_its_base_name(tmp_path: Path):
    assert names(find_files([write(tmp_path / "报" / "一.txt")])) == ["一.txt"]


def test_hidden_files_and_folders_are_left_out_silently(tmp_path: Path):
    for name in (".git/a.txt", ".hidden.txt", "~$报告.docx", "a.txt"):
        write(tmp_path / name)
    found = find_files([tmp_path])
    assert names(found) == ["a.txt"]
    assert found.skipped == ()


def test_what_cannot_be_read_is_reported_with_its_reason(tmp_path: Path):
    write(tmp_path / "a.txt")
    write(tmp_path / "照片.png")
    write(tmp_path / "空.txt", "")
    write(tmp_path / "大.txt", "安" * 100)
    os.mkfifo(tmp_path / "管道.txt")
    found = find_files([tmp_path], FileSettings(max_bytes=99))
    assert names(found) == ["a.txt"]
    assert sorted(reasons(found)) == ["大.txt", "照片.png", "空.txt", "管道.txt"]
    assert reasons(found)["空.txt"] == "空文件"
    assert reasons(found)["管道.txt"] == "不是普通文件"


def test_a_link_back_up_does_not_go_round_for_ever(tmp_path: Path):
    write(tmp_path / "a" / "1.txt")
    (tmp_path / "a" / "回").symlink_to(tmp_path)
    found = find_files([tmp_path])
    assert names(found) == ["a/1.txt"]
    assert "a/回" in reasons(found)


def test_a_dangling_link_is_reported(tmp_path: Path):
    (tmp_path / "断.txt").symlink_to(tmp_path / "没有.txt")
    assert list(reasons(find_files([tmp_path]))) == ["断.txt"]


def test_two_roots_with_one_name_are_told_apart_by_their_folders(tmp_path: Path):
    write(tmp_path / "上" / "1.txt", "甲。")
    write(tmp_path / "下" / "1.txt", "乙。")
    assert names(find_files([tmp_path / "上", tmp_path / "下"])) == ["1.txt", "下/1.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path):
    path = write(tmp_path / "1.txt")
    assert names(find_files([path, tmp_path])) == ["1.txt"]


def test_a_path_that_is_not_there_is_an_error_with_its_place(tmp_path: Path):
    with pytest.raises(CorpusNotFound) as caught:
        find_files([tmp_path / "没有"])
    assert "没有" in caught.value.where
