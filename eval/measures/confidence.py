"""What is the confidence that a reply tells worth?

``Confidences.to_object()`` stands under ``confidence`` in what ``wenju eval score`` prints::

    {"answerable": calibration, "right": calibration,
     "area": float, "area_right": float, "roc": [{"confidence", "refused", "caught"}], "caught_at": {"0.05": line, …}}

``answerable`` holds what was said of every question against whether the corpus answers it; ``right`` what was said
of those that were answered against whether the answer shown is right (``answer_found``). The ROC has both kinds of
question (``roc``); ``caught_at`` tells what could be caught where that share of the answerable were refused.
``area_right`` is the chance that a right answer was told with more confidence than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from eval.measures.calibration import Said, calibration
from eval.measures.roc import Line, corners, line_for, roc, roc_auc

SHARES = (0.02, 0.05, 0.1)
"""Of the answerable questions refused: what a strict, a usual and a cautious reader may put up with."""


class Told(NamedTuple):
    """The confidence of one reply and what came of it."""

    confidence: float
    answerable: bool
    right: bool | None
    """Whether the answer shown is right; ``None`` where none was shown, or nobody knows."""


@dataclass(frozen=True)
class Confidences:
    """The replies of a set that tell a confidence."""

    told: tuple[Told, ...]

    @classmethod
    def of(cls, told: Iterable[Told]) -> Confidences:
        """From any number of them."""
        return cls(tuple(told))

    @property
    def answerable(self) -> tuple[Said, ...]:
        """What was said against whether the corpus answers."""
        return tuple(Said(one.confidence, one.answerable) for one in self.told)

    @property
    def right(self) -> tuple[Said, ...]:
        """What was said of the answers shown against whether they are right."""
        return tuple(Said(one.confidence, one.right) for one in self.told if one.right is not None)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The ROC; empty unless there are questions of both kinds."""
        return roc(*self._by_kind())

    @property
    def area(self) -> float | None:
        """Under the ROC."""
        return roc_auc(*self._by_kind())

    def to_object(self) -> dict[str, Any] | None:
        """Plain JSON values; ``None`` where no reply tells a confidence."""
        if not self.told:
            return None
        lines = self.lines
        return {
            "answerable": calibration(self.answerable),
            "right": calibration(self.right),
            "area": self.area,
            "area_right": roc_auc(
                *([s.probability for s in self.right if s.true is side] for side in (True, False))
            ),
            "roc": [line._asdict() for line in corners(lines)],
            "caught_at": {str(share): line_for(lines, share)._asdict() for share in SHARES}
            if lines
            else None,
        }

    def _by_kind(self) -> tuple[list[float], list[float]]:
        return (
            [one.confidence for one in self.told if one.answerable],
            [one.confidence for one in self.told if not one.answerable],
        )
