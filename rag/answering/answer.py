"""What an answer can be: one frozen type a kind, matched in full wherever an answer is shown or measured."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rag.answering.quote import Quote
from rag.errors import Words
from rag.text.spans import Span


class QuestionKind(StrEnum):
    """What a question asks for; decides which extractor is asked first."""

    NUMBER = "number"
    """多少、几、哪一年: a figure, an amount or a date."""
    ENTITY = "entity"
    """谁、哪个单位、什么制度: a name of something."""
    DEFINITION = "definition"
    """什么是、指什么: what a term means."""
    LIST = "list"
    """哪些、哪几个方面: every item of a list."""
    HOW = "how"
    """怎样、如何: a way of doing."""
    WHY = "why"
    """为什么: a reason."""
    YES_NO = "yes-no"
    """是否、吗: the sentence that decides."""
    ABOUT = "about"
    """谁写的、哪篇文章: the article itself."""
    OUTLINE = "outline"
    """提纲、分几部分: the headings of one article."""


@dataclass(frozen=True)
class AnswerItem:
    """One thing that is shown as the answer."""

    quote: Quote
    citation: int
    """Number of the citation it stands under, from 1."""
    score: float
    """Higher is better; comparable within one reply only."""
    lit: Span | None = None
    """The words inside ``quote.text`` that answer, where they are known to be less than all of it."""


@dataclass(frozen=True)
class FactAnswer:
    """The sentence that holds a figure or a name, the span lit where it is known."""

    items: tuple[AnswerItem, ...]


@dataclass(frozen=True)
class DefinitionAnswer:
    """The sentence that says what a term means."""

    items: tuple[AnswerItem, ...]


@dataclass(frozen=True)
class PassageAnswer:
    """The sentences that tell how, why or whether."""

    items: tuple[AnswerItem, ...]


@dataclass(frozen=True)
class ListAnswer:
    """Every item of a list, in the article's order."""

    items: tuple[AnswerItem, ...]
    lead: Quote | None
    """The heading or sentence that announces the list."""
    promised: int | None
    """How many items the question or else the lead speaks of; ``None`` when neither gives a number."""


@dataclass(frozen=True)
class AboutAnswer:
    """Titles, names and units of articles."""

    items: tuple[AnswerItem, ...]
    note: Words | None = None
    """What the page does not give: 未署名."""


@dataclass(frozen=True)
class SeveralAnswer:
    """Sentences of several articles that each answer, those of one article together."""

    items: tuple[AnswerItem, ...]


@dataclass(frozen=True)
class OutlineAnswer:
    """The headings of one article, in order."""

    items: tuple[AnswerItem, ...]
    levels: tuple[int, ...]
    """The level of each item's heading, 1 at the top; only top-level headings are given today."""


class AbstentionKind(StrEnum):
    """Why nothing is answered."""

    NOT_A_QUESTION = "not-a-question"
    """Empty, endless or garbled input."""
    EMPTY_CORPUS = "empty-corpus"
    """The index holds no article."""
    UNKNOWN_WORDS = "unknown-words"
    """Words of the question stand nowhere in the corpus."""
    NO_SENTENCE = "no-sentence"
    """Passages were found, but no sentence that answers."""
    FILTERED_OUT = "filtered-out"
    """No article passes the filters, or none of those that do holds the answer that others hold."""


@dataclass(frozen=True)
class Abstention:
    """The corpus does not say, and why; an answer of its own kind."""

    kind: AbstentionKind
    reason: Words
    missing: tuple[str, ...] = ()
    """Words of the question that the corpus does not know."""
    nearest: tuple[Quote, ...] = ()
    """The closest places, at most three, offered and not claimed."""
    held_back: bool = False
    """Without the filters there is an answer."""

    @property
    def items(self) -> tuple[AnswerItem, ...]:
        """None: so that every answer has items."""
        return ()


Answer = (
    FactAnswer
    | DefinitionAnswer
    | PassageAnswer
    | ListAnswer
    | AboutAnswer
    | SeveralAnswer
    | OutlineAnswer
    | Abstention
)
