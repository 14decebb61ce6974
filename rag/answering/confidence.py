"""How likely is it that what is shown answers the question?

Told with every reply, so that a script, a page or a measure can draw the line elsewhere than the refusals do.
"""

from __future__ import annotations

from rag.answering.asked import Asked
from rag.answering.doubt import probability, signs


def confidence(asked: Asked) -> float | None:
    """From 0 to 1: what is left by ``doubt``; ``None`` where nothing is asked (什么?)."""
    return None if asked.terms.empty else 1 - probability(signs(asked))
