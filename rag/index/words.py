"""Which words of the generation before need not be counted again?"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from rag.errors import IndexDamaged, IndexOutdated
from rag.index.manifest import file_digest
from rag.index.snapshot import LEXICAL, Snapshot

if TYPE_CHECKING:
    from rag.retrieval.lexical import LexicalIndex

log = logging.getLogger(__name__)


def words_before(before: Snapshot | None) -> LexicalIndex | None:
    """The words of the generation before, where there is one and each byte of them is as it was written.

    A large generation is opened without its checksums; what is carried over is held to them, or a damaged
    byte would be in all generations to come.
    """
    if before is None:
        return None
    try:
        words = before.lexical
    except (IndexDamaged, IndexOutdated) as fault:
        log.warning("all words are counted anew: %s", fault)
        return None
    stored = [file for file in before.manifest.files if file.name.startswith(f"{LEXICAL}/")]
    changed = [file.name for file in stored if file_digest(before.folder / file.name) != file.sha256]
    if changed:
        log.warning("all words are counted anew: %s changed on the disk", "、".join(changed))
    return None if changed else words
