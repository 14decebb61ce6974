"""Which questions are asked of which articles, and which articles are right?

Everything is told by the id under which an article is cited, the same for all its printings: a reprint of the right
article is right, whichever of them a system names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from eval.errors import QuestionSetError
from eval.fitting.dev_sets import alone
from eval.fitting.withheld import Library
from eval.questions import Question, QuestionSet
from rag.answering.corpus_view import CorpusView
from rag.assistant import Assistant
from rag.errors import Words
from rag.index.snapshot import Snapshot


class Judged(NamedTuple):
    """A question as it stands alone, and the articles that answer it."""

    text: str
    right: frozenset[str]
    cluster: str


@dataclass(frozen=True)
class Collection:
    """An index, open, and the question sets over it."""

    index: Path
    assistant: Assistant
    corpus: CorpusView
    sets: dict[str, tuple[Judged, ...]]

    @property
    def snapshot(self) -> Snapshot:
        """The generation that is searched."""
        return self.corpus.snapshot


def collection(index: Path, sets: Mapping[str, QuestionSet], *, by_record: bool = False) -> Collection:
    """Question sets by name over a finished index; ``by_record`` where their ``article_ids`` are records.

    Raises ``QuestionSetError`` for a set of which no question has an answer there.
    """
    assistant = Assistant(index)
    corpus = CorpusView(assistant.snapshot())
    library = Library.of(corpus.snapshot)
    found = {name: tuple(_judged(one, library, corpus, by_record)) for name, one in sets.items()}
    for name, judged in found.items():
        if not judged:
            what = Words("没有一个问题的答案在这份语料里", "no question has its answer in the corpus")
            mend = Words("检查语料与题集是否配对", "check that corpus and questions belong together")
            raise QuestionSetError(what, where=name, mend=mend)
    return Collection(index, assistant, corpus, found)


def _judged(
    questions: QuestionSet, library: Library, corpus: CorpusView, by_record: bool
) -> Iterator[Judged]:
    """Those with an answer whose place the index knows, and that can be asked by themselves."""
    for question in questions.questions:
        named = replace(question, records=question.article_ids) if by_record else question
        right = frozenset(map(corpus.key, library.holding(named)))
        if right and (question.turn != "follow-up" or _stands_alone(question)):
            yield Judged(alone(question), right, question.cluster)


def _stands_alone(question: Question) -> bool:
    return "standalone" in question.further
