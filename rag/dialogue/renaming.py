"""Of what else is the last question asked: 那工作纪律呢 after 群众纪律是什么意思?"""

from __future__ import annotations

import re

from rag.answering.question import asks
from rag.dialogue.counting_cues import REMAINING, SEVERAL, THESE_FEW
from rag.dialogue.cues import CONDITION, MORE_DETAIL, NAME
from rag.dialogue.names import as_subject, beside_its_kind, beside_its_like
from rag.dialogue.turn import Turn
from rag.dialogue.understood import Understood
from rag.text.normalise import fold, normalise
from rag.text.tokens import content_words


def renamed(said: Turn) -> Understood | None:
    """The last question with a name alone in the place of its like, or of its subject."""
    match = NAME.pattern.match(said.folded)
    if not match or asks(THESE_FEW.pattern.sub("", said.folded)):
        return None
    if any(cue.pattern.search(said.folded) for cue in (MORE_DETAIL, REMAINING, SEVERAL)):
        return None
    name = _as_typed(said.text, match).strip("那,，")
    if len(name) < 2 or not content_words(name):
        return None
    for likened in (beside_its_like, beside_its_kind):
        if alike := likened(name, said.last.text):
            return Understood(alike, said.last.context, said.focus)
        if elsewhere := likened(name, said.last.context):
            return Understood(said.last.text, elsewhere, said.focus)
    if not (match["opening"] or match["end"] or said.leans):
        return None
    if CONDITION.pattern.search(fold(name)):
        return Understood(f"{name}怎么办?", said.topic, said.focus)
    asked = as_subject(name, said.last.text)
    return Understood(asked, said.last.context or said.last.text, said.focus) if asked else None


def _as_typed(text: str, match: re.Match[str]) -> str:
    return normalise(text.strip()).span(*match.span("name")).slice(text.strip())
