"""What is published, from what was it made, and what can be gone back to?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.errors import IndexDamaged, IndexOutdated
from rag.index.generations import generations_folder, go_back, kept, published
from rag.index.lock import writer_lock
from rag.index.manifest import Manifest, read_manifest
from rag.index.reprints_db import count_reprints
from rag.index.settings import IndexSettings
from rag.index.snapshot import Snapshot


@dataclass(frozen=True)
class StatusReport:
    """The published generation in figures."""

    manifest: Manifest
    size_bytes: int
    """Of its files, without the vector cache and the other generations."""
    generations: int
    """How many are kept, with this one."""
    reprints: int = 0
    """How many of its articles are printed elsewhere in it too, and cited there."""

    def to_object(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        manifest = self.manifest
        return {
            "generation": manifest.generation,
            "created": manifest.created,
            "articles": manifest.counts.articles,
            "reprints": self.reprints,
            "chunks": manifest.counts.chunks,
            "files": len(manifest.sources),
            "encoder": manifest.encoder._asdict(),
            "corpus": list(manifest.roots),
            "skipped": [
                {"file": one.file, "reason": one.reason.zh}
                for source in manifest.sources
                for one in source.skipped
            ],
            "bytes": self.size_bytes,
            "generations": self.generations,
        }


@dataclass(frozen=True)
class KeptGeneration:
    """A generation that is on disk."""

    name: str
    published: bool
    manifest: Manifest | None
    """``None`` where it cannot be read; then it cannot be gone back to."""

    def to_object(self) -> dict[str, Any]:
        """The generation as plain JSON values; ``null`` figures where it is damaged."""
        manifest = self.manifest
        return {
            "generation": self.name,
            "published": self.published,
            "created": manifest.created if manifest else None,
            "articles": manifest.counts.articles if manifest else None,
            "chunks": manifest.counts.chunks if manifest else None,
            "encoder": manifest.encoder.name if manifest else None,
            "damaged": manifest is None,
        }


@dataclass(frozen=True)
class RollbackReport:
    """What is published after going back, and what was before."""

    generation: str
    replaced: str | None
    """``None`` where CURRENT named none."""

    def to_object(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {"generation": self.generation, "replaced": self.replaced}


def status(index: Path) -> StatusReport:
    """What is published. Raises ``IndexNotFound``, ``IndexDamaged`` or ``IndexOutdated``."""
    folder = generations_folder(index) / published(index)
    manifest = read_manifest(folder)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return StatusReport(manifest, size, len(kept(index)), count_reprints(folder))


def generations(index: Path) -> tuple[KeptGeneration, ...]:
    """All generations that are kept, oldest first. Raises ``IndexNotFound`` where there is no index."""
    current = _current(index)
    return tuple(
        KeptGeneration(name, name == current, _manifest(generations_folder(index) / name))
        for name in kept(index)
    )


def rollback(
    index: Path, generation: str | None = None, settings: IndexSettings = IndexSettings()
) -> RollbackReport:
    """Publish a kept generation again, by default the one before the published.

    The next refresh starts from it and makes a new one; those in between are kept until they are pruned.
    Raises ``IndexNotFound``, ``GenerationNotFound``, ``IndexBusy``, and ``IndexDamaged`` or
    ``IndexOutdated`` where the generation cannot be read: then nothing changes.
    """

    def check(folder: Path) -> None:
        snapshot = Snapshot(folder, settings)
        _ = snapshot.lexical
        snapshot.vectors.warm()
        snapshot.close()

    current = _current(index)
    with writer_lock(index, settings.lock_timeout_s):
        return RollbackReport(go_back(index, generation, check), current)


def _current(index: Path) -> str | None:
    try:
        return published(index)
    except IndexDamaged:
        return None


def _manifest(folder: Path) -> Manifest | None:
    try:
        return read_manifest(folder)
    except (IndexDamaged, IndexOutdated):
        return None
