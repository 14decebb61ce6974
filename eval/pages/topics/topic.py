"""What must be known of a subject, that articles about it can be written?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    """One point that an article makes."""

    heading: str
    """A short phrase without a stop."""
    said: tuple[str, ...]
    """Clauses that say more, without a stop; figures stand as ``{n}`` (a count) and ``{p}`` (a percentage)."""


@dataclass(frozen=True)
class Topic:
    """A subject with its own words: no two topics share a thing or a clause."""

    name: str
    """As it stands in a title: ``企业档案数字化``."""
    titles: tuple[str, ...]
    """With ``|`` where a title on two lines is broken: no compositor breaks a title inside a phrase."""
    kicker: str
    """A line above a title that says the occasion."""
    subtitle: str
    """A second line of a title, without its dash."""
    things: tuple[str, ...]
    """Nouns of four characters and more, in which a column may break without doubt of what follows."""
    worths: tuple[Point, ...]
    faults: tuple[Point, ...]
    measures: tuple[Point, ...]
    facts: tuple[str, ...]
