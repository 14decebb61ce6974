"""Does a turn that says little, and points nowhere, go on about the same article, or has the topic changed unsaid?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rag.dialogue.understood import Understood
from rag.retrieval.hits import Hit

ELSEWHERE_BETTER = 2.5
"""How many times better another article must answer the turn's own words than the one spoken of. Of 77 questions put
behind one about another article 68 reached it, of 29 turns of conversations 7, before turns
without any rare word were left to lean."""


def settled(understood: Understood, alone: Iterable[Hit]) -> Understood:
    """What is asked, once its own words alone were looked up; ``focus`` and hits name printings alike.

    A turn that leans only perhaps stands alone where another article fits its own words far better.
    """
    if not understood.perhaps:
        return understood
    found = list(alone)
    inside = [hit.score for hit in found if hit.chunk.article_id == understood.focus]
    outside = [hit.score for hit in found if hit.chunk.article_id != understood.focus]
    if max(outside, default=0.0) > ELSEWHERE_BETTER * max(inside, default=0.0):
        return Understood(understood.text)
    return replace(understood, perhaps=False)
