"""A question after the conversation has filled in what it leaves out: what is searched and shown."""

from __future__ import annotations

from dataclasses import dataclass


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

    @property
    def shown(self) -> str:
        """As one line for the reader: ``效果怎么样?（承上：综采二队提出了什么模式?）``."""
        return f"{self.text}（承上：{self.context}）" if self.context else self.text
