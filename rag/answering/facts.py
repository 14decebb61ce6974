"""The sentence that holds a figure or a name, and the words in it to light."""

from __future__ import annotations

from rag.answering.answer import FactAnswer
from rag.answering.asked import Asked
from rag.answering.evidence import Evidence
from rag.answering.items import Draft
from rag.answering.likeliest import items_of
from rag.answering.lit_span import begins_inside_a_word, worth_lighting
from rag.answering.question import Question
from rag.answering.quote import Quote
from rag.answering.value_fit import in_measure, new_values, types_asked
from rag.text.normalise import normalise
from rag.text.numbering import heading_marker
from rag.text.spans import Span


def fact(asked: Asked) -> FactAnswer | None:
    """The best sentence, or the best two; ``None`` where nothing was retrieved."""
    if not asked.evidence:
        return None

    def lit(evidence: Evidence, draft: Draft) -> Span | None:
        return lit_words(asked.question, draft.quote, words_read(asked.question, evidence, draft.quote))

    return FactAnswer(items_of(asked, lambda evidence: evidence.span, lit))


MOST_LIT = 0.8
"""Share of a quotation up to which it makes sense to light words in it."""


def words_read(question: Question, evidence: Evidence, quote: Quote) -> Span | None:
    """The words that the reader takes for the answer, as a span of ``quote.text``.

    ``None`` for nearly all of it, and for words of the question.
    """
    words = evidence.likeliest_words
    if words is None or quote.span is None:
        return None
    inside = words.shift(-quote.span.start)
    if inside.start < 0 or inside.end > len(quote.text):
        return None
    worth = worth_lighting(quote.text, inside, question.folded)
    return worth if worth and worth.length <= MOST_LIT * len(quote.text) else None


def lit_words(question: Question, quote: Quote, read: Span | None) -> Span | None:
    """The words of the quotation that answer: those that were ``read``, or a value of the type asked for.

    What was read is believed unless it holds no value of the likeliest type and the quotation does.
    """
    value = lit_value(question, quote)
    if read is None or value is None:
        return read or value
    return read if read.overlap(value) else value


def lit_value(question: Question, quote: Quote) -> Span | None:
    """The value of a wanted type in the quoted sentence that stands nearest to the question's words.

    ``None`` where the wording asks for no type, or the sentence holds none that the question does not name.
    """
    folded = normalise(quote.text)
    anchors = [at for pair in _pairs(question.folded) if (at := folded.text.find(pair)) >= 0]
    for value_type in types_asked(question):
        values = new_values(question, folded.text, value_type)
        counted = in_measure(question, folded.text, values)
        values = tuple(v for v in counted or values if _is_a_value(folded.text, v, counted=bool(counted)))
        if values:
            nearest = min(values, key=lambda v: min((abs(v.start - a) for a in anchors), default=0))
            return folded.span(nearest.start, nearest.end)
    return None


def _is_a_value(text: str, value: Span, *, counted: bool) -> bool:
    """Whether it counts anything: not the 1. before a sentence, nor 一种 where other things are asked for, nor 进一步."""
    one = value.slice(text)[:1] == "一" and value.length <= len("一种")
    mark = heading_marker(text)
    if (one and not counted) or (mark and value.start < mark.span.end):
        return False
    return not begins_inside_a_word(text, value.start)


def _pairs(folded: str) -> list[str]:
    return [folded[i : i + 2] for i in range(len(folded) - 1)]
