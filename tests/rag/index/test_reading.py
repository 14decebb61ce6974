from __future__ import annotations

from pathlib import Path

from rag.corpus.chunks import ChunkSettings
from rag.corpus.page import SourceFile
from rag.index.plan import file_state
from rag.index.reading import ReadSource, read_source


def read(path: Path) -> ReadSource:
    return read_source(file_state(SourceFile(path, path.name)), ChunkSettings())


def test_every_record_is_a_page_with_its_article(tmp_path: Path):
    path = tmp_path / "库.jsonl"
    path.write_text(
        '{"id": "甲", "title": "食堂", "text": "食堂每日供应三餐。"}\n'
        '{"id": "乙", "title": "技校", "text": "技校培训新工人三百名。"}\n',
        "utf-8",
    )
    source = read(path)
    assert [(page.record, len(page.articles)) for page in source.pages] == [("甲", 1), ("乙", 1)]
    assert (source.entry.articles, source.entry.skipped) == (2, ())
    assert source.entry.size_bytes == path.stat().st_size


def test_a_bad_line_costs_only_itself(tmp_path: Path):
    path = tmp_path / "库.jsonl"
    path.write_text('{"id": "甲", "title": "食堂", "text": "食堂每日供应三餐。"}\n这一行不是 JSON\n', "utf-8")
    source = read(path)
    assert source.entry.articles == 1
    assert len(source.entry.skipped) == 1


def test_a_file_that_is_no_text_has_a_reason_and_no_pages(tmp_path: Path):
    path = tmp_path / "图.txt"
    path.write_bytes(bytes(range(256)) * 8)
    source = read(path)
    assert source.pages == ()
    (skipped,) = source.entry.skipped
    assert skipped.file == "图.txt"
    assert skipped.reason.zh


def test_a_file_that_vanished_is_reported(tmp_path: Path):
    source = read(tmp_path / "没有.txt")
    assert (source.entry.digest, source.pages) == ("", ())
    assert len(source.entry.skipped) == 1
