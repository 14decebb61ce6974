"""Which articles of a generation are reprints, and what spares the next refresh from finding it out anew?

A SQLite file of its own beside the articles, written once. A generation made before there was one has none: then
no article of it is known to be a reprint.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from rag.errors import IndexDamaged, Words
from rag.index.manifest import REFRESH_OR_BACK
from rag.reprints.groups import Judged
from rag.reprints.sketch import Sketch

REPRINTS_DB = "reprints.sqlite"

TABLES = """
CREATE TABLE sketch (id TEXT PRIMARY KEY, chars INT NOT NULL, digest BLOB NOT NULL, minhash BLOB NOT NULL);
CREATE TABLE judged (one TEXT NOT NULL, other TEXT NOT NULL, alike INT NOT NULL);
CREATE TABLE reprint (id TEXT PRIMARY KEY, cited TEXT NOT NULL, passages BLOB NOT NULL);
"""


class Reprint(NamedTuple):
    """An article that is cited by another printing of it."""

    article_id: str
    cited: str
    """Id of the article that stands for it; no reprint itself."""
    passages: tuple[int, ...]
    """For each of its chunks the place of its like among the chunks of that article, or ``NOWHERE``."""


@dataclass(frozen=True)
class KnownReprints:
    """All that was found out about the articles of one generation."""

    sketches: Mapping[str, Sketch] = field(default_factory=dict)
    """By article id, of every article."""
    judged: Judged = field(default_factory=dict)
    reprints: tuple[Reprint, ...] = ()


def write_reprints(path: Path, known: KnownReprints) -> None:
    """Write it into a new file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        # synchronised with the rest of the generation; half of it is never read
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        for statement in TABLES.strip().splitlines():
            db.execute(statement)
        db.executemany(
            "INSERT INTO sketch VALUES (?, ?, ?, ?)",
            ((id_, s.chars, s.digest, s.minhash.tobytes()) for id_, s in known.sketches.items()),
        )
        db.executemany("INSERT INTO judged VALUES (?, ?, ?)", ((*p, a) for p, a in known.judged.items()))
        db.executemany(
            "INSERT INTO reprint VALUES (?, ?, ?)",
            ((r.article_id, r.cited, np.array(r.passages, "<i4").tobytes()) for r in known.reprints),
        )
        db.execute("COMMIT")


def read_known(folder: Path) -> KnownReprints:
    """All of it, for a refresh; nothing where the generation in ``folder`` has none. Raises ``IndexDamaged``."""
    sketches = {
        id_: Sketch(chars, digest, np.frombuffer(minhash, dtype=np.uint32))
        for id_, chars, digest, minhash in _rows(folder, "SELECT id, chars, digest, minhash FROM sketch")
    }
    judged = {(one, two): bool(alike) for one, two, alike in _rows(folder, "SELECT * FROM judged")}
    return KnownReprints(sketches, judged, read_reprints(folder))


def read_reprints(folder: Path) -> tuple[Reprint, ...]:
    """The reprints alone, for answering. Raises ``IndexDamaged``."""
    return tuple(
        Reprint(id_, cited, tuple(np.frombuffer(passages, "<i4").tolist()))
        for id_, cited, passages in _rows(folder, "SELECT id, cited, passages FROM reprint ORDER BY rowid")
    )


def count_reprints(folder: Path) -> int:
    """How many articles of the generation in ``folder`` are reprints. Raises ``IndexDamaged``."""
    rows = _rows(folder, "SELECT count(*) FROM reprint")
    return int(rows[0][0]) if rows else 0


def _rows(folder: Path, query: str) -> list[Any]:
    path = folder / REPRINTS_DB
    if not path.exists():
        return []
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as db:
            return db.execute(query).fetchall()
    except sqlite3.Error as fault:
        raise IndexDamaged(
            Words("索引文件缺失或已损坏", "a file of the index is missing or damaged"),
            where=str(path),
            mend=REFRESH_OR_BACK,
        ) from fault
