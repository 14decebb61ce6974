"""Do the citations lead to the right article, and does every quotation say what the file says?

* ``cited_article``: 1 when the first citation stands in an article that holds a gold answer;
  ``metadata_article`` is the same over questions about an article itself. Absent when nothing is cited.
* ``check_quotes``: every shown answer and every quote equals its pieces in the source, white space and
  Markdown marks aside. Anything it returns is a fault of the system.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from eval.measures.articles_of_run import ArticlesOfRun
from eval.places import Place
from eval.questions import Question
from eval.replies import RunReply
from rag.text.spans import without_layout

SourceOf = Callable[[Place], str | None]
"""The decoded text in which a place counts its offsets, or ``None`` where it cannot be read."""


@dataclass(frozen=True)
class QuoteFault:
    """A quotation that is not what its place says."""

    qid: str
    place: Place
    text: str
    source: str | None
    """What stands there; ``None`` where the source cannot be read."""


def citation_measures(question: Question, reply: RunReply, articles: ArticlesOfRun) -> dict[str, float]:
    """Measures of the first citation, where something is cited and the gold has places."""
    gold = {articles.owner(place) for answer in question.answers for place in answer.places}
    if not gold or not reply.citations:
        return {}
    right = float(reply.citations[0].article_id in gold)
    measures = {"cited_article": right}
    return measures | {"metadata_article": right} if question.type == "metadata" else measures


def check_quotes(replies: Iterable[RunReply], source_of: SourceOf) -> list[QuoteFault]:
    """The quotations of a run that their places do not bear out."""
    return [
        QuoteFault(reply.qid, place, text, said)
        for reply in replies
        for text, place in _quotations(reply)
        if place.pieces and (said := _said(place, source_of)) != without_layout(text)
    ]


def _quotations(reply: RunReply) -> Iterator[tuple[str, Place]]:
    yield from ((answer.text, answer.place) for answer in reply.answers)
    yield from ((citation.quote, citation.place) for citation in reply.citations)


def _said(place: Place, source_of: SourceOf) -> str | None:
    source = source_of(place)
    return None if source is None else without_layout("".join(piece.slice(source) for piece in place.pieces))
