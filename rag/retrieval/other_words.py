"""What does a document gain that says a stretch of the question in other words?

As much as the best of the ways of saying it brings above the question's own words: they count as the same term, so
nothing is added up. Another way is never worth more than the stretch itself could be, however many rare
characters it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from rag.retrieval.bm25 import Floats
from rag.retrieval.field import ScoredField
from rag.retrieval.query import OtherWords, Query, Weights

Fields = Mapping[str, ScoredField]


def gained(fields: Fields, field_weights: Mapping[str, float], other: OtherWords) -> Floats:
    """(documents,) of BM25, the fields added by their weights; 0 where the question's own words say as much."""
    own = _scores(fields, field_weights, other.said)
    best = own
    for scores in _by_form(fields, field_weights, other):
        best = np.maximum(best, scores)
    return best - own


def best_form(fields: Fields, field_weights: Mapping[str, float], other: OtherWords, row: int) -> int:
    """The place in ``forms`` of the one that gives most to the document in ``row``."""
    given = [float(scores[row]) for scores in _by_form(fields, field_weights, other)]
    return given.index(max(given))


def covered_otherwise(field: ScoredField, name: str, query: Query) -> Iterator[Floats]:
    """For each stretch (documents,): the share of the query's idf in one field that its other words cover."""
    whole = sum(map(field.idf, query.by_field[name])) or 1.0
    for other in query.other_words:
        own = field.coverage(other.said[name])
        best = own
        for form, counts in other.forms:
            best = np.maximum(best, counts * field.coverage(form[name]))
        yield (best - own) * (sum(map(field.idf, other.said[name])) / whole)


def _by_form(fields: Fields, field_weights: Mapping[str, float], other: OtherWords) -> Iterator[Floats]:
    """For each other way of saying it (documents,) what it gives, no more than the stretch itself could."""
    most = idf_worth(fields, field_weights, other.said)
    for form, counts in other.forms:
        share = counts * min(1.0, most / (idf_worth(fields, field_weights, form) or 1.0))
        yield share * _scores(fields, field_weights, form)


def _scores(fields: Fields, field_weights: Mapping[str, float], terms: Mapping[str, Weights]) -> Floats:
    scores = [field_weights[name] * fields[name].scores(found) for name, found in terms.items()]
    return np.asarray(np.sum(scores, axis=0))


def idf_worth(fields: Fields, field_weights: Mapping[str, float], terms: Mapping[str, Weights]) -> float:
    """What the terms are worth, field → term → weight: their idf by their weights and the fields'."""
    return sum(
        field_weights[name] * weight * fields[name].idf(term)
        for name, found in terms.items()
        for term, weight in found.items()
    )
