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

    @classmethod
    def read(cls, question: str) -> Understood:
        """What ``shown`` shows, read back: a reader may mend the line and ask it again, leaning on nothing else.

        >>> Understood.read("效果怎么样?（承上：综采二队提出了什么模式?）").context
        '综采二队提出了什么模式?'
        """
        match = _SHOWN.fullmatch(question.strip())
        return cls(match["text"], match["context"]) if match else cls(question)

    @property
    def in_full(self) -> str:
        """As a model reads it: behind the earlier question that it leans on."""
        return f"{self.context},{self.text}" if self.context else self.text

    @property
    def shown(self) -> str:
        """As one line for the reader: ``效果怎么样?（承上：综采二队提出了什么模式?）``."""
        return f"{self.text}（承上：{self.context}）" if self.context else self.text


_SHOWN = re.compile(r"(?P<text>.*\S)\s*[（(]承上[：:]\s*(?P<context>.*\S)\s*[）)]", re.DOTALL)
