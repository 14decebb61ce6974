"""Which articles were printed in the newspaper, or in the year or month, that a question names?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rag.answering.about_table import PRINTED, PRINTED_IN
from rag.answering.corpus_view import Card


class PrintedWhere(NamedTuple):
    """What the question says of the printing."""

    cards: list[Card]
    """The articles that were printed so; empty where it says nothing, or none were."""
    words: str
    """How the question says it."""


def printed_where(cards: Sequence[Card], folded: str) -> PrintedWhere:
    """The cards of the newspaper, else of the year or month, that a question names."""
    if not PRINTED.pattern.search(folded):
        return PrintedWhere([], "")
    named = max(
        (c.newspaper for c in cards if len(c.newspaper) > 1 and c.newspaper in folded), key=len, default=""
    )
    if named:
        return PrintedWhere([card for card in cards if card.newspaper == named], named)
    when = PRINTED_IN.pattern.search(folded)
    if not when:
        return PrintedWhere([], "")
    year, month = when.groups()
    begins = f"{year}-{int(month):02}" if month else year
    return PrintedWhere(
        [c for c in cards if (c.article.imprint.iso_date or "").startswith(begins)], when.group()
    )
