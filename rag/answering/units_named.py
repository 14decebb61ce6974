"""Which articles come from the unit, or from the place, that a question names?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answering.corpus_view import Card
from rag.answering.overlap import longest_common

UNIT_CHARS = 3
"""From here on the whole name of a unit, without 公司, is known again in a question."""

PART_OF_UNIT_CHARS = 4
"""From here on a part of a unit's name is, if it is half of the name: 青湾航运 of 青湾航运集团."""

PLACE = re.compile("^(.{2,4})[省市县区州盟旗镇乡]$")
"""A place as units begin with it; they often leave out the last character: 青湾航运 of 青湾市."""

WRITES = re.compile("(?:的|有|里|都|一共|总共|这边|那边)*(?:作者|单位|文章|稿|谁|哪|写|发|登|几|还)")
"""Behind the beginning of a unit's name: its authors and articles are asked for, not what it did."""


def by_unit(cards: Sequence[Card], folded: str, *, several: bool) -> list[Card]:
    """The cards whose unit a question names: by its own name without 有限公司, or by a long stretch of it.

    Where ``several`` articles are asked for, the company or the place that their units begin with is enough.
    """
    stem = _stem(cards, folded) if several else ""
    if stem:
        place = PLACE.match(stem)
        begins = place.group(1) if place else stem
        return [card for card in cards if card.affiliation.startswith(begins) or stem in card.affiliation]
    return _by_stretch(cards, folded)


def _by_stretch(cards: Sequence[Card], folded: str) -> list[Card]:
    found = []
    for card in cards:
        core = card.unit_core
        if len(core) >= UNIT_CHARS:
            shared = longest_common(card.affiliation, folded)
            if core in folded or shared >= max(PART_OF_UNIT_CHARS, 0.5 * len(core)):
                found.append((shared, card))
    best = max((shared for shared, _ in found), default=0)
    return [card for shared, card in found if shared >= best - 1]


def _stem(cards: Sequence[Card], folded: str) -> str:
    """The longest beginning of a unit that stands in the question, if it is a place or long enough."""
    stem = max((_beginning(card.affiliation, folded) for card in cards), key=len, default="")
    long_enough = len(stem) >= PART_OF_UNIT_CHARS or PLACE.match(stem)
    return stem if long_enough and WRITES.match(folded.split(stem, 1)[1]) else ""


def _beginning(unit: str, folded: str) -> str:
    """The longest beginning of ``unit`` that stands in ``folded``."""
    length = 0
    while length < len(unit) and unit[: length + 1] in folded:
        length += 1
    return unit[:length]
