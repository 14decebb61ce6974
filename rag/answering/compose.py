"""Which extractor answers which kind of question, and which is asked when it finds nothing?"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rag.answering.about import about
from rag.answering.abstain import nothing_asked, nothing_found, unanswered
from rag.answering.answer import Answer, QuestionKind
from rag.answering.articles_meant import means_none
from rag.answering.asked import Asked
from rag.answering.compared import compared
from rag.answering.facts import fact
from rag.answering.lists.answer import implied_list, nth_item, outline, whole_list
from rag.answering.passages import definition, passage
from rag.answering.several import several

Extractor = Callable[[Asked], Answer | None]

ORDER: Mapping[QuestionKind, tuple[Extractor, ...]] = {
    QuestionKind.NUMBER: (several, compared, implied_list, fact),
    QuestionKind.ENTITY: (several, compared, implied_list, fact),
    QuestionKind.DEFINITION: (several, compared, definition),
    QuestionKind.LIST: (several, compared, whole_list, passage),
    QuestionKind.HOW: (several, compared, implied_list, passage),
    QuestionKind.WHY: (several, compared, implied_list, passage),
    QuestionKind.YES_NO: (several, compared, passage),
    QuestionKind.ABOUT: (about, fact),
    QuestionKind.OUTLINE: (outline, whole_list, passage),
}
"""For each kind the extractors in the order in which they are asked; the first that finds something answers.
A question for one item by its number goes to ``nth_item`` before them."""

WITHOUT_TEXT: frozenset[Extractor] = frozenset({about, outline, nth_item})
"""These answer from what the page prints or counts out, so weak sentences are no reason to abstain."""


OF_ARTICLES = frozenset({QuestionKind.ABOUT, QuestionKind.OUTLINE})
"""These are asked of an article, or of several, that the question or the conversation must name."""


def compose(asked: Asked) -> Answer:
    """The answer to one question, or an abstention with its reason."""
    if asked.terms.empty or (asked.question.kind in OF_ARTICLES and means_none(asked)):
        return nothing_asked()
    for extractor in (nth_item, *ORDER[asked.question.kind]):
        if extractor not in WITHOUT_TEXT and (refusal := unanswered(asked)):
            return refusal
        answer = extractor(asked)
        if answer is not None:
            return answer
    return nothing_found(asked)
