"""What do several articles say, where a question asks for more than one?"""

from __future__ import annotations

from rag.answering.across import across, look_for
from rag.answering.answer import SeveralAnswer
from rag.answering.asked import Asked
from rag.answering.items import Draft, numbered
from rag.answering.passages import with_next
from rag.answering.quote import quote_body
from rag.answering.several_table import SEVERAL_SAY


def several(asked: Asked) -> SeveralAnswer | None:
    """The best sentence of each article that says it; ``None`` unless several are asked for and say it."""
    subject = what_each_is_asked(asked.question.folded)
    found = across(look_for(asked, subject)) if subject else ()
    if len(found) < 2:
        return None
    return SeveralAnswer(numbered(Draft(quote_body(e.article, with_next(e, e.span)), e.score) for e in found))


def what_each_is_asked(folded: str) -> str:
    """The question without the words that ask for several articles; empty where it holds none.

    >>> what_each_is_asked("哪些单位办了夜校?")
    '办了夜校?'
    """
    for row in SEVERAL_SAY:
        match = row.pattern.search(folded)
        if match:
            return folded[: match.start(1)] + folded[match.end(1) :]
    return ""
