from __future__ import annotations

from typing import TYPE_CHECKING

import rag.retrieval.contents
from rag.index.generations import generations_folder, published
from rag.index.settings import IndexSettings
from rag.index.snapshot import LEXICAL, open_snapshot
from rag.index.words import words_before

if TYPE_CHECKING:
    import pytest

    from tests.rag.index.conftest import Library

UNCHECKED = IndexSettings(full_check_mib=0)
"""Opens an index without its checksums, as a large one is opened."""


def words_on_disk(library: Library) -> dict[str, bytes]:
    folder = generations_folder(library.index) / published(library.index) / LEXICAL
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def counted_during(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are cut into words from now on."""
    cut: list[str] = []
    tokenise = rag.retrieval.contents.tokenise
    monkeypatch.setattr(rag.retrieval.contents, "tokenise", lambda text: cut.append(text) or tokenise(text))
    return cut


def test_only_the_words_of_changed_articles_are_counted_again(
    indexed: Library, monkeypatch: pytest.MonkeyPatch
):
    indexed.put("食堂", "食堂改为每日供应四餐。")
    cut = counted_during(monkeypatch)
    indexed.refresh()
    assert "食堂改为每日供应四餐。" in cut
    assert not [text for text in cut if "产假" in text or "瓦斯" in text]


def test_words_carried_over_are_those_counted_anew(indexed: Library):
    indexed.put("食堂", "食堂改为每日供应四餐。")
    indexed.remove("产假")
    indexed.refresh()
    carried = words_on_disk(indexed)
    indexed.refresh(full=True)
    assert words_on_disk(indexed) == carried


def test_a_byte_that_changed_on_the_disk_is_not_carried_over(indexed: Library):
    before = open_snapshot(indexed.index, UNCHECKED)
    assert words_before(before) is not None
    path = max((before.folder / LEXICAL).rglob("*.npy"), key=lambda path: path.stat().st_size)
    path.write_bytes(path.read_bytes()[:-1] + b"\x7f")
    assert words_before(open_snapshot(indexed.index, UNCHECKED)) is None


def test_without_a_generation_there_are_no_words():
    assert words_before(None) is None
