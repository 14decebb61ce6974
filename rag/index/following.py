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
        self._snapshot: Snapshot | None = None
        self._look_at_s = float("-inf")
        self._first = threading.Lock()
        self._moving = threading.Lock()

    def get(self) -> Snapshot:
        """The snapshot to answer one question with.

        Raises ``IndexNotFound``, ``IndexDamaged``, ``IndexOutdated`` or ``EncoderUnavailable`` only as long
        as there was never one to give.
        """
        if self._snapshot is None:
            with self._first:
                if self._snapshot is None:
                    self._snapshot = self._open()
        elif time.monotonic() >= self._look_at_s:
            self._follow(self._snapshot)
        return self._snapshot

    def _follow(self, held: Snapshot) -> None:
        if not self._moving.acquire(blocking=False):
            return
        try:
            self._look_at_s = time.monotonic() + self._settings.follow_every_s
            if published(self._index) != held.generation:
                self._snapshot = self._open()
                log.info("moved from generation %s to %s", held.generation, self._snapshot.generation)
        except (UserError, OSError) as fault:
            self._look_at_s = time.monotonic() + RETRY_S
            log.error("still on generation %s, the new one cannot be opened: %s", held.generation, fault)
        finally:
            self._moving.release()

    def _open(self) -> Snapshot:
        self._look_at_s = time.monotonic() + self._settings.follow_every_s
        snapshot = open_snapshot(self._index, self._settings)
        snapshot.warm()
        return snapshot
