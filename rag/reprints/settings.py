"""When is an article a reprint of another, and why are the limits what they are?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReprintSettings:
    """How alike two articles must be. Where in doubt they are two: a hidden fact costs more than a repetition."""

    contained: float = 0.8
    """Share of the shorter text's shingles that the other one holds. A misread character costs five of them, so
    this allows one in twenty-five; two articles around one long quotation stay below it."""
    own_chars: int = 80
    """Letters in one stretch of the shorter text that the other one lacks: an editor's introduction, at most. More
    is news of its own, however long the law that both quote beneath it."""
    least_share: float = 0.5
    """Of the fuller text that an abridged reprint keeps. Below it, what is printed is an excerpt, and may be
    something that both quote: a law, a speech."""
    equal_below_chars: int = 200
    """Shorter texts (notices) must be equal but for punctuation and writing: one other name is all that parts two
    notices, and looks like a misread one."""
    least_chars: int = 20
    """A text with fewer letters and digits is a rubric, not an article."""
    other_numbers: float = 0.08
    """Share of the shorter text's figures that the other one gives otherwise or not at all: one misread figure in
    twelve. This year's report on last year's form, or another case under one law, has other figures."""
    own_passage_chars: int = 12
    """Letters in one stretch by which a passage of a reprint says something of its own: a clause. Misread characters
    that stand apart never make so many."""
    passage_contained: float = 0.5
    """Share of a passage's shingles that the cited article must hold besides: a short one with several misread
    characters does; a heading of the reprint's own does not."""
    about_as_complete: float = 0.95
    """Of the longest text that a dated, earlier printing must have to be cited for all."""
