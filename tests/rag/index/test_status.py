from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.errors import GenerationNotFound, IndexBusy, IndexDamaged, IndexNotFound
from rag.index.generations import generations_folder, published
from rag.index.lock import writer_lock
from rag.index.manifest import MANIFEST, read_manifest, stored_files
from rag.index.snapshot import open_snapshot
from rag.index.status import generations, rollback, status

if TYPE_CHECKING:
    from tests.rag.index.conftest import Library


def test_the_status_tells_what_is_published_and_from_what(twice: Library):
    shown = status(twice.index).to_object()
    assert shown["generation"] == published(twice.index)
    assert (shown["articles"], shown["chunks"], shown["files"], shown["generations"]) == (4, 4, 4, 2)
    assert shown["corpus"] == [str(twice.corpus.resolve())]
    assert shown["encoder"]["name"] == str(twice.model)
    assert shown["bytes"] > 1000
    json.dumps(shown)


def test_generations_are_listed_oldest_first(twice: Library):
    shown = [generation.to_object() for generation in generations(twice.index)]
    assert [(one["articles"], one["published"], one["damaged"]) for one in shown] == [
        (3, False, False),
        (4, True, False),
    ]


def test_a_damaged_generation_is_listed_as_such(twice: Library):
    first = generations(twice.index)[0].name
    (generations_folder(twice.index) / first / "manifest.json").unlink()
    shown = generations(twice.index)[0].to_object()
    assert (shown["damaged"], shown["articles"]) == (True, None)


def test_rolling_back_publishes_the_one_before(twice: Library):
    first, second = (generation.name for generation in generations(twice.index))
    assert rollback(twice.index).to_object() == {"generation": first, "replaced": second}
    assert open_snapshot(twice.index).n_articles == 3
    assert rollback(twice.index, second).generation == second
    assert open_snapshot(twice.index).n_articles == 4


def test_a_generation_that_this_program_cannot_read_is_not_gone_back_to(twice: Library):
    first, second = (generation.name for generation in generations(twice.index))
    folder = generations_folder(twice.index) / first
    (folder / "vectors.faiss").write_bytes(b"of another version")
    manifest = replace(read_manifest(folder), files=stored_files(folder))
    (folder / MANIFEST).write_text(manifest.to_json(), "utf-8")
    with pytest.raises(IndexDamaged):
        rollback(twice.index)
    assert published(twice.index) == second


def test_a_refresh_after_going_back_makes_a_later_generation(twice: Library):
    rollback(twice.index)
    report = twice.refresh()
    assert (report.articles, report.changes.added, report.encoded) == (4, 1, 0)
    assert [generation.published for generation in generations(twice.index)] == [False, False, True]


def test_there_is_nothing_before_the_first(indexed: Library):
    with pytest.raises(GenerationNotFound):
        rollback(indexed.index)


def test_going_back_waits_its_turn(twice: Library):
    with writer_lock(twice.index), pytest.raises(IndexBusy):
        rollback(twice.index)


def test_a_current_that_names_nothing_is_mended_by_naming_one(twice: Library):
    first = generations(twice.index)[0].name
    (twice.index / "CURRENT").write_text("?", "utf-8")
    assert rollback(twice.index, first).to_object() == {"generation": first, "replaced": None}
    assert open_snapshot(twice.index).n_articles == 3


def test_without_an_index_there_is_nothing_to_tell(library: Library):
    for tell in (status, generations, rollback):
        with pytest.raises(IndexNotFound):
            tell(library.index)
