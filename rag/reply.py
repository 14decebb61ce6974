"""A question answered: what the page shows, the terminal prints and the measures read."""

from __future__ import annotations

from dataclasses import dataclass

from rag.answering.answer import Abstention, Answer, QuestionKind
from rag.answering.citation import Citation
from rag.corpus.article import Article
from rag.dialogue.understood import Understood
from rag.retrieval.filters import EVERYTHING, Filters
from rag.retrieval.hits import Hit
from rag.text.spans import Span
from rag.wording.alternative import Correction


@dataclass(frozen=True)
class Passage:
    """A retrieved chunk together with the article it stands in."""

    hit: Hit
    article: Article

    @property
    def pieces(self) -> tuple[Span, ...]:
        """Where the chunk stands in the source."""
        return self.article.pieces(self.hit.chunk.span)


@dataclass(frozen=True)
class Reply:
    """The whole of what one question brought."""

    question: str
    """As it was typed."""
    understood_as: str
    """As it was searched: a follow-up with what it leaves out filled in."""
    kind: QuestionKind
    answer: Answer
    citations: tuple[Citation, ...]
    passages: tuple[Passage, ...]
    """Best first; given when abstaining too."""
    generation: str
    seconds: float
    """From receiving the question to the finished reply."""
    understood: Understood | None = None
    """What ``understood_as`` says, in parts, for the next turn to lean on; ``None`` for no real question."""
    corrections: tuple[Correction, ...] = ()
    """What was searched for otherwise than it was typed: ``按“监督”查找``."""
    filters: Filters = EVERYTHING
    """What the articles had to be."""
    confidence: float | None = None
    """How likely what was found answers the question, from 0 to 1, when abstaining too; ``None`` for no real
    question."""

    @property
    def abstained(self) -> bool:
        """Whether nothing is answered."""
        return isinstance(self.answer, Abstention)
