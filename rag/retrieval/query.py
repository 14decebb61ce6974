"""What of a question is searched for?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rag.text.normalise import fold
from rag.text.tokens import FIELDS, Tokens, query_tokens, tokenise
from rag.wording.alternative import Alternative

Weights = dict[str, float]


@dataclass(frozen=True)
class WeightedTerm:
    """A term of one field and how much it counts: 1 for each time the question says it."""

    field: str
    """One of ``rag.text.tokens.FIELDS``."""
    term: str
    weight: float


@dataclass(frozen=True)
class OtherWords:
    """A stretch of the question whose terms may be said otherwise: the best way of saying it counts, once."""

    text: str
    """The stretch, folded."""
    said: Mapping[str, Weights]
    """Field → the stretch's terms, weighted as in the query."""
    forms: tuple[tuple[Mapping[str, Weights], float], ...]
    """For each other way of saying it field → terms, and what they count where the query's own count 1."""
    names: tuple[str, ...] = ()
    """Each of ``forms`` as it is written, folded."""


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
    other_words: tuple[OtherWords, ...] = ()
    """Stretches of the question that the dictionary of phrases knows other words for."""

    @cached_property
    def by_field(self) -> dict[str, Weights]:
        """Field → term → weight; every field is there."""
        fields: dict[str, Weights] = {field: {} for field in FIELDS}
        for one in self.terms:
            fields[one.field][one.term] = one.weight
        return fields


def analyse(
    text: str, context: str = "", context_weight: float = 0.5, alternatives: Iterable[Alternative] = ()
) -> Query:
    """The query of a question.

    Question words are left out; a question of nothing else keeps them all. ``context`` is earlier text, such
    as the question that a follow-up leans on: its terms are added at ``context_weight`` each. ``alternatives`` are
    other words for stretches of either.

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
        other_words=tuple(_other_words(weights, alternatives)),
    )


def _other_words(
    weights: Mapping[tuple[str, str], float], alternatives: Iterable[Alternative]
) -> Iterator[OtherWords]:
    """The alternatives of each stretch in terms; what the question says anyway is no other word."""
    by_said: defaultdict[str, list[Alternative]] = defaultdict(list)
    for one in alternatives:
        by_said[one.said].append(one)
    for said, others in by_said.items():
        terms = {
            field: {token: weights[field, token] for token in tokens if (field, token) in weights}
            for field, tokens in tokenise(said)._asdict().items()
        }
        weight = max((w for found in terms.values() for w in found.values()), default=0.0)
        forms = [(_new_terms(other.meant, weights, weight), other) for other in others]
        telling = [(form, other) for form, other in forms if form["bigrams"]]
        if weight and telling:
            yield OtherWords(
                said,
                terms,
                tuple((form, other.weight) for form, other in telling),
                tuple(other.meant for _, other in telling),
            )


def _new_terms(meant: str, weights: Mapping[tuple[str, str], float], weight: float) -> dict[str, Weights]:
    return {
        field: {token: weight for token in tokens if (field, token) not in weights}
        for field, tokens in tokenise(meant)._asdict().items()
    }


def _tokens(text: str) -> Tokens:
    content = query_tokens(text)
    return content if content.unigrams else tokenise(text)
