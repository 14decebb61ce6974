"""What is said now, and what of the conversation may it lean on?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rag.answering.quote import Quote
from rag.dialogue.cues import Cue
from rag.dialogue.understood import Understood
from rag.reply import Reply
from rag.text.normalise import fold, normalise
from rag.text.tokens import content_words


@dataclass(frozen=True)
class Turn:
    """One turn of a conversation that has begun."""

    text: str
    """As typed, without the words of correcting and returning."""
    told: tuple[Reply, ...]
    """The earlier turns up to the one it leans on; never empty, each understood."""
    leans: bool = False
    """Its own words say that it goes on from what was said."""

    @property
    def folded(self) -> str:
        """As it is matched."""
        return fold(self.text).strip()

    @property
    def last(self) -> Understood:
        """The question that it leans on."""
        return understood_of(self.told[-1])

    @property
    def topic(self) -> str:
        """What that question was about: the question, after the one that it leant on."""
        chain = [understood_of(reply) for reply in self.told]
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
    def quotes(self) -> tuple[Quote, ...]:
        """Every quotation shown so far, each once."""
        return tuple(dict.fromkeys(item.quote for reply in self.told for item in reply.answer.items))

    @property
    def shown(self) -> tuple[str, ...]:
        """Their words, each once."""
        return tuple(dict.fromkeys(quote.text for quote in self.quotes))

    def without(self, cue: Cue) -> Turn | None:
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

    def up_to(self, says: Callable[[Reply], str]) -> tuple[Reply, ...]:
        """The turns up to the one whose words share most with this one, the latest of equals; empty for none."""
        words = content_words(self.folded)
        texts = [fold(says(reply)) for reply in self.told]
        shared = [sum(word in text for word in words) for text in texts]
        best = max(range(len(texts)), key=lambda at: (shared[at], at))
        return self.told[: 1 + best] if shared[best] else ()


def understood_of(reply: Reply) -> Understood:
    """What a turn was understood to ask."""
    return reply.understood or Understood(reply.question)
