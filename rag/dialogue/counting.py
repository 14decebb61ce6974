"""What does a turn ask that counts in an earlier list: 第二点怎么做, 前两项呢, 剩下的呢?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answering.question import asks
from rag.dialogue.counting_cues import REMAINING
from rag.dialogue.cues import MORE_DETAIL
from rag.dialogue.items import Ordinal, item_at, listed_for, ordinal_in, remaining_items, several_in
from rag.dialogue.names import beside_its_like
from rag.dialogue.shown_lists import Item, Listed
from rag.dialogue.turn import Turn
from rag.dialogue.understood import Understood
from rag.text.normalise import fold, normalise
from rag.text.numerals import chinese
from rag.text.tokens import content_words

SHORT_ITEM = 12
"""Characters up to which an item reads well without a comma after it."""


def counted(said: Turn) -> Understood | None:
    """``第二点怎么做`` with the item's words, or the last question with another number."""
    ordinal = ordinal_in(said.folded)
    if ordinal is None:
        return None
    before, rest = said.folded[: ordinal.start], said.folded[ordinal.end :]
    bare = not content_words(before + rest) and not asks(rest)
    if bare and (same := _counted_on(ordinal, said)):
        return same
    listed = listed_for(ordinal.counter, said.told)
    item = item_at(ordinal, listed, said.last.text) if listed else None
    if listed is None or item is None:
        return None
    rest = rest.removeprefix(fold(item.text[-1]))
    text = (
        _asked_of_its_neighbour(item, listed, said) if bare and not MORE_DETAIL.pattern.search(rest) else None
    )
    siblings = tuple(one.whole for one in listed.items)
    asked = "" if text else _asked(rest, listed, said)
    if len(item.text) > SHORT_ITEM and len(content_words(MORE_DETAIL.pattern.sub("", fold(asked)))) > 1:
        return Understood(
            f"{asked.strip('，')}?", f"{item.text}，{listed.question}", item.article_id, siblings
        )
    return Understood(text or _of_item(item, asked), listed.question, item.article_id, siblings)


def several(said: Turn) -> Understood | None:
    """``前两种呢``: the question for these items together."""
    meant = several_in(said.folded)
    listed = listed_for(meant.counter, said.told) if meant else None
    if meant is None or listed is None:
        return None
    items = meant.of(listed.items)
    if len(items) < 2:
        return None
    asked = _asked(said.folded[meant.end :], listed, said)
    if content_words(asked) or asks(fold(asked)):
        return Understood(f"{_together(items)}{asked}?", listed.question, items[0].article_id)
    return Understood(f"{_together(items)}分别指什么?", listed.question, items[0].article_id)


def remaining(said: Turn) -> Understood | None:
    """``剩下那两个呢``: the items of the last list that were not asked about, as a name."""
    if not REMAINING.pattern.match(said.folded):
        return None
    items = remaining_items(said.told)
    if not items:
        return None
    asked = beside_its_like(items[0].text, said.last.text)
    text = asked.replace(items[0].text, _together(items), 1) if asked else f"{_together(items)}分别指什么?"
    return Understood(text, focus=items[0].article_id)


def _together(items: Sequence[Item]) -> str:
    return "、".join(item.text for item in items)


def _asked_of_its_neighbour(item: Item, listed: Listed, said: Turn) -> str | None:
    """The last question, asked of another item than the one that it was asked of; of several together, it is none."""
    before = listed.spoken_of(said.last.text)
    old = listed.items[before].text if before is not None else ""
    if (
        not old
        or old not in said.last.text
        or listed.spoken_of(said.last.text.replace(old, "", 1)) is not None
    ):
        return None
    return _ITS_COUNT.sub("哪几", said.last.text.replace(old, item.text, 1))


_ITS_COUNT = re.compile(r"哪[一二两三四五六七八九十\d]+(?=个|种|类|项|条|点|方面|步)")
"""A number that belongs to the item before, not to this one."""

_ITS_NOUN = re.compile(r"^(?:里头?|里面|当中|其中|中|下面|呢|的|,|、|那)*")


def _asked(rest: str, listed: Listed, said: Turn) -> str:
    """What is asked of the item, as typed: ``第二个挑战怎么解决`` without 挑战 where the list was of 挑战."""
    parted = rest.lstrip("呢的里头面")[:1] == ","
    rest = _ITS_NOUN.sub("", rest)
    question = fold(listed.question)
    size = next((n for n in range(min(6, len(rest)), 1, -1) if rest[:n] in question), 0)
    if not size and rest and re.search(rf"[二两三四五六七八九十几\d]个?{re.escape(rest[0])}", question):
        size = 1
    asked = (_ITS_NOUN.sub("", rest[size:]) if content_words(rest[:size]) else rest).strip("?。! ")
    if not asked:
        return ""
    typed = said.text.strip()
    normalised = normalise(typed)
    at = normalised.text.rindex(asked)
    return ("，" if parted else "") + normalised.span(at, at + len(asked)).slice(typed)


def _of_item(item: Item, asked: str) -> str:
    """The question about an item; what it means, where nothing else is asked."""
    beside_detail = MORE_DETAIL.pattern.sub("", fold(asked))
    if not content_words(beside_detail) and not asks(beside_detail):
        return f"{item.text}具体指什么?"
    comma = "，" if len(item.text) > SHORT_ITEM and not asked.startswith("，") else ""
    return f"{item.text}{comma}{asked}?"


def _counted_on(ordinal: Ordinal, said: Turn) -> Understood | None:
    """The last question with another number: 第一个挑战是什么 → 第二个挑战是什么."""
    asked = normalise(said.last.text)
    before = ordinal_in(asked.text, within=len(asked.text))
    if before is None or not before.counter:
        return None
    number = ordinal.number or (before.number or 0) + ordinal.step
    if number == 0 or (number < 0 and not ordinal.number):
        return None
    put = _numbered(number) + before.counter
    place = asked.span(before.start, before.end)
    text = said.last.text[: place.start] + put + said.last.text[place.end :]
    return Understood(text, said.last.context, said.focus)


def _numbered(number: int) -> str:
    if number == -1:
        return "最后一"
    return f"倒数第{chinese(-number)}" if number < 0 else f"第{chinese(number)}"
