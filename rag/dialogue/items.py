"""Which item of which earlier list does an ordinal mean?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.dialogue.counting_cues import ORDINAL, ORDINAL_WITHIN, SEVERAL
from rag.dialogue.shown_lists import Item, Listed, lists_of
from rag.reply import Reply
from rag.text.normalise import fold
from rag.text.numerals import value_of


@dataclass(frozen=True)
class Ordinal:
    """An ordinal as it stands in a turn."""

    start: int
    end: int
    number: int | None
    """From 1, or from the end: -1 for the last; ``None`` for one counted from the item last spoken of."""
    counter: str
    """种 in 第二种; empty where none is said."""
    step: int = 1
    """How far from the item last spoken of: 1 for the next, -1 for the one before."""


def ordinal_in(folded: str, within: int = ORDINAL_WITHIN) -> Ordinal | None:
    """The ordinal that begins at most ``within`` characters into a turn.

    >>> ordinal_in("第二种呢?")
    Ordinal(start=0, end=3, number=2, counter='种', step=1)
    >>> ordinal_in("第一责任人是谁?"), ordinal_in("最后给什么处分?")
    (None, None)
    """
    match = ORDINAL.pattern.search(folded)
    if not match or match.start() > within or SEVERAL.pattern.search(folded):
        return None
    last, first = match["last"] or match["end"] or match["latter"], match["first"] or match["former"]
    number = -1 if last else 1 if first else None
    if said_number := match["number"] or match["from_end"]:
        number = value_of(said_number)
        if not number:
            return None
        number = -number if match["from_end"] else number
    counter = next((c for name, c in match.groupdict().items() if c and name.endswith("counter")), "")
    return Ordinal(match.start(), match.end(), number, counter, -1 if match["previous"] else 1)


@dataclass(frozen=True)
class Several:
    """Items that are counted together in a turn: 前两种, 第一和第三种."""

    numbers: tuple[int, ...]
    """From 1, or from the end."""
    counter: str
    end: int
    """Where what is asked of them begins."""

    def of(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """Those of a list; empty where it is too short."""
        if any(abs(number) > len(items) for number in self.numbers):
            return ()
        return tuple(items[number - 1 if number > 0 else number] for number in self.numbers)


def several_in(folded: str) -> Several | None:
    """The items counted together at the beginning of a turn.

    >>> several_in("前两种呢?")
    Several(numbers=(1, 2), counter='种', end=3)
    >>> several_in("第一和第三种归谁管?")
    Several(numbers=(1, 3), counter='种', end=6)
    """
    match = SEVERAL.pattern.search(folded)
    if not match or match.start() > ORDINAL_WITHIN:
        return None
    one, other, many = (value_of(match[name] or "") for name in ("one", "other", "many"))
    counter = match["counter"] or match["side_counter"] or ""
    if one and other:
        through = range(one, other + 1) if match["through"] else (one, other)
        return Several(tuple(through), counter, match.end())
    if not many:
        return None
    first = match["side"] in ("前", "头")
    return Several(tuple(range(1, many + 1) if first else range(-many, 0)), counter, match.end())


def listed_for(counter: str, told: Sequence[Reply]) -> Listed | None:
    """The list that an ordinal counts in.

    The latest that was asked for with the same counter (哪几种 … 第二种); else the one that the last turn spoke
    of an item of; else the latest.
    """
    lists = list(lists_of(told))
    last = told[-1].understood
    counted = re.compile(rf"(?:几|哪|[一二两三四五六七八九十\d]){re.escape(counter)}")
    if counter and counter != "个":
        for found in lists:
            if counted.search(fold(found.question)):
                return found
    for found in lists:
        if last and found.question != last.text and found.spoken_of(last.text) is not None:
            return found
    return lists[0] if lists else None


def item_at(ordinal: Ordinal, listed: Listed, last: str) -> Item | None:
    """The item meant; ``None`` where the list is too short, or where nothing says what the next one follows."""
    at = ordinal.number
    if at is None:
        spoken_of = listed.spoken_of(last)
        if spoken_of is None:
            return None
        at = spoken_of + 1 + ordinal.step
        return listed.items[at - 1] if 1 <= at <= len(listed.items) else None
    at = at if at > 0 else len(listed.items) + 1 + at
    return listed.items[at - 1] if 1 <= at <= len(listed.items) else None


def remaining_items(told: Sequence[Reply]) -> tuple[Item, ...]:
    """The items of the latest list that no question has named; empty where all or none have been."""
    asked = [fold(reply.understood.text) for reply in told if reply.understood]
    for found in lists_of(told):
        rest = [item for item in found.items if not any(fold(item.text) in question for question in asked)]
        if 0 < len(rest) < len(found.items):
            return tuple(rest)
    return ()
