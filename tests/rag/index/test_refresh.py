from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from safetensors.numpy import load_file, save_file

from rag.corpus.chunks import ChunkSettings
from rag.errors import CorpusNotFound, EncoderUnavailable, IndexBusy, IndexNotWritable
from rag.index.generations import BUILDING, generations_folder, kept, published
from rag.index.lock import writer_lock
from rag.index.manifest import MANIFEST
from rag.index.plan import ArticleChanges
from rag.index.progress import Progress, Stage
from rag.index.refresh import refresh
from rag.index.request import RefreshReport, RefreshRequest
from rag.index.settings import IndexSettings
from rag.index.snapshot import open_snapshot

if TYPE_CHECKING:
    from tests.rag.index.conftest import Library


def figures(report: RefreshReport) -> tuple[int, ...]:
    """articles, chunks, encoded, reused, added, changed, removed."""
    return (report.articles, report.chunks, report.encoded, report.reused, *report.changes)


def everything(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(p): (p.stat().st_mtime_ns, p.stat().st_ino) for p in folder.rglob("*")}


def test_the_first_refresh_reads_and_encodes_everything(library: Library):
    report = library.refresh()
    assert figures(report) == (3, 3, 3, 0, 3, 0, 0)
    assert report.generation == published(library.index)
    assert report.skipped == ()
    assert report.notes == ()


def test_the_report_has_the_fields_that_scripts_read(library: Library):
    (library.corpus / "照片.png").write_bytes(b"\x89PNG")
    shown = library.refresh().to_object()
    assert list(shown) == [
        "generation", "articles", "chunks", "encoded", "reused", "added", "changed", "removed", "skipped",
        "seconds",
    ]  # fmt: skip
    (skipped,) = shown["skipped"]
    assert skipped["file"] == "照片.png"
    assert ".png" in skipped["reason"]
    json.dumps(shown)


def test_an_unchanged_library_publishes_nothing(indexed: Library):
    before = everything(indexed.index / "generations")
    report = indexed.refresh()
    assert figures(report) == (3, 3, 0, 3, 0, 0, 0)
    assert report.generation == published(indexed.index) == kept(indexed.index)[0]
    assert everything(indexed.index / "generations") == before


def test_a_file_touched_but_not_changed_publishes_nothing(indexed: Library):
    os.utime(indexed.corpus / "瓦斯.jsonl", (1, 1))
    indexed.refresh()
    assert len(kept(indexed.index)) == 1


def test_an_edit_that_keeps_size_and_time_is_seen(indexed: Library):
    path = indexed.corpus / "技校.jsonl"
    was = path.stat()
    path.write_bytes(path.read_bytes().replace("三百".encode(), "五百".encode()))
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert path.stat().st_size == was.st_size
    assert figures(indexed.refresh()) == (3, 3, 1, 2, 0, 1, 0)


def test_new_changed_and_removed_articles_are_counted_each(indexed: Library):
    indexed.put("食堂")
    indexed.put("产假", text="女职工生育享受一百五十八天产假。")
    indexed.remove("瓦斯")
    assert figures(indexed.refresh()) == (3, 3, 2, 1, 1, 1, 1)
    titles = [article.title.text for article in open_snapshot(indexed.index).articles() if article.title]
    assert sorted(titles) == sorted(["女职工产假的规定", "技工学校培养新工人", "办好职工食堂"])


def test_a_renamed_file_is_read_but_not_encoded_again(indexed: Library):
    (indexed.corpus / "瓦斯.jsonl").rename(indexed.corpus / "瓦斯检查.jsonl")
    assert figures(indexed.refresh()) == (3, 3, 0, 3, 1, 0, 1)


def test_unchanged_files_are_carried_over_as_they_were(indexed: Library):
    before = {article.file: article for article in open_snapshot(indexed.index).articles()}
    indexed.put("食堂")
    indexed.refresh()
    after = {article.file: article for article in open_snapshot(indexed.index).articles()}
    assert {file: after[file] for file in before} == before
    assert set(after) - set(before) == {"食堂.jsonl"}


def test_the_paths_of_this_call_alone_are_the_corpus(indexed: Library):
    report = refresh(replace(indexed.request(), paths=(indexed.corpus / "产假.jsonl",)))
    assert figures(report) == (1, 1, 0, 1, 0, 0, 2)
    assert open_snapshot(indexed.index).manifest.roots == (str(indexed.corpus / "产假.jsonl"),)


def test_other_chunk_settings_cut_everything_again(indexed: Library):
    report = refresh(replace(indexed.request(), chunks=replace(ChunkSettings(), max_chars=200)))
    assert report.generation != kept(indexed.index)[0]
    assert report.changes == ArticleChanges(0, 0, 0)


def test_a_full_refresh_encodes_everything_again(indexed: Library):
    assert figures(indexed.refresh(full=True)) == (3, 3, 3, 0, 0, 0, 0)
    assert len(kept(indexed.index)) == 2


def test_a_dry_run_tells_the_figures_and_writes_nothing(indexed: Library):
    indexed.put("食堂")
    indexed.put("产假", text="女职工生育享受一百五十八天产假。")
    indexed.remove("瓦斯")
    before = everything(indexed.index)
    plan = indexed.refresh(dry_run=True)
    assert everything(indexed.index) == before
    assert plan.generation == published(indexed.index)
    assert figures(plan) == figures(indexed.refresh()) == (3, 3, 2, 1, 1, 1, 1)


def test_a_dry_run_before_the_first_refresh_makes_no_folder(library: Library):
    plan = library.refresh(dry_run=True)
    assert figures(plan) == (3, 3, 3, 0, 3, 0, 0)
    assert plan.generation is None
    assert not library.index.exists()


def test_a_dry_run_does_not_wait_for_a_writer(indexed: Library):
    with writer_lock(indexed.index):
        assert figures(indexed.refresh(dry_run=True)) == (3, 3, 0, 3, 0, 0, 0)


def test_one_bad_file_stops_nothing_and_is_reported_every_time(library: Library):
    (library.corpus / "坏.jsonl").write_text('{"id": "x", "text": \n不是 JSON\n', "utf-8")
    (library.corpus / "图.txt").write_bytes(bytes(range(256)) * 8)
    for _ in range(2):
        report = library.refresh()
        assert report.articles == 3
        assert {one.file.split(":")[0] for one in report.skipped} == {"坏.jsonl", "图.txt"}
    assert len(kept(library.index)) == 1


def test_an_emptied_library_is_published_and_said(indexed: Library):
    for name in ("产假", "瓦斯", "技校"):
        indexed.remove(name)
    report = indexed.refresh()
    assert figures(report) == (0, 0, 0, 0, 0, 0, 3)
    assert "空" in report.notes[0].zh
    assert open_snapshot(indexed.index).articles() == ()
    assert indexed.refresh().notes == report.notes


def test_the_same_words_twice_in_one_file_are_one_article(library: Library):
    path = library.corpus / "瓦斯.jsonl"
    path.write_text(path.read_text("utf-8") * 2, "utf-8")
    assert library.refresh().articles == 3


def test_a_path_that_is_not_there_makes_no_index(tmp_path: Path):
    with pytest.raises(CorpusNotFound):
        refresh(RefreshRequest((tmp_path / "没有",), tmp_path / "索引"))
    assert not (tmp_path / "索引").exists()


def test_an_encoder_that_is_not_there_leaves_the_index_as_it_is(indexed: Library):
    with pytest.raises(EncoderUnavailable):
        indexed.refresh(encoder="./没有这个模型")
    assert len(kept(indexed.index)) == 1


def test_a_second_refresh_at_the_same_time_is_turned_away(indexed: Library):
    indexed.put("食堂")
    with writer_lock(indexed.index), pytest.raises(IndexBusy):
        indexed.refresh()
    assert indexed.refresh().articles == 4


@pytest.mark.parametrize("part", [MANIFEST, "articles.sqlite", "vectors.faiss", "lexical/lexical.json"])
def test_a_damaged_generation_is_made_anew_by_a_plain_refresh(indexed: Library, part: str):
    path = generations_folder(indexed.index) / published(indexed.index) / part
    path.write_bytes(path.read_bytes()[:-3])
    report = indexed.refresh()
    assert report.articles == 3
    assert open_snapshot(indexed.index).generation == report.generation == kept(indexed.index)[-1]


def test_only_the_last_generations_are_kept(indexed: Library):
    for text in ("第一次改动的内容。", "第二次改动的内容。", "第三次改动的内容。"):
        indexed.put("食堂", text=text)
        last = indexed.refresh(settings=IndexSettings(generations_kept=2))
    assert len(kept(indexed.index)) == 2
    assert kept(indexed.index)[-1] == last.generation


class Interrupted(Exception):
    """Raised by a listener, as Ctrl-C would be, in the middle of a refresh."""


@pytest.mark.parametrize("stage", list(Stage), ids=lambda stage: stage.name)
@pytest.mark.parametrize("at_the_end", [False, True])
def test_a_refresh_that_ends_at_any_stage_leaves_a_whole_index(
    indexed: Library, stage: Stage, at_the_end: bool
):
    old = published(indexed.index)
    indexed.put("食堂")

    def interrupt(progress: Progress) -> None:
        if progress.stage is stage and (progress.done == progress.total or not at_the_end):
            raise Interrupted

    with pytest.raises(Interrupted):
        refresh(indexed.request(), interrupt)
    after_the_last_step = stage is Stage.PUBLISHING and at_the_end
    assert (published(indexed.index) == old) is not after_the_last_step
    assert open_snapshot(indexed.index).n_articles == (4 if after_the_last_step else 3)

    assert figures(indexed.refresh())[:2] == (4, 4)
    assert not (generations_folder(indexed.index) / BUILDING).exists()
    assert len(kept(indexed.index)) == 2


def test_progress_names_the_stages_in_order_and_reaches_the_end_of_each(library: Library):
    heard: list[Progress] = []
    refresh(library.request(), heard.append)
    assert list(dict.fromkeys(progress.stage for progress in heard)) == list(Stage)
    last = {progress.stage: progress for progress in heard}
    assert all(progress.done == progress.total for progress in last.values())


def test_without_a_name_the_encoder_of_the_index_is_used(indexed: Library):
    indexed.put("食堂")
    assert figures(indexed.refresh(encoder=None)) == (4, 4, 1, 3, 1, 0, 0)
    assert open_snapshot(indexed.index).manifest.encoder.name == str(indexed.model)


def test_another_encoder_encodes_everything_and_is_kept(indexed: Library):
    assert figures(indexed.refresh(encoder="bundled")) == (3, 3, 3, 0, 0, 0, 0)
    assert figures(indexed.refresh(encoder=None)) == (3, 3, 0, 3, 0, 0, 0)
    assert open_snapshot(indexed.index).manifest.encoder.name == "bundled"


def test_going_back_to_an_encoder_encodes_nothing(indexed: Library, reranker_folder: Path):
    """The vectors of each are kept, by its fingerprint; the cross-encoder serves as any other BERT here."""
    transformer = str(reranker_folder)
    assert figures(indexed.refresh(encoder=transformer)) == (3, 3, 3, 0, 0, 0, 0)
    assert figures(indexed.refresh(encoder=str(indexed.model))) == (3, 3, 0, 3, 0, 0, 0)
    assert figures(indexed.refresh(encoder=transformer)) == (3, 3, 0, 3, 0, 0, 0)
    indexed.put("食堂")
    assert figures(indexed.refresh(encoder=None)) == (4, 4, 1, 3, 1, 0, 0)
    assert open_snapshot(indexed.index).manifest.encoder.name == transformer


def test_a_static_model_trained_anew_is_noticed(indexed: Library, tmp_path: Path):
    folder = tmp_path / "模型"
    shutil.copytree(indexed.model, folder)
    indexed.refresh(encoder=str(folder))
    tensors = load_file(folder / "model.safetensors")
    save_file({name: -rows for name, rows in tensors.items()}, folder / "model.safetensors")
    assert figures(indexed.refresh(encoder=None)) == (3, 3, 3, 0, 0, 0, 0)


def test_an_index_inside_the_corpus_is_no_part_of_it(library: Library):
    request = replace(library.request(), index=library.corpus / "库" / "索引")
    first = refresh(request)
    assert refresh(request).generation == first.generation
    assert (first.articles, refresh(request).skipped) == (3, ())


def test_a_place_that_cannot_be_written_to_is_told(library: Library, tmp_path: Path):
    (tmp_path / "文件").write_text("不是文件夹", "utf-8")
    with pytest.raises(IndexNotWritable) as caught:
        refresh(replace(library.request(), index=tmp_path / "文件" / "索引"))
    assert "磁盘" in caught.value.say("zh")
