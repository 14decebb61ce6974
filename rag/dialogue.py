"""What does a follow-up leave out, and what was said before that fills it in?

The rules, in the order in which they are tried; each leaves a stand-alone question alone:

1. a correction or a return (不是，我问的是…; 回到…) is stripped, and the turn leans on the earlier question;
2. a change of topic (换个话题) leans on nothing;
3. an ordinal (第二点呢, 最后一种) becomes the words of that item of the last list, or counts on in the question
   that was asked by number;
4. a bare name (那工作纪律呢) takes the place of its like in the last question;
5. a turn that points back, or says too little to be searched alone, leans on the last question;
6. anything else stands alone, and only prefers the article that was spoken of a little.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.answering.answer import AnswerItem, ListAnswer, OutlineAnswer
from rag.answering.question import asks
from rag.followup_table import (
    BARE,
    CORRECTION,
    GO_BACK,
    MORE_DETAIL,
    NEXT,
    OPENING,
    ORDINAL,
    POINTING,
    SWITCH,
)
from rag.reply import Reply
from rag.text.normalise import fold
from rag.text.numerals import chinese, value_of
from rag.text.tokens import content_words
from rag.understood import Understood

ENOUGH_WORDS = 3
"""Content words with which a turn without any cue is a question of its own."""


@dataclass(frozen=True)
class Conversation:
    """The replies so far, oldest first: all that a follow-up may lean on."""

    replies: tuple[Reply, ...] = ()

    def after(self, reply: Reply) -> Conversation:
        """The conversation with one more turn."""
        return Conversation((*self.replies, reply))


def understand(turn: str, conversation: Conversation) -> Understood:
    """What a turn asks once the conversation has filled in what it leaves out."""
    told = [reply for reply in conversation.replies if reply.understood]
    if not told:
        return Understood(turn)
    folded = fold(turn).strip()
    if SWITCH.pattern.match(folded):
        return Understood(_rest(SWITCH.pattern, folded) or turn)
    last, leaning = told[-1], False
    for cue in (CORRECTION, GO_BACK):
        if cue.pattern.match(folded):
            folded, leaning = _rest(cue.pattern, folded) or folded, True
            last = _spoken_of(folded, told[:-1] or told) if cue is GO_BACK else last
    return (
        _ordinal(folded, last, told)
        or _bare_name(folded, last)
        or _leaning(turn if not leaning else folded, folded, last, certain=leaning)
    )


def _rest(pattern: re.Pattern[str], folded: str) -> str:
    return pattern.sub("", folded, count=1).strip(" ,，。")


def _spoken_of(folded: str, told: Sequence[Reply]) -> Reply:
    """The earlier turn that shares most words with this one; the latest of equals."""
    words = content_words(folded)

    def shared(reply: Reply) -> int:
        said = fold(reply.understood_as + "".join(item.quote.text for item in reply.answer.items))
        return sum(word in said for word in words)

    return max(reversed(told), key=shared)


def _ordinal(folded: str, last: Reply, told: Sequence[Reply]) -> Understood | None:
    match = ORDINAL.pattern.search(folded)
    if not match or match.start() > 6:
        return None
    listed = next((r for r in reversed(told) if isinstance(r.answer, ListAnswer | OutlineAnswer)), None)
    rest = (folded[: match.start()] + folded[match.end() :]).strip("那里头的,，是?呢 ")
    counted = _counted_on(match, last) if not content_words(rest) else None
    if counted:
        return counted
    if listed is None or listed.understood is None:
        return None
    item = _item(match, listed.answer.items, last)
    if item is None:
        return None
    text = (
        item.quote.text + (rest if asks(rest) else "具体指什么" + rest)
        if rest
        else item.quote.text + "具体指什么"
    )
    return Understood(text, focus=item.quote.article_id)


def _item(match: re.Match[str], items: Sequence[AnswerItem], last: Reply) -> AnswerItem | None:
    number, first, final, front, back, following = match.groups()
    if final or back:
        return items[-1]
    if first or front:
        return items[0]
    at = value_of(number) if number else (_place_in(items, last) + 2 if following else None)
    return items[at - 1] if at and 1 <= at <= len(items) else None


def _place_in(items: Sequence[AnswerItem], last: Reply) -> int:
    """Where in the list the last question was, from 0; -1 before its first item."""
    said = last.understood_as
    return max((i for i, item in enumerate(items) if item.quote.text in said), default=-1)


def _counted_on(match: re.Match[str], last: Reply) -> Understood | None:
    """The last question with another number: 第一个挑战是什么 → 第二个挑战是什么."""
    if last.understood is None:
        return None
    before = ORDINAL.pattern.search(fold(last.understood.text))
    if before is None:
        return None
    number, first, final, _front, back, following = match.groups()
    old = 1 if before.group(2) else value_of(before.group(1) or "")
    if following or (not number and not first and not final and not back):
        new = chinese((old or 0) + 1)
    elif final or back:
        new = None
    else:
        new = chinese(1 if first else value_of(number or "") or 1)
    text = fold(last.understood.text)
    put = f"第{new}" if new else "最后一"
    counter = _COUNTER_END.search(before.group())
    counted = put + (counter.group() if counter else "")
    return replace(last.understood, text=text[: before.start()] + counted + text[before.end() :])


_COUNTER_END = re.compile(r"[^\d一二两三四五六七八九十第头后前]+$")


def _bare_name(folded: str, last: Reply) -> Understood | None:
    """``那工作纪律呢`` after ``群众纪律是什么意思?``: the like of the name in the last question is replaced."""
    match = BARE.pattern.match(folded)
    if not match or last.understood is None or asks(folded) or MORE_DETAIL.pattern.search(folded):
        return None
    name = match.group(1).strip("那,，的 ")
    if len(name) < 2 or POINTING.pattern.search(name):
        return None
    for attribute in ("text", "context"):
        said = fold(getattr(last.understood, attribute))
        like = _like(name, said)
        if like:
            return replace(last.understood, **{attribute: said.replace(like, name, 1)}, focus=_article(last))
    return Understood(name, context=last.understood.text, focus=_article(last))


def _like(name: str, said: str) -> str | None:
    """The stretch of ``said`` as long as ``name`` that ends in the same two characters or more."""
    for size in range(len(name) - 1, 1, -1):
        at = said.find(name[-size:])
        if at >= 0:
            start = max(0, at + size - len(name))
            like = said[start : at + size]
            return like if like != name else None
    return None


def _leaning(turn: str, folded: str, last: Reply, *, certain: bool) -> Understood:
    focus = _article(last)
    short = len(content_words(folded)) < ENOUGH_WORDS
    points = POINTING.pattern.search(folded) or OPENING.pattern.search(folded) or NEXT.pattern.match(folded)
    if certain or points or short or MORE_DETAIL.pattern.search(folded):
        return Understood(turn, context=_topic(last), focus=focus)
    return Understood(turn, focus=focus)


def _topic(last: Reply) -> str:
    """What the last turn was about: its question, and what that one leant on where it says little itself."""
    understood = last.understood
    if understood is None:
        return ""
    if understood.context and len(content_words(understood.text)) < ENOUGH_WORDS:
        return (
            understood.context if not content_words(understood.text) else understood.context + understood.text
        )
    return understood.text


def _article(last: Reply) -> str | None:
    """The article that the last answer was taken from."""
    if last.answer.items:
        return last.answer.items[0].quote.article_id
    return last.understood.focus if last.understood else None
