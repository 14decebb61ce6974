"""The sentence that holds a figure or a name, and the words in it to light."""

from __future__ import annotations

from rag.answering.answer import FactAnswer, QuestionKind
from rag.answering.asked import Asked
from rag.answering.items import Draft, numbered
from rag.answering.question import Question
from rag.answering.quote import Quote, quote_body
from rag.answering.values import find_values, fits_measure, wanted_types
from rag.text.normalise import normalise
from rag.text.spans import Span


def fact(asked: Asked) -> FactAnswer | None:
    """The best sentence; ``None`` where nothing was retrieved."""
    if not asked.evidence:
        return None
    best = asked.evidence[0]
    quote = quote_body(best.article, best.span)
    return FactAnswer(numbered([Draft(quote, best.score, lit_value(asked.question, quote))]))


def lit_value(question: Question, quote: Quote) -> Span | None:
    """The value of a wanted type in the quoted sentence that stands nearest to the question's words.

    ``None`` where the wording asks for no type, or the sentence holds none that the question does not name.
    """
    number = question.kind is QuestionKind.NUMBER
    folded = normalise(quote.text)
    anchors = [at for word in _content(question) if (at := folded.text.find(word)) >= 0]
    for value_type in wanted_types(question.folded, number=number):
        values = [
            v for v in find_values(folded.text, value_type) if v.slice(folded.text) not in question.folded
        ]
        if number and question.unit:
            fitting = [v for v in values if fits_measure(folded.text, v, question.unit)]
            values = fitting or values
        if values:
            nearest = min(values, key=lambda v: min((abs(v.start - a) for a in anchors), default=0))
            return folded.span(nearest.start, nearest.end)
    return None


def _content(question: Question) -> list[str]:
    return [question.folded[i : i + 2] for i in range(len(question.folded) - 1)]
