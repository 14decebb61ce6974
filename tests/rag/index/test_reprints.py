"""Which reprints a refresh finds, and what it need not find anew."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from rag.index.contents import CutPage
from rag.index.manifest import MANIFEST, read_manifest, stored_files
from rag.index.reprints import find_reprints, known_before
from rag.index.reprints_db import REPRINTS_DB, KnownReprints, Reprint
from rag.index.snapshot import open_snapshot
from rag.index.status import status
from rag.reprints.settings import ReprintSettings

if TYPE_CHECKING:
    from tests.rag.index.conftest import Library, MakePage

SAID = "每班开工之前必须检查瓦斯浓度，超过百分之一的，立即停电撤人，并报告值班矿长。"
OTHER = "食堂每日供应三餐，夜班工人另有一顿热饭，伙食账目每月公布一次，请大家监督。"


def found(*pages: CutPage, before: KnownReprints = KnownReprints()) -> KnownReprints:
    return find_reprints(pages, ReprintSettings(), before)


@pytest.fixture
def pages(make_page: MakePage) -> list[CutPage]:
    return [
        make_page("一.txt", SAID),
        make_page("二.txt", SAID.replace("，", ",")),
        make_page("三.txt", OTHER),
    ]


def ids(pages: list[CutPage]) -> list[str]:
    return [cut.article.article_id for page in pages for cut in page.articles]


def test_a_reprint_is_told_with_the_places_of_its_passages(pages: list[CutPage]):
    one, two, _ = ids(pages)
    known = found(*pages)
    assert known.reprints == (Reprint(two, one, (0,)),)
    assert list(known.sketches) == ids(pages)


def test_what_is_known_of_before_is_taken_over_and_changes_nothing(pages: list[CutPage]):
    anew = found(*pages)
    again = found(*pages, before=anew)
    assert again == anew
    assert all(again.sketches[name] is anew.sketches[name] for name in ids(pages))
    assert again.reprints[0] is anew.reprints[0]


def test_an_article_that_goes_takes_its_reprints_along(pages: list[CutPage]):
    known = found(*pages[1:], before=found(*pages))
    assert known.reprints == ()
    assert list(known.sketches) == ids(pages[1:])


def test_progress_is_told(pages: list[CutPage]):
    told: list[int] = []
    find_reprints(pages, ReprintSettings(), on_progress=told.append)
    assert told == [0]


def test_a_refresh_finds_a_new_reprint_and_loses_it_again(indexed: Library):
    assert status(indexed.index).reprints == 0
    indexed.put(
        "转载", text="每班开工之前，必须检查瓦斯浓度；超过百分之一的，立即停电撤人。", title="井下须知"
    )
    indexed.refresh()
    snapshot = open_snapshot(indexed.index)
    titles = {article.article_id: article.title and article.title.text for article in snapshot.articles()}
    told = [(titles[one.article_id], titles[one.cited]) for one in snapshot.printings.reprints]
    assert told == [("井下须知", "班前瓦斯检查制度")]
    assert status(indexed.index).to_object()["reprints"] == 1
    indexed.remove("转载")
    indexed.refresh()
    assert status(indexed.index).reprints == 0


def test_other_settings_are_looked_with_anew_without_reading_a_file(indexed: Library):
    report = indexed.refresh(reprints=ReprintSettings(least_chars=5))
    assert (report.changes, report.encoded) == ((0, 0, 0), 0)
    assert report.generation == open_snapshot(indexed.index).generation
    assert indexed.refresh(reprints=ReprintSettings(least_chars=5)).generation == report.generation


def test_a_generation_without_reprints_is_answered_from_and_then_brought_up(indexed: Library):
    folder = open_snapshot(indexed.index).folder
    (folder / REPRINTS_DB).unlink()
    manifest = read_manifest(folder)
    old = replace(
        manifest, fingerprints=manifest.fingerprints._replace(reprints=""), files=stored_files(folder)
    )
    fields = json.loads(old.to_json())
    assert fields["fingerprints"][-1] == ""
    (folder / MANIFEST).write_text(old.to_json(), "utf-8")
    before = open_snapshot(indexed.index)
    assert len(before.printings) == 0
    assert known_before(before, manifest.fingerprints) == KnownReprints()
    report = indexed.refresh()
    assert (report.changes, report.encoded) == ((0, 0, 0), 0)
    assert (open_snapshot(indexed.index).folder / REPRINTS_DB).exists()
