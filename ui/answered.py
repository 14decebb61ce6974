"""What is said about an answer, on the page and in a terminal alike: how many items, why there is none?

And what of the question was read otherwise than it was typed.
"""

from __future__ import annotations

from collections.abc import Iterable

from rag.answering.answer import Abstention, AbstentionKind, ListAnswer
from rag.errors import Language
from rag.wording.alternative import Correction
from ui import wording

SOUGHT = frozenset({AbstentionKind.UNKNOWN_WORDS, AbstentionKind.NO_SENTENCE})
"""Refusals after a search, whose reason alone could be taken for an answer."""


def items_said(answer: ListAnswer, language: Language) -> str:
    """How many items stand here, and how many the question or the text speaks of where that is more."""
    words = wording.ITEMS_MISSING if is_short(answer) else wording.ITEMS_FOUND
    return wording.filled(words, language, found=len(answer.items), promised=answer.promised)


def is_short(answer: ListAnswer) -> bool:
    """Whether fewer items were found than are spoken of."""
    return answer.promised is not None and answer.promised > len(answer.items)


def verdict(answer: Abstention, language: Language) -> str:
    """That there is no answer, where the reason does not say so itself; else empty."""
    return wording.NO_ANSWER.say(language) if answer.kind in SOUGHT else ""


def unnamed_words(answer: Abstention, language: Language) -> tuple[str, ...]:
    """The words that the library does not know, unless the reason names them all already.

    Nor where all are in Latin letters: that the articles are Chinese is reason enough then.
    """
    reason = answer.reason.say(language)
    told = all(word in reason for word in answer.missing) or all(word.isascii() for word in answer.missing)
    return () if told else answer.missing


def corrections_said(corrections: Iterable[Correction], language: Language) -> str:
    """What was typed and what it was taken for, in a sentence; empty where nothing was.

    >>> corrections_said([Correction("监都", "监督", "shape")], "zh")
    '已把“监都”当作“监督”'
    """
    pairs = dict.fromkeys((one.typed, one.meant) for one in corrections)
    said = [wording.filled(wording.CORRECTED_PAIR, language, typed=a, meant=b) for a, b in pairs]
    pairs_said = wording.COMMA.say(language).join(said)
    return wording.filled(wording.CORRECTED, language, pairs=pairs_said) if said else ""
