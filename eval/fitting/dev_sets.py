"""What the assistant finds for the questions of a set, before it answers: the raw material of fitting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from eval.places import Place
from eval.questions import Question, read_questions
from rag.answering.asked import Asked
from rag.assistant import Assistant
from rag.corpus.article import Article
from rag.dialogue.understood import Understood
from rag.text.spans import Span


class Found(NamedTuple):
    """A question and what was found for it."""

    question: Question
    asked: Asked


def found_for(questions: Path, index: Path) -> Iterator[Found]:
    """Every question of a file, each by itself: of a follow-up the form that stands alone, where it is given.

    Questions of style ``en`` are left out: without shared words they teach nothing.
    """
    assistant = Assistant(index)
    for question in read_questions(questions).questions:
        if question.style != "en":
            yield Found(question, assistant.look_up(Understood(alone(question))))


def alone(question: Question) -> str:
    """The question as it stands alone."""
    return str(question.further.get("standalone") or question.question)


def place_of(article: Article, span: Span) -> Place:
    """Where a span of an article stands in the corpus."""
    return Place(article.file, article.record, article.pieces(span))
