import json
from pathlib import Path

import pytest

from eval.benchmarks import sample_files as made
from rag.corpus.page import SourceFile
from rag.corpus.readers import SUFFIXES, read_pages
from rag.corpus.readers.read_file import ReadFile
from rag.errors import Unreadable


def read(tmp_path: Path, name: str, data: bytes | str) -> ReadFile:
    path = tmp_path / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return read_pages(SourceFile(path, name))


@pytest.mark.parametrize("name", ["一.txt", "一.md", "一.MD"])
def test_a_text_file_is_one_page_without_fields(tmp_path: Path, name: str):
    (page,) = read(tmp_path, name, "\ufeff# 安全\r\n生产。").pages
    assert (page.file, page.record, page.text, page.title) == (name, None, "# 安全\r\n生产。", None)


def test_white_space_alone_is_unreadable(tmp_path: Path):
    with pytest.raises(Unreadable):
        read(tmp_path, "一.txt", " \n\u3000")


def test_every_record_is_a_page_with_its_fields(tmp_path: Path):
    record = {
        "id": 7,
        "title": "管好仓库",
        "text": "一、编号\n货架有号。",
        "author": "林远",
        "date": "2020-01-02",
    }
    (page,) = read(tmp_path, "库.jsonl", json.dumps(record, ensure_ascii=False)).pages
    assert (page.record, page.title, page.author, page.affiliation) == ("7", "管好仓库", "林远", None)
    assert page.date == "2020-01-02"
    assert page.text == "一、编号\n货架有号。"


def test_bad_lines_are_reported_and_the_rest_is_read(tmp_path: Path):
    lines = (
        '{"id": "1", "text": "安全。"}',
        "",
        "不是 JSON",
        "[1]",
        '{"text": "没有名字"}',
        '{"id": "2", "text": " "}',
        '{"id": "1", "text": "重复。"}',
        '{"id": "3", "text": "\\ud800"}',
        '{"id": "4", "text": "生\u2028产。", "title": 5}',
    )
    found = read(tmp_path, "库.jsonl", "\n".join(lines))
    assert [page.record for page in found.pages] == ["1", "4"]
    assert found.pages[1].title is None
    said = [skip.reason.zh for skip in found.skipped]
    assert [line.split("：")[0] for line in said] == [f"第 {n} 行" for n in (3, 4, 5, 6, 7, 8)]


def test_a_file_without_one_sound_record_is_unreadable(tmp_path: Path):
    for text in ("{}", "\n\n"):
        with pytest.raises(Unreadable):
            read(tmp_path, "库.jsonl", text)


def test_a_file_that_is_gone_or_of_unknown_kind_says_so(tmp_path: Path):
    with pytest.raises(Unreadable):
        read_pages(SourceFile(tmp_path / "没有.txt", "没有.txt"))
    with pytest.raises(Unreadable):
        read(tmp_path, "图.png", "x")


SOUND = {
    ".txt": "安全。",
    ".md": "安全。",
    ".jsonl": '{"id": "1", "text": "安全。"}',
    ".csv": "id,text\n1,安全。\n",
    ".pdf": made.pdf([made.lines_down(["安全。"])]),
    ".docx": made.docx(made.paragraph("安全。")),
    ".epub": made.epub(["<p>安全。</p>"]),
    ".html": made.html("<p>安全。</p>"),
    ".htm": made.html("<p>安全。</p>"),
    ".xhtml": made.html("<p>安全。</p>"),
}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_suffix_has_its_reader(tmp_path: Path, suffix: str):
    (page,) = read(tmp_path, f"一{suffix}", SOUND[suffix]).pages
    assert (page.file, page.text) == (f"一{suffix}", "安全。")
