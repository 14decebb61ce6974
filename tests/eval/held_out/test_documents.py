"""The documents of the held-out corpus are named, fetched and checked."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.held_out.documents import (
    Document,
    HeldOutDataError,
    corpus_files,
    file_text,
    held_out_documents,
)

NEWS = "站区昨日换了三十盏灯。"
NOTICE = Document("甲.txt", "news", "1", hashlib.sha256(NEWS.encode()).hexdigest()[:16])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    row = json.dumps({"id": "1", "title": "", "text": NEWS}, ensure_ascii=False)
    (tmp_path / "news" / "docs.jsonl.gz").write_bytes(gzip.compress(f"{row}\n".encode()))
    return tmp_path


def test_a_document_without_a_title_is_its_text(data: Path):
    assert corpus_files(data, [NOTICE]) == {"甲.txt": NEWS + "\n"}


def test_a_headline_of_our_own_stands_above_the_text(data: Path):
    assert corpus_files(data, [replace(NOTICE, headline="新灯")]) == {"甲.txt": f"新灯\n\n{NEWS}\n"}


def test_a_title_inside_the_text_gets_a_line_by_itself():
    assert file_text(replace(NOTICE, title=(0, 2)), NEWS) == "站区\n\n昨日换了三十盏灯。\n"


def test_a_text_that_ends_in_a_newline_is_left_as_it_is():
    text = NEWS + "\n"
    document = replace(NOTICE, sha256=hashlib.sha256(text.encode()).hexdigest()[:16])
    assert file_text(document, text) == text


def test_another_edition_of_a_text_is_refused():
    with pytest.raises(HeldOutDataError, match="not the text that the questions were written over: 1"):
        file_text(NOTICE, NEWS.replace("三十", "四十"))


def test_a_document_that_is_not_in_the_data_is_named(data: Path):
    with pytest.raises(HeldOutDataError, match="no such document in the data: 2"):
        corpus_files(data, [replace(NOTICE, id="2")])


def test_a_set_that_is_not_in_the_data_is_named(data: Path):
    with pytest.raises(HeldOutDataError, match=r"no such data file: .*laws"):
        corpus_files(data, [replace(NOTICE, set="laws")])


def test_every_document_has_a_file_of_its_own():
    documents = held_out_documents()
    assert len(documents) == 206
    assert len({document.file for document in documents}) == 206
    assert len({(document.set, document.id) for document in documents}) == 206
    assert {document.set for document in documents} == {"crud_news", "laws", "just_laws"}


def test_a_document_has_its_own_title_or_our_headline_never_both():
    documents = held_out_documents()
    assert not [document for document in documents if document.headline and document.title]
    assert sum(1 for document in documents if document.headline) == 11
    assert sum(1 for document in documents if document.title) == 14
