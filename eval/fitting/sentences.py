"""Examples of sentences that hold an answer, for the weights of ``rag.answering.evidence``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from eval.fitting.dev_sets import Found, place_of
from eval.fitting.listwise import Example
from eval.fitting.passages import LabelledQuestion, PassageSet
from eval.places import covered
from rag.answering.evidence import Evidence, gather
from rag.answering.overlap import QuestionTerms
from rag.answering.question import analyse
from rag.answering.reader.registry import load_reader
from rag.answering.settings import AnswerSettings

RIDGE = 1e-4
"""Of the mean loss: enough to keep the weights of rare features small."""

LEFT_OUT = frozenset({"list", "metadata"})
"""Types of question that are not answered by one sentence."""


def from_passages(pool: PassageSet, questions: Sequence[LabelledQuestion], k: int) -> Iterator[Example]:
    """Each question with the sentences of its ``k`` best passages; without a right sentence it is left out."""
    for question in questions:
        evidence = candidates(pool, question, k)
        right = [_holds(e, question) for e in evidence]
        if any(right):
            yield Example(np.array([e.features for e in evidence]), np.array(right))


def candidates(pool: PassageSet, question: LabelledQuestion, k: int) -> tuple[Evidence, ...]:
    """The sentences of the ``k`` best passages as evidence, read as an answer would be."""
    terms = QuestionTerms.of(question.text, pool.retriever.lexical.idf)
    hits, settings = pool.hits(question.text, k), AnswerSettings()
    reader = load_reader(settings.reader)
    closely = [hit.chunk.span.slice(article.text) for hit, article in hits[: settings.read_closely]]
    readings = reader.read(question.text, closely) if reader and closely else ()
    return gather(analyse(question.text), terms, hits, readings)


def from_dev_set(found: Sequence[Found]) -> Iterator[Example]:
    """Each answerable question of a set over an index with the sentences found for it, likewise."""
    for question, asked in found:
        if question.type in LEFT_OUT or not question.answers:
            continue
        golds = [place for answer in question.answers for place in answer.places]
        places = [place_of(e.article, e.span) for e in asked.evidence]
        right = [any(covered(gold, [place]) * 2 > gold.length for gold in golds) for place in places]
        if any(right):
            yield Example(np.array([e.features for e in asked.evidence]), np.array(right))


def _holds(evidence: Evidence, question: LabelledQuestion) -> bool:
    return evidence.article.article_id == question.passage and any(
        evidence.span.overlap(answer) * 2 > answer.length for answer in question.answers
    )
