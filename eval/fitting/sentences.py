"""Which weights of the sentence features put a sentence that holds the answer first most surely?

Listwise logistic regression: for one question with candidate sentences i and features x_i, the probability of a
sentence is p_i = exp(w·x_i) / Σ_j exp(w·x_j); the weights w maximise Σ log Σ_{i holds the answer} p_i over the
questions, less a ridge penalty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eval.fitting.passages import LabelledQuestion, PassageSet
from rag.answering.evidence import Evidence, gather
from rag.answering.overlap import QuestionTerms
from rag.answering.question import analyse

Floats = NDArray[np.float64]

RIDGE = 1e-4
"""Of the mean loss: enough to keep weights of rare features small."""


class Example(NamedTuple):
    """The candidates of one question."""

    features: Floats
    """(candidates, features)."""
    holds: NDArray[np.bool_]
    """(candidates,) whether the sentence holds an answer; at least one does."""


def examples(pool: PassageSet, questions: Sequence[LabelledQuestion], k: int) -> Iterator[Example]:
    """Each question with the sentences of its ``k`` best passages; without a holding sentence it is left out."""
    for question in questions:
        evidence = candidates(pool, question, k)
        holds = np.array([_holds(e, question) for e in evidence], dtype=bool)
        if holds.any():
            yield Example(np.array([e.features for e in evidence], dtype=np.float64), holds)


def candidates(pool: PassageSet, question: LabelledQuestion, k: int) -> tuple[Evidence, ...]:
    """The sentences of the ``k`` best passages as evidence."""
    terms = QuestionTerms.of(question.text, pool.retriever.lexical.idf)
    return gather(analyse(question.text), terms, pool.hits(question.text, k))


def _holds(evidence: Evidence, question: LabelledQuestion) -> bool:
    return evidence.article.article_id == question.passage and any(
        evidence.span.overlap(answer) * 2 > answer.length for answer in question.answers
    )


def fit(data: Sequence[Example]) -> Floats:
    """The weights, one a feature."""
    from scipy.optimize import minimize

    stacked = np.concatenate([example.features for example in data])
    holds = np.concatenate([example.holds for example in data])
    starts = np.cumsum([0, *(len(example.holds) for example in data[:-1])])

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = stacked @ weights
        sizes = np.diff([*starts, len(scores)])
        scores = scores - np.repeat(np.maximum.reduceat(scores, starts), sizes)
        all_p = np.exp(scores)
        good_p = all_p * holds
        total, good = np.add.reduceat(all_p, starts), np.maximum(np.add.reduceat(good_p, starts), 1e-300)
        pull = all_p / np.repeat(total, sizes) - good_p / np.repeat(good, sizes)
        value = float(np.log(total / good).mean() + RIDGE * weights @ weights)
        return value, (stacked.T @ pull) / len(starts) + 2 * RIDGE * weights

    found = minimize(loss, np.zeros(stacked.shape[1]), jac=True, method="L-BFGS-B")
    return np.asarray(found.x, dtype=np.float64)


def accuracy(data: Sequence[Example], weights: Floats) -> float:
    """The share of questions whose best sentence holds the answer."""
    return float(np.mean([example.holds[np.argmax(example.features @ weights)] for example in data]))
