"""Which words of a turn only take back, go back, add or replace, and which earlier turn do they mean?"""

from __future__ import annotations

from dataclasses import replace

from rag.answering.question import asks
from rag.dialogue.cues import ADDING, ASIDE, CORRECTION, GO_BACK, INSTEAD
from rag.dialogue.items import ordinal_in
from rag.dialogue.turn import Turn, understood_of
from rag.reply import Reply


def stripped(said: Turn) -> Turn:
    """The turn without such words, leaning on the turn that they mean."""
    aside = said.without(ASIDE)
    said = replace(aside, leans=said.leans) if aside else said
    back = said.without(GO_BACK)
    if back:
        return replace(back, told=_spoken_of(back))
    corrected = said.without(CORRECTION)
    if corrected:
        said = replace(corrected, told=corrected.up_to(_question) or corrected.told)
    said = said.without(ADDING) or said
    instead = said.without(INSTEAD)
    return replace(instead, leans=not asks(instead.folded)) if instead else said


def _spoken_of(back: Turn) -> tuple[Reply, ...]:
    """The turns up to the one gone back to: the likest in words, else the last about another article, or the first."""
    if ordinal_in(back.folded):
        return back.told
    likest = back.up_to(lambda reply: _question(reply) + "".join(i.quote.text for i in reply.answer.items))
    if likest:
        return likest
    for at in range(len(back.told) - 1, 0, -1):
        earlier = replace(back, told=back.told[:at])
        if earlier.focus != back.focus:
            return earlier.told
    return back.told[:1]


def _question(reply: Reply) -> str:
    return understood_of(reply).text
