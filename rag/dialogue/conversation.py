"""What does a follow-up leave out, and what was said before that fills it in?

What was understood before may be typed again as it is shown, （承上：…） and all: it says all by itself. Else the
rules, in the order in which they are tried; each leaves a stand-alone question alone:

1. a change of topic (换个话题) leans on nothing;
2. a correction, a return, 还有呢 or 换成 (不是，我问的是…; 回到…) is stripped, and the turn leans on what it means;
3. an ordinal (第二点呢, 最后一种) becomes the words of that item of an earlier list, or counts on in a question
   that was asked by number; 剩下的呢 becomes the items not asked about;
4. a name alone (那工作纪律呢) takes the place of its like, or of the subject, in the last question;
5. 详细说说 alone asks more of the last answer;
6. a turn that names an article in 《》 or a term to define stands alone;
7. a turn that points back, or says too little to be searched alone, leans on the last question and on the one
   that this leant on;
8. anything else stands alone, and only prefers the article that was spoken of a little.

A turn that was refused, or was no question, is leant on only where there is nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rag.answering.doubt import is_telling
from rag.answering.question import analyse, asks
from rag.dialogue.cues import (
    ADDING,
    BESIDES,
    CONDITION,
    CORRECTION,
    GO_BACK,
    INSTEAD,
    MORE_DETAIL,
    NAME,
    NAMED,
    OPENING,
    POINTING,
    REMAINING,
    SEVERAL,
    SWITCH,
    THESE_FEW,
    Cue,
)
from rag.dialogue.items import Item, Listed, Ordinal, item_at, listed_for, ordinal_in, remaining_items
from rag.dialogue.names import as_subject, beside_its_like
from rag.dialogue.understood import Understood
from rag.reply import Reply
from rag.text.normalise import fold, normalise
from rag.text.numerals import chinese
from rag.text.spans import Span
from rag.text.tokens import content_words

ENOUGH_WORDS = 4
"""Content words with which a turn without any cue is a question of its own."""

TELLING_WORDS = 2
"""Words rare in general Chinese with which a turn says what it is about."""

SHORT_ITEM = 12
"""Characters up to which an item reads well without a comma after it."""


@dataclass(frozen=True)
class Conversation:
    """The replies so far, oldest first: all that a follow-up may lean on."""

    replies: tuple[Reply, ...] = ()

    def after(self, reply: Reply) -> Conversation:
        """The conversation with one more turn."""
        return Conversation((*self.replies, reply))


@dataclass(frozen=True)
class _Turn:
    """What is said now, and what it may lean on."""

    text: str
    """As typed, without the words of correcting and returning."""
    told: tuple[Reply, ...]
    """The earlier turns up to the one it leans on; never empty, each understood."""
    leans: bool = False
    """Its own words say that it goes on from what was said."""

    @property
    def folded(self) -> str:
        return fold(self.text).strip()

    @property
    def last(self) -> Understood:
        return _understood(self.told[-1])

    @property
    def topic(self) -> str:
        """What the last question was about: that question, after the one that it leant on."""
        chain = [_understood(reply) for reply in self.told]
        anchor = next((u for u in reversed(chain) if not u.context), chain[0])
        last = chain[-1]
        if anchor.text == last.text or anchor.text in last.text:
            return last.text
        return anchor.text + ("" if anchor.text[-1:] in "?？。!！" else "，") + last.text

    @property
    def focus(self) -> str | None:
        """The article that the last answer was taken from."""
        items = self.told[-1].answer.items
        return items[0].quote.article_id if items else self.last.focus

    @property
    def shown(self) -> tuple[str, ...]:
        """Every quotation shown so far, each once."""
        quotes = (item.quote.text for reply in self.told for item in reply.answer.items)
        return tuple(dict.fromkeys(quotes))

    def without(self, cue: Cue) -> _Turn | None:
        """The turn without the words of a cue that it begins with; ``None`` where it does not, or is no more."""
        said = normalise(self.text.strip())
        match = cue.pattern.match(said.text)
        if match is None:
            return None
        rest = said.text[match.end() :].strip(" ,。")
        if not rest:
            return None
        at = said.text.index(rest, match.end())
        place = said.span(at, at + len(rest))
        return replace(self, text=place.slice(self.text.strip()), leans=True)


def understand(turn: str, conversation: Conversation) -> Understood:
    """What a turn asks once the conversation has filled in what it leaves out."""
    told_whole = Understood.read(turn)
    if told_whole.context:
        return told_whole
    real = [reply for reply in conversation.replies if reply.understood and reply.understood.text.strip()]
    told = tuple(reply for reply in real if not reply.abstained) or tuple(real)
    if not told or not fold(turn).strip():
        return Understood(turn)
    said = _Turn(turn, told)
    switched = said.without(SWITCH)
    if switched and not POINTING.pattern.search(switched.folded):
        return Understood(switched.text)
    said = _stripped(switched or said)
    return (
        _more_of_the_same(said)
        or _counted(said)
        or _remaining(said)
        or _name(said)
        or _detail(said)
        or _leaning(said)
    )


def _understood(reply: Reply) -> Understood:
    return reply.understood or Understood(reply.question)


def _stripped(said: _Turn) -> _Turn:
    """Without the words of correcting, returning, adding and replacing; leaning on the turn that they mean."""
    back = said.without(GO_BACK)
    if back:
        return replace(back, told=_up_to_spoken_of(back.folded, back.told))
    for cue in (CORRECTION, ADDING):
        said = said.without(cue) or said
    instead = said.without(INSTEAD)
    return replace(instead, leans=not asks(instead.folded)) if instead else said


def _up_to_spoken_of(folded: str, told: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """The turns up to the one that shares most words with this one, the latest of equals; else the first."""
    words = content_words(folded)

    def shared(at: int) -> int:
        said = fold(_understood(told[at]).text + "".join(item.quote.text for item in told[at].answer.items))
        return sum(word in said for word in words)

    best = max(range(len(told)), key=lambda at: (shared(at), at))
    return told[: 1 + best] if shared(best) else told[:1]


def _more_of_the_same(said: _Turn) -> Understood | None:
    match = ADDING.pattern.match(said.folded)
    if not match or match.end() < len(said.folded):
        return None
    return replace(said.last, focus=said.focus, besides=said.shown)


def _counted(said: _Turn) -> Understood | None:
    """``第二点怎么做`` with the item's words, or the last question with another number."""
    ordinal = ordinal_in(said.folded)
    if ordinal is None:
        return None
    normalised = normalise(said.text.strip())
    rest = normalised.text[ordinal.end :]
    bare = not content_words(normalised.text[: ordinal.start] + rest)
    counted = _counted_on(ordinal, said) if bare and not asks(rest) else None
    if counted:
        return counted
    listed = listed_for(ordinal.counter, said.told)
    item = item_at(ordinal, listed, said.last.text) if listed else None
    if listed is None or item is None:
        return None
    asked = _after_noun(rest, listed).strip("?。! ")
    place = normalised.span(at := normalised.text.rindex(asked), at + len(asked)) if asked else Span(0, 0)
    before = listed.spoken_of(said.last.text)
    old = listed.items[before].text if before is not None else ""
    if bare and not asks(rest) and not MORE_DETAIL.pattern.search(rest) and old and old in said.last.text:
        text = _ITS_COUNT.sub("哪几", said.last.text.replace(old, item.text, 1))
    else:
        text = _of_item(item, place.slice(said.text.strip()))
    return Understood(text, listed.question, item.article_id)


_ITS_COUNT = re.compile(r"哪[一二两三四五六七八九十\d]+(?=个|种|类|项|条|点|方面|步)")
"""A number that belongs to the item before, not to this one."""

_ITS_NOUN = re.compile(r"^(?:里头?|里面|当中|其中|中|下面|呢|的|,|、|那)*")


def _after_noun(rest: str, listed: Listed) -> str:
    """What is asked of the item: ``第二个挑战怎么解决`` without 挑战 where the list was of 挑战."""
    rest = _ITS_NOUN.sub("", rest)
    question = fold(listed.question)
    size = next((n for n in range(min(6, len(rest)), 1, -1) if rest[:n] in question), 0)
    return _ITS_NOUN.sub("", rest[size:]) if content_words(rest[:size]) else rest


def _of_item(item: Item, asked: str) -> str:
    """The question about an item; what it means, where nothing else is asked."""
    beside_detail = MORE_DETAIL.pattern.sub("", fold(asked))
    if not content_words(beside_detail) and not asks(beside_detail):
        return f"{item.text}具体指什么?"
    comma = "，" if len(item.text) > SHORT_ITEM else ""
    return f"{item.text}{comma}{asked}?"


def _counted_on(ordinal: Ordinal, said: _Turn) -> Understood | None:
    """The last question with another number: 第一个挑战是什么 → 第二个挑战是什么."""
    asked = normalise(said.last.text)
    before = ordinal_in(asked.text, within=len(asked.text))
    if before is None or not before.counter:
        return None
    number = ordinal.number or (before.number or 0) + 1
    put = ("最后一" if number == -1 else f"第{chinese(number)}") + before.counter
    place = asked.span(before.start, before.end)
    text = said.last.text[: place.start] + put + said.last.text[place.end :]
    return replace(said.last, text=text, focus=said.focus, besides=())


def _remaining(said: _Turn) -> Understood | None:
    """``剩下那两个呢``: the items of the last list that were not asked about, as a name."""
    if not REMAINING.pattern.match(said.folded):
        return None
    items = remaining_items(said.told)
    if not items:
        return None
    name = "、".join(item.text for item in items)
    asked = beside_its_like(items[0].text, said.last.text)
    text = asked.replace(items[0].text, name, 1) if asked else f"{name}分别指什么?"
    return Understood(text, focus=items[0].article_id)


def _name(said: _Turn) -> Understood | None:
    """``那工作纪律呢`` after ``群众纪律是什么意思?``: it replaces its like, or the subject of the question."""
    match = NAME.pattern.match(said.folded)
    asking = asks(THESE_FEW.pattern.sub("", said.folded))
    if (
        not match
        or asking
        or any(cue.pattern.search(said.folded) for cue in (MORE_DETAIL, REMAINING, SEVERAL))
    ):
        return None
    name = _as_typed(said.text, match).strip("那,，")
    if len(name) < 2 or not content_words(name):
        return None
    alike = beside_its_like(name, said.last.text)
    if alike:
        return replace(said.last, text=alike, focus=said.focus, besides=())
    elsewhere = beside_its_like(name, said.last.context)
    if elsewhere:
        return replace(said.last, context=elsewhere, focus=said.focus, besides=())
    if not (match["opening"] or match["end"] or said.leans):
        return None
    context = said.last.context or said.last.text
    if CONDITION.pattern.search(fold(name)):
        return Understood(f"{name}怎么办?", said.topic, said.focus)
    asked = as_subject(name, said.last.text)
    return Understood(asked, context, said.focus) if asked else None


def _as_typed(text: str, match: re.Match[str]) -> str:
    span: Span = normalise(text.strip()).span(*match.span("name"))
    return span.slice(text.strip())


def _detail(said: _Turn) -> Understood | None:
    """``详细说说`` alone: more of what the last answer said, in its words where they are few."""
    if not MORE_DETAIL.pattern.search(said.folded) or content_words(MORE_DETAIL.pattern.sub("", said.folded)):
        return None
    items = said.told[-1].answer.items
    if not items:
        return None
    quote = items[0].quote
    few = len(items) == 1 and len(quote.text) <= 2 * SHORT_ITEM and not quote.text.endswith("。")
    text = quote.text + "具体指什么?" if few else said.last.text
    context = said.last.text if few else said.last.context
    return Understood(text, context, quote.article_id)


def _says_enough(folded: str) -> bool:
    """Whether a turn without any cue says by itself what it is about: by many words, or by rare ones."""
    words = content_words(folded)
    telling = sum(is_telling(word) for word in words if len(word) > 1)
    return len(words) >= ENOUGH_WORDS or telling >= TELLING_WORDS


def _leaning(said: _Turn) -> Understood:
    folded = said.folded
    cues = (POINTING.pattern.search, OPENING.pattern.match, MORE_DETAIL.pattern.search)
    besides = said.shown if BESIDES.pattern.search(folded) else ()
    points = said.leans or any(cue(folded) for cue in cues) or bool(besides)
    if not points and (NAMED.pattern.search(folded) or analyse(folded).term):
        return Understood(said.text)
    if points or not _says_enough(folded):
        return Understood(said.text, said.topic, said.focus, besides=besides)
    return Understood(said.text, focus=said.focus)
