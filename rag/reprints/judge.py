"""Is one article a reprint of the other? Decided on the texts themselves, once a sketch has made them a pair."""

from __future__ import annotations

from dataclasses import dataclass

from rag.reprints.numbers import Figures, agreement, figures
from rag.reprints.paper import without_paper
from rag.reprints.settings import ReprintSettings
from rag.reprints.shingles import Shingles, distinct, held, letters_of, longest_own, shingles


@dataclass(frozen=True, eq=False)
class Body:
    """A text as it is compared."""

    chars: int
    """How many letters and digits it has."""
    in_order: Shingles
    """As they stand in it."""
    distinct: Shingles
    """Each once, rising."""
    figures: Figures


def body_of(text: str) -> Body:
    """A text made ready to be compared."""
    folded = without_paper(text)
    said = letters_of(folded)
    in_order = shingles(said)
    return Body(len(said), in_order, distinct(in_order), figures(folded))


def contained(one: Body, other: Body) -> float:
    """The share of one text's shingles that the other holds; 0 for a text without any."""
    return float(held(one.distinct, other.distinct).mean()) if len(one.distinct) else 0.0


def is_reprint(one: Body, other: Body, settings: ReprintSettings = ReprintSettings()) -> bool:
    """Whether the shorter text stands in the longer one: its words nearly all, and its figures.

    For texts that are not equal; the order does not matter.
    """
    short, long = sorted((one, other), key=lambda body: len(body.distinct))
    return (
        min(one.chars, other.chars) >= settings.equal_below_chars
        and len(short.distinct) >= settings.least_share * len(long.distinct)
        and contained(short, long) >= settings.contained
        and longest_own(short.in_order, long.distinct) <= settings.own_chars
        and agreement(short.figures, long.figures).share_other <= settings.other_numbers
    )
