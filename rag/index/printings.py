"""Which articles of one generation are printings of one another, and which is cited for them?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rag.index.reprints_db import Reprint
from rag.reprints.passages import NOWHERE

if TYPE_CHECKING:
    from rag.retrieval.same_passages import SamePassages


@dataclass(frozen=True)
class Printings:
    """The reprints of one generation."""

    reprints: tuple[Reprint, ...] = ()

    def __len__(self) -> int:
        return len(self.reprints)

    def cited_for(self, article_id: str) -> str | None:
        """Id of the article that is cited for this reprint; ``None`` for an article that is none."""
        return self._cited.get(article_id)

    def key(self, article_id: str) -> str:
        """The same for all printings of one article: the id of the cited one."""
        return self._cited.get(article_id, article_id)

    def others(self, article_id: str) -> tuple[str, ...]:
        """Ids of the other printings, the cited one first, then in reading order; none for a single article."""
        key = self.key(article_id)
        return tuple(one for one in (key, *self._of.get(key, ())) if one != article_id)

    def same_passages(self, article_ids: Sequence[str], article_of: NDArray[np.int32]) -> SamePassages | None:
        """The rows of chunks that stand in the cited article too; ``None`` where there are none.

        ``article_of`` gives for each row the place of its article in ``article_ids``, and never falls.
        """
        from rag.retrieval.same_passages import SamePassages

        first = dict(zip(article_ids, np.searchsorted(article_of, np.arange(len(article_ids))), strict=True))
        rows = [
            (first[reprint.article_id] + own, first[reprint.cited] + there)
            for reprint in self.reprints
            for own, there in enumerate(reprint.passages)
            if there != NOWHERE
        ]
        if not rows:
            return None
        pairs = np.array(rows, dtype=np.int64)
        return SamePassages(pairs[:, 0], pairs[:, 1])

    @cached_property
    def _cited(self) -> dict[str, str]:
        return {reprint.article_id: reprint.cited for reprint in self.reprints}

    @cached_property
    def _of(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for reprint in self.reprints:
            found[reprint.cited].append(reprint.article_id)
        return dict(found)
