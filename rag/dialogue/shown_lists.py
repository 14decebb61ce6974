"""Which lists were shown in a conversation, and what is each of their items called?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.answering.answer import AboutAnswer, ListAnswer, OutlineAnswer, QuestionKind
from rag.answering.lists.coordination import coordinations
from rag.answering.quote import Quote
from rag.reply import Reply
from rag.text.normalise import fold
from rag.text.numbering import enumerations
from rag.text.numerals import value_of
from rag.text.segmenter import words_of


@dataclass(frozen=True)
class Item:
    """One item of a list that was shown."""

    text: str
    """As it is called in a question."""
    article_id: str
    whole: str
    """As it was shown."""


@dataclass(frozen=True)
class Listed:
    """A list that was shown, and the question it answered."""

    question: str
    items: tuple[Item, ...]

    def spoken_of(self, said: str) -> int | None:
        """Which item a question names, from 0; the longest where one stands inside another."""
        named = [at for at, item in enumerate(self.items) if fold(item.text) in fold(said)]
        return max(named, key=lambda at: len(self.items[at].text), default=None)


def lists_of(told: Sequence[Reply]) -> Iterator[Listed]:
    """The lists that were shown, latest first."""
    asked = "\n".join(fold(reply.understood.text) for reply in told if reply.understood)
    for reply in reversed(told):
        items = _items(reply, asked)
        if len(items) > 1 and reply.understood:
            yield Listed(reply.understood.text, items)


def _items(reply: Reply, asked: str) -> tuple[Item, ...]:
    if isinstance(reply.answer, AboutAnswer):
        return ()
    quotes = [item.quote for item in reply.answer.items]
    if isinstance(reply.answer, ListAnswer | OutlineAnswer):
        return _called([(quote.text, quote.article_id) for quote in quotes])
    for quote in quotes:
        for texts in (*_told(quote), *_set_side_by_side(quote, reply, asked)):
            return _called([(text, quote.article_id) for text in texts])
    return ()


def _called(shown: Sequence[tuple[str, str]]) -> tuple[Item, ...]:
    names = names_of([text for text, _ in shown])
    return tuple(Item(name, article, text) for name, (text, article) in zip(names, shown, strict=True))


def _told(quote: Quote) -> Iterator[list[str]]:
    """The items of 一是…；二是… in a quotation."""
    for markers in enumerations(quote.text):
        ends = [*(marker.span.start for marker in markers[1:]), len(quote.text)]
        texts = [quote.text[m.span.end : end].strip(_LAYOUT) for m, end in zip(markers, ends, strict=True)]
        if len(texts) > 1 and all(texts):
            yield texts


def _set_side_by_side(quote: Quote, reply: Reply, asked: str) -> Iterator[list[str]]:
    """The items of 甲、乙、丙 in a quotation, where the questions show that they are about them.

    They do when this one names so many (哪四项, “四查”) or asks for a list, or when any of them names an item.
    """
    question = fold(reply.understood.text if reply.understood else reply.question)
    counts = {value_of(number) for number in _MANY.findall(question)}
    for cell in quote.text.split("|"):
        for found in coordinations(cell):
            texts = [item.slice(cell).strip(_LAYOUT).removeprefix("指") for item in found.items]
            named = any(len(text) > 1 and fold(text) in asked for text in texts)
            wanted = named or reply.kind is QuestionKind.LIST
            if all(texts) and (len(texts) in counts or (wanted and len(texts) > 2)):
                yield texts


_LAYOUT = " ,，、:：;；。“”\"'"
_MANY = re.compile(r"(?<!第)[二两三四五六七八九十]+")
"""``五项权利是什么``, ``“四查”指什么``: how many there are."""


def names_of(texts: Sequence[str]) -> list[str]:
    """What the items of a list are called in a question: without the words that all of them begin with.

    >>> names_of(["注重查验新船，看证书齐不齐", "注重查验旧船，看船底漏不漏"])
    ['新船', '旧船']
    >>> names_of(["停航检修", "限期换证。"])
    ['停航检修', '限期换证']
    """
    called = [short_of(text) for text in texts]
    if max(map(len, called), default=0) < LONG_NAME:
        return called
    words = [words_of(name) for name in called]
    shared = 0
    while all(len(one) > shared + 1 for one in words) and len({one[shared] for one in words}) == 1:
        if len(words[0][shared]) < 2 or not words[0][shared].isalnum():
            break
        shared += 1
    cut = len("".join(words[0][:shared]))
    bare = [name[cut:] for name in called]
    fair = len(called) > 1 and len(set(bare)) == len(bare) and all(len(name) > 1 for name in bare)
    return [_first_clause(name) for name in bare] if cut and fair else called


LONG_NAME = 10
"""Characters from which one of the names is too long to be said in full."""

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


def _first_clause(name: str) -> str:
    end = _END.search(name, 2)
    return name[: end.start()] if end else name
