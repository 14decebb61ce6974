from __future__ import annotations

from pathlib import Path

import pytest

from rag.errors import GenerationNotFound, IndexDamaged, IndexNotFound
from rag.index import generations
from rag.index.generations import (
    BUILDING,
    CURRENT,
    NEXT,
    PRUNED,
    clear_leftovers,
    generations_folder,
    go_back,
    kept,
    next_name,
    prune,
    publish,
    published,
    start_building,
)
from rag.index.manifest import (
    MANIFEST,
    Counts,
    EncoderEntry,
    Fingerprints,
    Manifest,
    check_files,
    read_manifest,
    stored_files,
)


def build(index: Path, name: str) -> Path:
    folder = start_building(index)
    (folder / "articles.sqlite").write_text(name, "utf-8")
    manifest = Manifest(
        name, "2024-05-01", (), EncoderEntry("e", 1, "f"), Fingerprints("p", "c", "l"), Counts(0, 0), (),
        stored_files(folder),
    )  # fmt: skip
    (folder / MANIFEST).write_text(manifest.to_json(), "utf-8")
    return folder


def sound(folder: Path) -> None:
    check_files(folder, read_manifest(folder), full_check_mib=1)


def publish_one(index: Path) -> str:
    name = next_name(index)
    publish(index, build(index, name), name)
    return name


def test_there_is_no_index_before_the_first_publication(tmp_path: Path):
    with pytest.raises(IndexNotFound) as caught:
        published(tmp_path / "没有")
    assert "wenju refresh" in caught.value.say("zh")
    assert kept(tmp_path) == ()


def test_names_count_upwards_and_sort_by_number(tmp_path: Path):
    folder = generations_folder(tmp_path)
    for name in ("000009-20240501T080000Z", "1000000-20200101T000000Z", "000010-20230101T000000Z", "别的"):
        (folder / name).mkdir(parents=True)
    assert [name.split("-")[0] for name in kept(tmp_path)] == ["000009", "000010", "1000000"]
    assert next_name(tmp_path).startswith("1000001-")


def test_publishing_names_the_new_generation_and_leaves_nothing_beside(tmp_path: Path):
    first, second = publish_one(tmp_path), publish_one(tmp_path)
    assert published(tmp_path) == second
    assert kept(tmp_path) == (first, second)
    assert sorted(path.name for path in tmp_path.iterdir()) == [CURRENT, "generations"]
    assert sorted(path.name for path in generations_folder(tmp_path).iterdir()) == [first, second]


@pytest.mark.parametrize("words", ["", "x", "../000001-20240501T080000Z", "\x00\x01"])
def test_a_current_that_names_nothing_is_damaged(tmp_path: Path, words: str):
    (tmp_path / CURRENT).write_text(words, "utf-8")
    with pytest.raises(IndexDamaged) as caught:
        published(tmp_path)
    assert "wenju rollback" in caught.value.say("zh")


def test_what_is_being_built_is_no_generation(tmp_path: Path):
    first = publish_one(tmp_path)
    build(tmp_path, "x")
    assert kept(tmp_path) == (first,)
    clear_leftovers(tmp_path)
    assert not (generations_folder(tmp_path) / BUILDING).exists()


def test_a_generation_that_took_its_name_but_was_never_published_is_cleared(tmp_path: Path):
    first = publish_one(tmp_path)
    name = next_name(tmp_path)
    built = build(tmp_path, name)
    (tmp_path / NEXT).write_text(name + "\n", "utf-8")
    built.rename(generations_folder(tmp_path) / name)

    assert published(tmp_path) == first
    clear_leftovers(tmp_path)
    assert kept(tmp_path) == (first,)
    assert published(tmp_path) == first
    assert not (tmp_path / NEXT).exists()


def test_a_next_that_was_cut_short_clears_nothing_else(tmp_path: Path):
    first = publish_one(tmp_path)
    (tmp_path / NEXT).write_text("00000", "utf-8")
    clear_leftovers(tmp_path)
    assert kept(tmp_path) == (first,)
    assert published(tmp_path) == first


def test_going_back_is_to_the_one_before_or_to_the_one_named(tmp_path: Path):
    first, second, third = (publish_one(tmp_path) for _ in range(3))
    assert go_back(tmp_path, None, sound) == second
    assert go_back(tmp_path, None, sound) == first
    with pytest.raises(GenerationNotFound):
        go_back(tmp_path, None, sound)
    assert go_back(tmp_path, third, sound) == third
    assert published(tmp_path) == third
    with pytest.raises(GenerationNotFound) as caught:
        go_back(tmp_path, "000009-20240501T080000Z", sound)
    assert second in caught.value.say("zh")


def test_a_damaged_generation_is_not_gone_back_to(tmp_path: Path):
    first, second = publish_one(tmp_path), publish_one(tmp_path)
    (generations_folder(tmp_path) / first / "articles.sqlite").write_text("harm", "utf-8")
    with pytest.raises(IndexDamaged):
        go_back(tmp_path, first, sound)
    assert published(tmp_path) == second


def test_the_oldest_are_deleted_but_never_the_published_one(tmp_path: Path):
    first, second, third, fourth = (publish_one(tmp_path) for _ in range(4))
    go_back(tmp_path, first, sound)
    prune(tmp_path, keep=2)
    assert kept(tmp_path) == (first, third, fourth)
    assert second not in {path.name for path in generations_folder(tmp_path).iterdir()}
    assert published(tmp_path) == first


def test_a_deletion_that_was_interrupted_is_finished_later(tmp_path: Path):
    publish_one(tmp_path)
    half = generations_folder(tmp_path) / f"{PRUNED}000000-20240501T080000Z"
    half.mkdir()
    (half / "rest").write_text("x", "utf-8")
    clear_leftovers(tmp_path)
    assert not half.exists()


def test_every_instant_of_a_publication_shows_the_old_or_the_new(tmp_path: Path):
    """Stop before each step in turn: what is published can be opened, and is one of the two."""
    steps = ["sync_tree", "write_durably", "sync_folder", "replace"]
    for step in steps:
        index = tmp_path / step
        first = publish_one(index)
        name = next_name(index)
        built = build(index, name)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(generations, step, _power_cut)
            with pytest.raises(KeyboardInterrupt):
                publish(index, built, name)
        assert published(index) == first
        clear_leftovers(index)
        assert kept(index) == (first,)
        assert publish_one(index) == published(index)


def _power_cut(*_: object) -> None:
    raise KeyboardInterrupt
