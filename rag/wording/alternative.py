"""Which other words say what a part of the question says, and what of a question was typed otherwise than meant?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SAME = 0.9
"""What an abbreviation and its full form count for each other: the reader's own words come first."""

LIKE = 0.6
"""What a written word counts for the everyday one: it often says the same, not always."""


@dataclass(frozen=True)
class Alternative:
    """Other words for a stretch of a question."""

    said: str
    """The stretch of the question, folded."""
    meant: str
    """The other words, folded."""
    weight: float
    """What they count where the question's own count 1."""


Cause = Literal["sound", "shape", "name", "english"]


@dataclass(frozen=True)
class Correction:
    """A part of the question that is searched for in other words than were typed."""

    typed: str
    meant: str
    cause: Cause
    """It sounds or looks like what was typed, it is a person's name, or it was typed in English."""


@dataclass(frozen=True)
class Wording:
    """A question in the words it is searched with."""

    text: str
    """As typed, with corrections put in; of an English question, its terms in Chinese with what is asked of them."""
    corrections: tuple[Correction, ...] = ()
