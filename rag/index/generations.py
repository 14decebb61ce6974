"""Which generations are kept, which one is published, and how does another take its place?

::

    <index>/
      CURRENT                   the name of the published generation: the only file ever replaced
      CURRENT.next              between the last two steps of a publication only
      writer.lock, writer.json  see ``lock``
      vectors.sqlite            the vector cache, shared by all generations
      generations/<name>/       immutable once published
      generations/.building/    what a refresh is writing
      generations/.pruned-…/    what is being deleted

Publishing is three steps, each one rename or one small file: ``CURRENT.next`` names the generation, the
folder takes its name, ``CURRENT.next`` becomes ``CURRENT``. A crash between them leaves the old generation
published, and ``CURRENT.next`` tells the next refresh which folder nobody ever saw.
"""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rag.errors import GenerationNotFound, IndexDamaged, IndexNotFound, Words
from rag.index.durable import replace, sync_folder, sync_tree, write_durably
from rag.index.manifest import REFRESH_FULL

CURRENT = "CURRENT"
NEXT = "CURRENT.next"
BACK = "CURRENT.back"
VECTOR_CACHE = "vectors.sqlite"
BUILDING = ".building"
PRUNED = ".pruned-"
NAME = re.compile(r"(\d{6,})-\d{8}T\d{6}Z")
"""A running number, which gives the order even when the clock was set back, and the time for people."""

log = logging.getLogger(__name__)


def generations_folder(index: Path) -> Path:
    """Where the generations of an index are."""
    return index / "generations"


def published(index: Path) -> str:
    """The name of the published generation.

    Raises ``IndexNotFound`` where none was ever published, ``IndexDamaged`` where CURRENT names none.
    """
    path = index / CURRENT
    try:
        name = path.read_text("utf-8", errors="replace").strip()
    except (FileNotFoundError, NotADirectoryError) as fault:
        raise IndexNotFound(
            Words("这里还没有索引", "there is no index here"),
            where=str(index),
            mend=Words(
                "先运行 wenju refresh 文件夹 --index 索引", "first run wenju refresh FOLDER --index INDEX"
            ),
        ) from fault
    if not NAME.fullmatch(name):
        raise IndexDamaged(
            Words("CURRENT 没有写明是哪一版", "CURRENT names no generation"),
            where=str(path),
            mend=Words(
                "用 wenju rollback 指定一版，或重新运行 wenju refresh",
                "name one with wenju rollback, or run wenju refresh again",
            ),
        )
    return name


def kept(index: Path) -> tuple[str, ...]:
    """The names of all generations that are on disk, oldest first."""
    folder = generations_folder(index)
    if not folder.is_dir():
        return ()
    return tuple(sorted((p.name for p in folder.iterdir() if NAME.fullmatch(p.name)), key=_number))


def next_name(index: Path) -> str:
    """A name later than all that are kept."""
    last = max((_number(name) for name in kept(index)), default=0)
    return f"{last + 1:06d}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"


def start_building(index: Path) -> Path:
    """An empty folder to write a generation in, beside the others: a rename must not cross file systems."""
    folder = generations_folder(index) / BUILDING
    folder.mkdir(parents=True)
    return folder


def publish(index: Path, built: Path, name: str) -> None:
    """Make the finished folder ``built`` the published generation ``name``, in one step for every reader."""
    sync_tree(built)
    write_durably(index / NEXT, name + "\n")
    sync_folder(index)
    built.rename(generations_folder(index) / name)
    sync_folder(generations_folder(index))
    replace(index / NEXT, index / CURRENT)


def go_back(index: Path, name: str | None, check: Callable[[Path], None]) -> str:
    """Publish a kept generation again, by default the one before the published; its name comes back.

    Raises ``GenerationNotFound`` where it is not kept, and whatever ``check`` of its folder raises: then
    CURRENT stays as it is.
    """
    target = name or _before(index)
    if target not in kept(index):
        raise _not_kept(index, target)
    check(generations_folder(index) / target)
    write_durably(index / BACK, target + "\n")
    replace(index / BACK, index / CURRENT)
    return target


def prune(index: Path, keep: int) -> None:
    """Delete all but the last ``keep`` generations, and never the published one.

    A reader that has opened a deleted one goes on: on Linux and macOS open and mapped files live until they
    are closed; on Windows the rename fails while they are open, and the next refresh tries again.
    """
    current = published(index)
    for name in kept(index)[: -max(1, keep)]:
        if name != current:
            _delete(generations_folder(index) / name)


def clear_leftovers(index: Path) -> None:
    """Remove what a crashed refresh or rollback left; only the holder of the writer's lock may."""
    unseen = index / NEXT
    if unseen.exists():
        name = unseen.read_text("utf-8", errors="replace").strip()
        if name in kept(index):
            _delete(generations_folder(index) / name)
        unseen.unlink()
    (index / BACK).unlink(missing_ok=True)
    folder = generations_folder(index)
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name == BUILDING or path.name.startswith(PRUNED):
            shutil.rmtree(path, ignore_errors=True)


def _delete(folder: Path) -> None:
    # Renamed first, so that no one ever lists or opens a generation that is half deleted.
    doomed = folder.with_name(PRUNED + folder.name)
    try:
        folder.rename(doomed)
    except OSError as fault:
        log.info("generation %s is still in use: %s", folder.name, fault)
        return
    shutil.rmtree(doomed, ignore_errors=True)


def _number(name: str) -> int:
    return int(name.split("-")[0])


def _before(index: Path) -> str:
    current = _number(published(index))
    earlier = [name for name in kept(index) if _number(name) < current]
    if not earlier:
        raise GenerationNotFound(
            Words("没有更早的一版可退", "there is no earlier generation to go back to"),
            where=str(index),
            mend=REFRESH_FULL,
        )
    return earlier[-1]


def _not_kept(index: Path, name: str) -> GenerationNotFound:
    names = "、".join(kept(index)) or "-"
    return GenerationNotFound(
        Words(f"没有保留这一版：{name}", f"this generation is not kept: {name}"),
        where=str(index),
        mend=Words(f"可退回：{names}", f"kept are: {names}"),
    )
