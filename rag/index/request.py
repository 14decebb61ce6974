"""What is asked of a refresh, and what does it say it did?"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rag.corpus.chunks import ChunkSettings
from rag.corpus.readers.settings import ReadingSettings
from rag.corpus.skipped import Skipped
from rag.errors import Words
from rag.index.plan import ArticleChanges
from rag.index.settings import IndexSettings
from rag.reprints.settings import ReprintSettings


@dataclass(frozen=True)
class RefreshRequest:
    """What is asked of a refresh."""

    paths: tuple[Path, ...]
    """Files and folders; the index comes to hold exactly these."""
    index: Path
    encoder: str | None = None
    """``None``: the one that the index has, or the bundled one."""
    full: bool = False
    """Read, cut and encode everything anew, whatever is known already."""
    dry_run: bool = False
    """Write nothing."""
    chunks: ChunkSettings = field(default_factory=ChunkSettings)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    reprints: ReprintSettings = field(default_factory=ReprintSettings)
    settings: IndexSettings = field(default_factory=IndexSettings)


@dataclass(frozen=True)
class RefreshReport:
    """What a refresh did, or, in a dry run, would do."""

    generation: str | None
    """The published generation afterwards; ``None`` in a dry run where none is published."""
    articles: int
    chunks: int
    encoded: int
    """Passages that the encoder read. A dry run counts those that the published generation does not hold."""
    reused: int
    """Passages whose vectors were at hand; with ``encoded``, all chunks."""
    changes: ArticleChanges
    skipped: tuple[Skipped, ...]
    """Files, or records of files, that could not be read."""
    seconds: float
    notes: tuple[Words, ...] = ()
    """What a person should hear beside the figures."""

    def to_object(self) -> dict[str, Any]:
        """The report as plain JSON values, field by field as scripts read it."""
        return {
            "generation": self.generation,
            "articles": self.articles,
            "chunks": self.chunks,
            "encoded": self.encoded,
            "reused": self.reused,
            **self.changes._asdict(),
            "skipped": [{"file": one.file, "reason": one.reason.zh} for one in self.skipped],
            "seconds": round(self.seconds, 3),
        }
