"""Which files belong to a corpus, and by which name is each one cited?"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.corpus.page import SourceFile
from rag.corpus.readers import SUFFIXES
from rag.corpus.skipped import Skipped
from rag.errors import CorpusNotFound, Words


@dataclass(frozen=True)
class FileSettings:
    """What is too big to be an article."""

    max_bytes: int = 64 * 1024 * 1024
    """The largest file that is read: ten thousand newspaper pages; above it, a dump or a mistake."""


UNSEEN = (".", "~$")
"""How hidden files begin, and the notes that Word leaves beside an open document."""


@dataclass(frozen=True)
class FoundFiles:
    """The files of a corpus in a stable order, and what was passed over."""

    files: tuple[SourceFile, ...]
    skipped: tuple[Skipped, ...]


def find_files(paths: Sequence[Path], settings: FileSettings = FileSettings()) -> FoundFiles:
    """Every readable file under ``paths``, folders searched to the bottom, sorted within each path.

    A path that is a file is named by its base name, a file in a folder by its path from that folder with
    ``/``. Where two paths give one name, the later gets its folder's name in front. Hidden files and
    folders are left out silently, and so is what Word leaves beside an open document; what cannot be read is
    reported. Raises ``CorpusNotFound``.
    """
    files: dict[str, SourceFile] = {}
    skipped: list[Skipped] = []
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise CorpusNotFound(
                Words("没有这个文件或文件夹", "there is no such file or folder"),
                where=str(path),
                mend=Words("请检查路径", "check the path"),
            )
        for file in _walk(path, skipped):
            real = file.path.resolve()
            if real in seen:
                continue
            reason = _why_not(file.path, settings)
            if reason is not None:
                skipped.append(Skipped(file.name, reason))
                continue
            seen.add(real)
            named = _unique(file, path, files)
            files[named.name] = named
    return FoundFiles(tuple(files.values()), tuple(skipped))


def _walk(path: Path, skipped: list[Skipped]) -> Iterator[SourceFile]:
    if not path.is_dir():
        yield SourceFile(path, path.name)
        return
    yield from _walk_folder(path, path, frozenset({path.resolve()}), skipped)


def _walk_folder(
    folder: Path, root: Path, above: frozenset[Path], skipped: list[Skipped]
) -> Iterator[SourceFile]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith(UNSEEN))
    except OSError as error:
        skipped.append(Skipped(folder.relative_to(root).as_posix(), _unreadable(error)))
        return
    for entry in entries:
        name = entry.relative_to(root).as_posix()
        if not entry.is_dir():
            yield SourceFile(entry, name)
        elif entry.resolve() in above:
            skipped.append(Skipped(name, Words("链接绕回了上级文件夹", "a link back to a folder above it")))
        else:
            yield from _walk_folder(entry, root, above | {entry.resolve()}, skipped)


def _why_not(path: Path, settings: FileSettings) -> Words | None:
    try:
        status = path.stat()
    except OSError as error:
        return _unreadable(error)
    if not stat.S_ISREG(status.st_mode):
        return Words("不是普通文件", "not a regular file")
    if path.suffix.lower() not in SUFFIXES:
        known = " ".join(SUFFIXES)
        return Words(
            f"不认识的格式 {path.suffix}（能读 {known}）", f"unknown format {path.suffix} (read: {known})"
        )
    if status.st_size == 0:
        return Words("空文件", "an empty file")
    if status.st_size > settings.max_bytes:
        limit = settings.max_bytes // 2**20
        return Words(f"文件超过 {limit} MB", f"larger than {limit} MB")
    if not os.access(path, os.R_OK):
        return Words("没有读取权限", "no permission to read it")
    return None


def _unique(file: SourceFile, root: Path, taken: dict[str, SourceFile]) -> SourceFile:
    folder = root if root.is_dir() else root.parent
    name = file.name
    for above in (folder.resolve(), *folder.resolve().parents):
        if name not in taken:
            return SourceFile(file.path, name)
        name = f"{above.name}/{name}"
    return SourceFile(file.path, name)


def _unreadable(error: OSError) -> Words:
    return Words(f"打不开：{error.strerror}", f"cannot be opened: {error.strerror}")
