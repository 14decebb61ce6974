"""How does a running server come to the newest generation without a restart and without a failed answer?"""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

from rag.errors import UserError
from rag.index.generations import published
from rag.index.settings import IndexSettings
from rag.index.snapshot import Snapshot, open_snapshot

RETRY_S = 5.0
"""After a generation that cannot be opened: soon enough once it is mended, and few lines in the log."""

log = logging.getLogger(__name__)


class LatestSnapshot:
    """The newest generation that can be read; safe to use from several threads.

    Whoever has taken a snapshot keeps it for as long as they hold it. One thread opens and warms the next
    generation while the others go on with the one before; if it cannot be opened, all do, and the log says
    why.
    """

    def __init__(self, index: Path, settings: IndexSettings = IndexSettings()) -> None:
        self._index = index
        self._settings = settings
        self._held: Snapshot | None = None
        self._try_again_s = float("-inf")
        self._first = threading.Lock()
        self._moving = threading.Lock()

    def get(self) -> Snapshot:
        """The snapshot to answer one question with; looks at CURRENT, which takes some microseconds.

        Raises ``IndexNotFound``, ``IndexDamaged``, ``IndexOutdated`` or ``EncoderUnavailable`` only as long
        as there was never one to give.
        """
        held = self._held or self._open_first()
        return self._follow(held) or held

    def _open_first(self) -> Snapshot:
        with self._first:
            if self._held is None:
                self._held = self._open(None)
            return self._held

    def _follow(self, held: Snapshot) -> Snapshot | None:
        """The newer generation, where there is one and no other thread is opening it already."""
        if time.monotonic() < self._try_again_s or not self._moving.acquire(blocking=False):
            return self._held
        try:
            if published(self._index) != (self._held or held).generation:
                self._held = self._open(held)
                log.info("moved from generation %s to %s", held.generation, self._held.generation)
        except (UserError, OSError) as fault:
            self._try_again_s = time.monotonic() + RETRY_S
            log.error("still on generation %s, the new one cannot be opened: %s", held.generation, fault)
        finally:
            self._moving.release()
        return self._held

    def _open(self, before: Snapshot | None) -> Snapshot:
        snapshot = open_snapshot(self._index, self._settings, before.encoder if before else None)
        snapshot.warm()
        return snapshot
