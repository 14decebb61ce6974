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
    cores = {card.affiliation: card.unit_core for card in cards}
    shared = {unit: length for unit, core in cores.items() if (length := _shared(unit, core, folded))}
    least = max(shared.values(), default=0) - 1
    named = {unit for unit, length in shared.items() if length >= least}
    return [card for card in cards if card.affiliation in named] if named else []


def _shared(unit: str, core: str, folded: str) -> int:
    """Characters of the longest stretch that names the unit; 0 where the question does not name it."""
    if len(core) < UNIT_CHARS or not _have_a_run(unit, folded):
        return 0
    shared = longest_common(unit, folded)
    return shared if core in folded or shared >= max(PART_OF_UNIT_CHARS, 0.5 * len(core)) else 0


def _have_a_run(unit: str, folded: str) -> bool:
    """Whether three characters in a row of the one stand in the other: most units have none, and are done with."""
    return any(unit[at : at + UNIT_CHARS] in folded for at in range(len(unit) - UNIT_CHARS + 1))


def _stem(cards: Sequence[Card], folded: str) -> str:
    """The longest beginning of a unit that stands in the question, if it is a place or long enough."""
    units = dict.fromkeys(card.affiliation for card in cards)
    stem = max((_beginning(unit, folded) for unit in units if unit[:1] in folded), key=len, default="")
    long_enough = len(stem) >= PART_OF_UNIT_CHARS or PLACE.match(stem)
    return stem if long_enough and WRITES.match(folded.split(stem, 1)[1]) else ""


def _beginning(unit: str, folded: str) -> str:
    """The longest beginning of ``unit`` that stands in ``folded``."""
    length = 0
    while length < len(unit) and unit[: length + 1] in folded:
        length += 1
    return unit[:length]
