"""What must everything that weighs passages against a question promise?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Fits = NDArray[np.float64]
"""(n,) one finite number a passage, higher is better; comparable within one question only."""


class Reranker(Protocol):
    """Reads a question together with each passage: slower than two vectors, and closer.

    A passage gets the same number whatever stands beside it in the call, to within rounding. Safe to use from
    several threads.
    """

    @property
    def name(self) -> str:
        """What the user calls it: a folder or a hub name."""
        ...

    @property
    def fingerprint(self) -> str:
        """Changes whenever the numbers of some passage would."""
        ...

    def score(self, question: str, passages: Sequence[str]) -> Fits:
        """``(len(passages),)`` how well each answers the question, in the order given."""
        ...
