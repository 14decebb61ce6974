"""With which parts left out is the search tried? A row a variant, each with what it is called.

A part is left out through the settings of the search or through the query alone: what is measured is the search that
answers questions, not another one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from rag.errors import Words
from rag.retrieval.query import OtherWords, Query, WeightedTerm, Weights
from rag.retrieval.search import RetrievalSettings
from rag.text.normalise import fold
from rag.text.tokens import FIELDS, tokenise

Change = Callable[[Query, str], Query]
"""Another query from the usual one and the question as it was asked."""


def as_it_is(query: Query, _question: str) -> Query:
    """The usual query."""
    return query


def no_words(query: Query, _question: str) -> Query:
    """Nothing to look up: the search finds by meaning alone."""
    return replace(query, terms=(), other_words=())


def no_other_words(query: Query, _question: str) -> Query:
    """Without what the dictionary of phrases knows."""
    return replace(query, other_words=())


def whole_question(query: Query, question: str) -> Query:
    """With its question words, and with the nouns that only say what is wanted."""
    counted = {field: Counter(tokens) for field, tokens in zip(FIELDS, tokenise(question), strict=True)}
    terms = tuple(
        WeightedTerm(field, term, float(times))
        for field, counts in counted.items()
        for term, times in counts.items()
    )
    return replace(query, text=question, folded=fold(question), terms=terms)


def no_field(name: str) -> Change:
    """Without one field: neither its BM25 nor its part of the coverage."""

    def change(query: Query, _question: str) -> Query:
        terms = tuple(one for one in query.terms if one.field != name)
        return replace(
            query, terms=terms, other_words=tuple(_without(one, name) for one in query.other_words)
        )

    return change


def _without(other: OtherWords, name: str) -> OtherWords:
    forms = tuple((_emptied(form, name), counts) for form, counts in other.forms)
    return replace(other, said=_emptied(other.said, name), forms=forms)


def _emptied(terms: Mapping[str, Weights], name: str) -> dict[str, Weights]:
    return {**terms, name: {}}


class Variant(NamedTuple):
    """A way of searching."""

    name: Words
    settings: RetrievalSettings = RetrievalSettings()
    query: Change = as_it_is
    meaning: bool = True
    """Whether vectors are compared."""


FULL = Words("问据：完整的检索", "wenju")
MEANING_ALONE = Variant(Words("只用向量", "vectors alone"), query=no_words)

VARIANTS = (
    Variant(Words("只用词", "words alone"), meaning=False),
    MEANING_ALONE,
    Variant(Words("向量减半", "half the weight of meaning"), RetrievalSettings(dense_weight=0.3)),
    Variant(Words("向量加倍", "twice the weight of meaning"), RetrievalSettings(dense_weight=1.2)),
    Variant(Words("不计覆盖", "without coverage"), RetrievalSettings(coverage_weight=0.0)),
    Variant(Words("不计全篇得分", "without the article's score"), RetrievalSettings(article_weight=0.0)),
    Variant(Words("不用词语字段", "without words"), query=no_field("words")),
    Variant(Words("不用双字字段", "without bigrams"), query=no_field("bigrams")),
    Variant(Words("不用单字字段", "without unigrams"), query=no_field("unigrams")),
    Variant(Words("不用词典里的别的说法", "without other words"), query=no_other_words),
    Variant(Words("不去疑问词", "with question words"), query=whole_question),
)
