"""What does a turn ask that only wants more: 还有呢, 然后呢, 详细说说?"""

from __future__ import annotations

from rag.dialogue.cues import MORE, MORE_DETAIL
from rag.dialogue.turn import Turn
from rag.dialogue.understood import Understood
from rag.text.tokens import content_words

FEW_CHARS = 24
"""An answer up to here is a name or a heading: what it means is its detail."""


def more(said: Turn) -> Understood | None:
    """``还有呢``: the last question, without what was shown, and from where the last answer ends."""
    if not MORE.pattern.match(said.folded):
        return None
    return _from_there(said)


def detail(said: Turn) -> Understood | None:
    """``详细说说`` alone: what a short answer means; of a long one, how it goes on."""
    rest = MORE_DETAIL.pattern.sub("", said.folded)
    if rest == said.folded or content_words(rest):
        return None
    items = said.told[-1].answer.items
    if not items:
        return None
    quote = items[0].quote
    if len(items) == 1 and len(quote.text) <= FEW_CHARS and not quote.text.endswith("。"):
        return Understood(f"{quote.text}具体指什么?", said.last.text, quote.article_id)
    return _from_there(said)


def _from_there(said: Turn) -> Understood:
    items = said.told[-1].answer.items
    return Understood(
        said.last.text,
        said.last.context,
        said.focus,
        besides=said.shown,
        after=items[-1].quote if items else None,
    )
