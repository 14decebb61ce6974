"""Which sentences are shown: the best alone, or the next best with it where the best is in doubt?"""

from __future__ import annotations

from collections.abc import Callable

from rag.answering.answer import AnswerItem
from rag.answering.asked import Asked
from rag.answering.evidence import Evidence
from rag.answering.items import Draft, numbered
from rag.answering.quote import quote_body
from rag.text.spans import Span

Width = Callable[[Evidence], Span]
"""How much of the text around a sentence is quoted with it, as a span of the article."""


def items_of(
    asked: Asked, width: Width, lit: Callable[[Evidence, Draft], Span | None]
) -> tuple[AnswerItem, ...]:
    """The sentences that answer, the likeliest first; none where nothing was retrieved."""
    drafts: list[Draft] = []
    quoted: list[tuple[str, Span]] = []
    for evidence in likeliest(asked):
        span = width(evidence)
        if any(article == evidence.article.article_id and span.overlap(other) for article, other in quoted):
            continue
        quoted.append((evidence.article.article_id, span))
        draft = Draft(quote_body(evidence.article, span), evidence.score)
        drafts.append(draft._replace(lit=lit(evidence, draft)))
    return numbered(drafts)


def likeliest(asked: Asked) -> tuple[Evidence, ...]:
    """The best sentence, and the next best where the best is likelier wrong than ``in_doubt_below`` allows."""
    best = asked.evidence[:1]
    if best and best[0].likelihood < asked.settings.in_doubt_below:
        return asked.evidence[:2]
    return best
