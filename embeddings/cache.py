"""Which texts have been turned into vectors before, so that moved or re-read text costs nothing?

One SQLite file for all generations of an index, keyed by the encoder's fingerprint and the SHA-256 of the
text. It only saves time: a damaged file is set aside and begun anew, a file that cannot be written is
done without, and never is an index lost for it.

Vectors are kept in single precision, bit for bit, so that a text has the same vector whether it was kept
or made now; at 512 numbers that is 2 KB a chunk, about twice the chunk itself.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from embeddings.encoders.protocol import Encoder, Progress, Vectors

log = logging.getLogger(__name__)

BATCH_TEXTS = 1024
"""Texts encoded between two writes: what an interrupted refresh loses at the most."""

WAIT_S = 30.0
"""How long to wait for another process that is writing."""

DAYS_KEPT = 90
"""A vector that no refresh asked for in so long is pruned: a quarter's issues may come back."""

_DAY_S = 86_400
_QUERY_KEYS = 500
"""Keys asked for at once: under every SQLite's limit of variables."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS vectors (
    fingerprint TEXT NOT NULL,
    digest BLOB NOT NULL,
    vector BLOB NOT NULL,
    used_on INTEGER NOT NULL,
    PRIMARY KEY (fingerprint, digest)
)
"""

_SELECT = "SELECT digest, vector, used_on FROM vectors WHERE fingerprint = ? AND digest IN"

Key = bytes
Found = TypeVar("Found")


@dataclass(frozen=True)
class EncodedPassages:
    """The vectors of some texts, and how they came."""

    vectors: Vectors
    """(n, dim), a row a text, in the order given."""
    encoded: int
    """Texts that were turned into vectors now."""
    reused: int
    """Texts whose vector was kept, or that repeat another text of the call."""


class VectorCache:
    """A file of vectors; several processes may use it at once."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def encode(
        self, encoder: Encoder, texts: Sequence[str], on_progress: Progress | None = None
    ) -> EncodedPassages:
        """The vectors of ``texts`` as ``encoder.encode_passages`` gives them, made only where not kept.

        ``on_progress`` is told the number of texts that are done, kept ones first.
        """
        keys = [_digest(text) for text in texts]
        first_place: dict[Key, int] = {}
        for place, key in enumerate(keys):
            first_place.setdefault(key, place)
        kept = self._read(encoder, list(first_place))
        missing = [place for key, place in first_place.items() if key not in kept]
        done = len(texts) - len(missing)
        if on_progress:
            on_progress(done)
        for first in range(0, len(missing), BATCH_TEXTS):
            places = missing[first : first + BATCH_TEXTS]
            report = _counting_from(done + first, on_progress)
            rows = encoder.encode_passages([texts[place] for place in places], report)
            fresh = {keys[place]: row for place, row in zip(places, rows, strict=True)}
            self._write(encoder.fingerprint, fresh)
            kept.update(fresh)
        vectors = np.empty((len(texts), encoder.dim), dtype=np.float32)
        for place, key in enumerate(keys):
            vectors[place] = kept[key]
        return EncodedPassages(vectors, encoded=len(missing), reused=done)

    def prune(self, *, days_kept: int = DAYS_KEPT, only: str | None = None) -> int:
        """Forget what no ``encode`` asked for in the last ``days_kept`` days; the number forgotten.

        With ``only``, a fingerprint, the vectors of every other encoder go as well, however new.
        """

        def forget(database: sqlite3.Connection) -> int:
            with database:
                old = "used_on < ?" if only is None else "used_on < ? OR fingerprint <> ?"
                values = (_today() - days_kept,) if only is None else (_today() - days_kept, only)
                gone = database.execute(f"DELETE FROM vectors WHERE {old}", values).rowcount
            if gone:
                database.execute("VACUUM")
            return gone

        return self._try(forget, otherwise=0)

    def _read(self, encoder: Encoder, keys: list[Key]) -> dict[Key, Vectors]:
        """The vectors that are kept; one of another length than the encoder's is as good as none."""

        def read(database: sqlite3.Connection) -> dict[Key, tuple[bytes, int]]:
            rows: dict[Key, tuple[bytes, int]] = {}
            for some in _parts(keys):
                query = f"{_SELECT} ({','.join('?' * len(some))})"
                for digest, vector, used_on in database.execute(query, (encoder.fingerprint, *some)):
                    rows[digest] = (vector, used_on)
            return rows

        nothing: dict[Key, tuple[bytes, int]] = {}
        rows = self._try(read, otherwise=nothing)
        self._touch(encoder.fingerprint, [key for key, (_, used_on) in rows.items() if used_on != _today()])
        bytes_each = encoder.dim * 4
        return {
            key: np.frombuffer(vector, dtype="<f4")
            for key, (vector, _) in rows.items()
            if len(vector) == bytes_each
        }

    def _touch(self, fingerprint: str, digests: list[Key]) -> None:
        """Note that these were asked for today: once a day each, so that most refreshes write nothing."""

        def touch(database: sqlite3.Connection) -> None:
            with database:
                database.executemany(
                    "UPDATE vectors SET used_on = ? WHERE fingerprint = ? AND digest = ?",
                    [(_today(), fingerprint, digest) for digest in digests],
                )

        if digests:
            self._try(touch, otherwise=None)

    def _write(self, fingerprint: str, fresh: dict[Key, Vectors]) -> None:
        def write(database: sqlite3.Connection) -> None:
            rows = [(fingerprint, key, row.astype("<f4").tobytes(), _today()) for key, row in fresh.items()]
            with database:
                database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", rows)

        self._try(write, otherwise=None)

    def _try(self, use: Callable[[sqlite3.Connection], Found], otherwise: Found) -> Found:
        """What ``use`` returns; a damaged file is set aside and it is tried once more on a new one."""
        for attempt in (1, 2):
            try:
                with self._open() as database:
                    return use(database)
            except (sqlite3.OperationalError, OSError) as fault:  # busy, read-only, disk full: do without
                log.warning("vector cache %s not used: %s", self._path, fault)
                return otherwise
            except sqlite3.DatabaseError as fault:
                log.warning("vector cache %s is damaged and begun anew: %s", self._path, fault)
                if attempt == 1:
                    self._set_aside()
        return otherwise

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=WAIT_S)) as database:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            database.execute(_SCHEMA)
            yield database

    def _set_aside(self) -> None:
        """Move the damaged file out of the way, for whoever wants to look; its journals are of no use."""
        if self._is_sound():  # another process has begun it anew in the meantime
            return
        for suffix in ("-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        os.replace(self._path, self._path.with_name(f"{self._path.name}.damaged"))

    def _is_sound(self) -> bool:
        try:
            with closing(sqlite3.connect(self._path, timeout=WAIT_S)) as database:
                return bool(database.execute("PRAGMA quick_check").fetchone() == ("ok",))
        except sqlite3.DatabaseError:
            return False


def _digest(text: str) -> Key:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _today() -> int:
    """Days since 1970."""
    return int(time.time() // _DAY_S)


def _parts(keys: list[Key]) -> Iterator[list[Key]]:
    for first in range(0, len(keys), _QUERY_KEYS):
        yield keys[first : first + _QUERY_KEYS]


def _counting_from(start: int, on_progress: Progress | None) -> Progress | None:
    return (lambda done: on_progress(start + done)) if on_progress else None
