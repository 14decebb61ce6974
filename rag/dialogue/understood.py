"""A question after the conversation has filled in what it leaves out: what is searched and shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.answering.quote import Quote


@dataclass(frozen=True)
class Understood:
    """What a turn of a conversation asks."""

    text: str
    """The question itself, with ordinals and parallel names replaced: decides the kind of answer."""
    context: str = ""
    """The earlier question that it leans on, searched at half weight; empty where it stands alone."""
    focus: str | None = None
    """Id of the article that the conversation is about, preferred by a little; ``None`` after a new topic."""
    besides: tuple[str, ...] = ()
    """Quotations that were shown already, where more of the same is asked for: 还有呢."""
    after: Quote | None = None
    """The last answer, where what comes after it is asked for: 然后呢."""
    said: tuple[Quote, ...] = ()
    """What was shown before a turn that leans on it: the less likely answers to another question."""
    perhaps: bool = False
    """It leans only because it says little, and nothing in it points back: the search is to decide."""

    @property
    def shown(self) -> str:
        """As one line for the reader: ``效果怎么样?（承上：综采二队提出了什么模式?）``."""
        return f"{self.text}（承上：{self.context}）" if self.context else self.text


def as_shown(line: str) -> Understood | None:
    """What a line says that was shown, and is asked again as it stands or changed; ``None`` for any other.

    >>> as_shown("效果怎么样?（承上：综采二队提出了什么模式?）")
    Understood(text='效果怎么样?', context='综采二队提出了什么模式?', focus=None, besides=(), after=None, said=(), perhaps=False)
    """
    match = _SHOWN.fullmatch(line.strip())
    return Understood(match["text"].strip(), match["context"].strip()) if match else None


_SHOWN = re.compile(r"(?P<text>[^（(]*\S[^（(]*)[（(]承上[：:](?P<context>.*\S.*)[）)]", re.DOTALL)
