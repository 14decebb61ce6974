"""Which item of which earlier list does an ordinal mean?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.answering.answer import AboutAnswer, ListAnswer, OutlineAnswer
from rag.answering.lists.coordination import coordinations
from rag.answering.question import analyse
from rag.dialogue.cues import ORDINAL, ORDINAL_WITHIN, SEVERAL
from rag.reply import Reply
from rag.text.normalise import fold
from rag.text.numerals import value_of


@dataclass(frozen=True)
class Ordinal:
    """An ordinal as it stands in a turn."""

    start: int
    end: int
    number: int | None
    """From 1; -1 for the last; ``None`` for the one after the item last spoken of."""
    counter: str
    """种 in 第二种; empty where none is said."""


@dataclass(frozen=True)
class Item:
    """One item of a list that was shown."""

    text: str
    """As it is called in a question."""
    article_id: str


@dataclass(frozen=True)
class Listed:
    """A list that was shown, and the question it answered."""

    question: str
    items: tuple[Item, ...]

    def spoken_of(self, said: str) -> int | None:
        """Which item a question names, from 0; the longest where one stands inside another."""
        named = [at for at, item in enumerate(self.items) if fold(item.text) in fold(said)]
        return max(named, key=lambda at: len(self.items[at].text), default=None)


LONGEST_NAME = 20
"""Characters up to which an item is called by all of its words."""

_END = re.compile(r"[，,；;：:。]")


def short_of(text: str) -> str:
    """What an item is called in a question: a long one by its first clause.

    >>> short_of("限期换证。")
    '限期换证'
    >>> short_of("青湾渡口还推行夜航双岗制，由船队和渡口各出一人轮流值守到天亮。")
    '青湾渡口还推行夜航双岗制'
    """
    words = text.strip().rstrip("。；;，,：: ")
    end = _END.search(words, 4)
    return words[: end.start()] if end and len(words) > LONGEST_NAME else words


def ordinal_in(folded: str, within: int = ORDINAL_WITHIN) -> Ordinal | None:
    """The ordinal that begins at most ``within`` characters into a turn.

    >>> ordinal_in("第二种呢?")
    Ordinal(start=0, end=3, number=2, counter='种')
    >>> ordinal_in("第一责任人是谁?"), ordinal_in("最后给什么处分?")
    (None, None)
    """
    match = ORDINAL.pattern.search(folded)
    if not match or match.start() > within or SEVERAL.pattern.search(folded):
        return None
    last, first = match["last"] or match["end"] or match["latter"], match["first"] or match["former"]
    number = -1 if last else 1 if first else None
    if match["number"]:
        number = value_of(match["number"])
        if number is None:
            return None
    counter = next((c for name, c in match.groupdict().items() if c and name.endswith("counter")), "")
    return Ordinal(match.start(), match.end(), number, counter)


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


def lists_of(told: Sequence[Reply]) -> Iterator[Listed]:
    """The lists that were shown, latest first."""
    asked = "\n".join(fold(reply.understood.text) for reply in told if reply.understood)
    for reply in reversed(told):
        items = _items(reply, asked)
        if len(items) > 1 and reply.understood:
            yield Listed(reply.understood.text, items)


def _items(reply: Reply, asked: str) -> tuple[Item, ...]:
    if isinstance(reply.answer, ListAnswer | OutlineAnswer):
        quotes = [item.quote for item in reply.answer.items]
        return tuple(Item(short_of(quote.text), quote.article_id) for quote in quotes)
    return () if isinstance(reply.answer, AboutAnswer) else _enumerated(reply, asked)


def _enumerated(reply: Reply, asked: str) -> tuple[Item, ...]:
    """The items of an enumeration in a quoted sentence, where the questions show that they are about it.

    They do when this one asks for just so many, or when any of them names an item.
    """
    promised = _promised(reply.understood.text) if reply.understood else None
    for answered in reply.answer.items:
        quote = answered.quote
        for cell in quote.text.split("|"):
            for found in coordinations(cell):
                texts = [item.slice(cell).strip(" “”\"'").removeprefix("指") for item in found.items]
                named = any(len(text) > 1 and fold(text) in asked for text in texts)
                if all(texts) and (len(texts) == promised or (named and len(texts) > 2)):
                    return tuple(Item(text, quote.article_id) for text in texts)
    return ()


def _promised(question: str) -> int | None:
    match = _COUNTED.search(fold(question))
    return analyse(question).count or (value_of(match.group(1)) if match else None)


_COUNTED = re.compile(r"(?<!第)([二两三四五六七八九十]+)(?:个|种|类|项|条|点|大|方面|步)")
"""``五项权利是什么``: how many there are."""


def item_at(ordinal: Ordinal, listed: Listed, last: str) -> Item | None:
    """The item meant; ``None`` where the list is too short, or where nothing says what the next one follows."""
    at = ordinal.number
    if at is None:
        spoken_of = listed.spoken_of(last)
        if spoken_of is None:
            return None
        at = spoken_of + 2
    if at == -1:
        return listed.items[-1]
    return listed.items[at - 1] if 1 <= at <= len(listed.items) else None


def remaining_items(told: Sequence[Reply]) -> tuple[Item, ...]:
    """The items of the latest list that no question has named; empty where all or none have been."""
    asked = [fold(reply.understood.text) for reply in told if reply.understood]
    for found in lists_of(told):
        rest = [item for item in found.items if not any(fold(item.text) in question for question in asked)]
        if 0 < len(rest) < len(found.items):
            return tuple(rest)
    return ()
