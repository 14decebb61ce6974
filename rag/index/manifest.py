"""What is in a generation, what was it made from and by what, and is it still whole?"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from rag.corpus.skipped import Skipped
from rag.errors import IndexDamaged, IndexOutdated, Words

SCHEMA = 3
"""Raised when files of a generation change their meaning; an index with another number is made anew."""
MANIFEST = "manifest.json"
REFRESH_FULL = Words("请用 wenju refresh --full 重建索引", "rebuild it with wenju refresh --full")
REFRESH_OR_BACK = Words(
    "请用 wenju refresh 重建，或用 wenju rollback 退回前一版",
    "rebuild it with wenju refresh, or go back with wenju rollback",
)


class EncoderEntry(NamedTuple):
    """The encoder whose vectors the generation holds."""

    name: str
    dim: int
    fingerprint: str


class Fingerprints(NamedTuple):
    """What shaped the generation; another value of any of them asks for that part to be made anew."""

    parser: str
    """Of the code, the settings and the libraries that turn files into articles."""
    chunking: str
    """Of the settings by which articles are cut into chunks."""
    lexical: str
    """Of the lexical index: its fields and its way of cutting words."""
    reprints: str = ""
    """Of the search for reprints; empty where there was none yet."""


class SourceEntry(NamedTuple):
    """One file as it was read."""

    file: str
    """Its path relative to the corpus root, with ``/``."""
    digest: str
    """SHA-256 of its bytes; empty where they could not be read, which no file's digest equals."""
    size_bytes: int
    articles: int
    skipped: tuple[Skipped, ...]
    """What could not be read of it."""


class Counts(NamedTuple):
    """How much the generation holds."""

    articles: int
    chunks: int


class StoredFile(NamedTuple):
    """A file of the generation and what its bytes must be."""

    name: str
    """Relative to the generation's folder, with ``/``."""
    size_bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """The explanation of one generation. It is written last, so a folder without one was never finished."""

    generation: str
    created: str
    """UTC, ISO 8601."""
    roots: tuple[str, ...]
    """The paths that the refresh was given, made absolute."""
    encoder: EncoderEntry
    fingerprints: Fingerprints
    counts: Counts
    sources: tuple[SourceEntry, ...]
    files: tuple[StoredFile, ...]

    def to_json(self) -> str:
        """The manifest as JSON, with a checksum of itself."""
        fields = json.loads(json.dumps({"schema": SCHEMA, **asdict(self)}))
        return json.dumps({**fields, "checksum": _checksum(fields)}, indent=1)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the generation in ``folder``.

    Raises ``IndexDamaged`` where it is missing, cut short or altered, ``IndexOutdated`` where it has
    another schema.
    """
    path = folder / MANIFEST
    try:
        fields = json.loads(path.read_text("utf-8"))
        schema, checksum = fields.pop("schema"), fields.pop("checksum")
    except (OSError, ValueError, AttributeError, TypeError, KeyError) as fault:
        raise _damaged(path) from fault
    if schema != SCHEMA:
        raise IndexOutdated(
            Words(
                f"索引的格式是第 {schema} 版，本程序读第 {SCHEMA} 版",
                f"the index has schema {schema}, this program reads schema {SCHEMA}",
            ),
            where=str(path),
            mend=REFRESH_FULL,
        )
    if checksum != _checksum({"schema": schema, **fields}):
        raise _damaged(path)
    try:
        return _manifest(fields)
    except (KeyError, TypeError, ValueError) as fault:
        raise _damaged(path) from fault


def stored_files(folder: Path) -> tuple[StoredFile, ...]:
    """Every file of a finished generation but its manifest, with its checksum."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return tuple(
        StoredFile(path.relative_to(folder).as_posix(), path.stat().st_size, file_digest(path))
        for path in paths
    )


def check_files(folder: Path, manifest: Manifest, full_check_mib: int) -> None:
    """Raise ``IndexDamaged`` unless every file is there with its size and, in a small index, its checksum."""
    whole = sum(file.size_bytes for file in manifest.files) <= full_check_mib * 1024 * 1024
    for file in manifest.files:
        path = folder / file.name
        try:
            sound = path.stat().st_size == file.size_bytes
            sound = sound and (not whole or file_digest(path) == file.sha256)
        except OSError as fault:
            raise _damaged(path) from fault
        if not sound:
            raise _damaged(path)


def file_digest(path: Path) -> str:
    """SHA-256 of the bytes of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _damaged(path: Path) -> IndexDamaged:
    return IndexDamaged(
        Words("索引文件缺失或已损坏", "a file of the index is missing or damaged"),
        where=str(path),
        mend=REFRESH_OR_BACK,
    )


def _checksum(fields: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()


def _manifest(fields: dict[str, Any]) -> Manifest:
    return Manifest(
        generation=fields["generation"],
        created=fields["created"],
        roots=tuple(fields["roots"]),
        encoder=EncoderEntry(*fields["encoder"]),
        fingerprints=Fingerprints(*fields["fingerprints"]),
        counts=Counts(*fields["counts"]),
        sources=tuple(_source(*source) for source in fields["sources"]),
        files=tuple(StoredFile(*file) for file in fields["files"]),
    )


def _source(file: str, digest: str, size_bytes: int, articles: int, skipped: list[Any]) -> SourceEntry:
    reasons = tuple(Skipped(one["file"], Words(*one["reason"])) for one in skipped)
    return SourceEntry(file, digest, size_bytes, articles, reasons)
