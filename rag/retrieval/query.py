"""What of a question is searched for?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from rag.text.normalise import fold
from rag.text.tokens import FIELDS, Tokens, query_tokens, tokenise

Weights = dict[str, float]


@dataclass(frozen=True)
class WeightedTerm:
    """A term of one field and how much it counts: 1 for each time the question says it."""

    field: str
    """One of ``rag.text.tokens.FIELDS``."""
    term: str
    weight: float


@dataclass(frozen=True)
class Query:
    """A question, ready for every leg of the search."""

    text: str
    """As it was asked."""
    folded: str
    """As it is matched."""
    terms: tuple[WeightedTerm, ...]
    """Distinct in each field, in order of appearance; empty for a question without a letter or character."""
    context: str = ""
    """Earlier words that the question leaves out, counted ``context_weight`` times."""
    context_weight: float = 0.0

    @cached_property
    def by_field(self) -> dict[str, Weights]:
        """Field → term → weight; every field is there."""
        fields: dict[str, Weights] = {field: {} for field in FIELDS}
        for one in self.terms:
            fields[one.field][one.term] = one.weight
        return fields


def analyse(text: str, context: str = "", context_weight: float = 0.5) -> Query:
    """The query of a question.

    Question words are left out; a question of nothing else keeps them all. ``context`` is earlier text, such
    as the question that a follow-up leans on: its terms are added at ``context_weight`` each.

    >>> [one.term for one in analyse("工会是什么？").terms if one.field == "words"]
    ['工会']
    >>> [one.term for one in analyse("为什么").terms if one.field == "words"]
    ['什么', '为什么']
    """
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    for said, weight in ((text, 1.0), (context, context_weight)):
        for field, tokens in zip(FIELDS, _tokens(said), strict=True):
            for token in tokens:
                weights[field, token] += weight
    return Query(
        text=text,
        folded=fold(text),
        terms=tuple(WeightedTerm(field, term, weight) for (field, term), weight in weights.items() if weight),
        context=context,
        context_weight=context_weight if context else 0.0,
    )


def _tokens(text: str) -> Tokens:
    content = query_tokens(text)
    return content if content.unigrams else tokenise(text)
