"""How do several printings of one passage come to be one hit?

A passage of a reprint that stands in the cited article too is not found itself: it lends its score by words, to
which its own title belongs, to its like there. Rarity is still counted over all printings: a word of an article
that stands in the library three times is a little less rare than it was, all words of that article alike, and the
word index of a file need not be made anew because another file was found to print the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embeddings.stores.protocol import Rows
from rag.retrieval.bm25 import Floats


@dataclass(frozen=True, eq=False)
class SamePassages:
    """Rows of reprinted passages, and for each the row of its like in the cited article; none is in both."""

    reprinted: Rows
    cited: Rows

    def within(self, allowed: NDArray[np.bool_]) -> SamePassages:
        """Those of which both rows may be found: a reprint that is asked for alone is searched itself."""
        both = allowed[self.reprinted] & allowed[self.cited]
        return SamePassages(self.reprinted[both], self.cited[both])

    def lent(self, words: Floats) -> Floats:
        """(n,) the scores, each cited passage with the best of its printings."""
        best = words.copy()
        np.maximum.at(best, self.cited, words[self.reprinted])
        return best

    def lender(self, words: Floats, row: int) -> int:
        """The row from which a cited passage has its score: its own unless another printing has a higher one."""
        rows = [row, *self.reprinted[self.cited == row].tolist()]
        return int(max(rows, key=lambda one: float(words[one])))

    def without_reprints(self, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """(n,) the same without the reprinted passages."""
        left = allowed.copy()
        left[self.reprinted] = False
        return left

    def cited_rows(self, rows: Rows) -> Rows:
        """Each row, or that of its like in the cited article; each once, in the order of their first."""
        like = dict(zip(self.reprinted.tolist(), self.cited.tolist(), strict=True))
        return np.array(list(dict.fromkeys(like.get(row, row) for row in rows.tolist())), dtype=np.int64)
