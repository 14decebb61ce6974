"""Nothing is answered: is it the filters that hold the answer back?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rag.answering.answer import Abstention, AbstentionKind, Answer
from rag.errors import Words

NONE_PASSES = Words("没有文章符合筛选条件", "no article passes the filters")
NOT_AMONG = Words(
    "符合筛选条件的 {passing} 篇文章里没有答案",
    "none of the {passing} articles that pass the filters answers this",
)
THERE_IS_ONE = Words(
    "；答案被筛选条件挡住了，去掉筛选就能看到", "; the filters hold back an answer: drop them to see it"
)


def explained(refusal: Abstention, passing: int, without_filters: Callable[[], Answer]) -> Abstention:
    """A refusal of a filtered question with the filters' part in it.

    ``passing`` is how many articles pass. ``without_filters`` answers the same question from all of them; it is
    not asked for what is no question. Where that is refused as well, the first reason stands, unless nothing passes.
    """
    if refusal.kind in (AbstentionKind.NOT_A_QUESTION, AbstentionKind.EMPTY_CORPUS):
        return refusal
    held_back = not isinstance(without_filters(), Abstention)
    if passing and not held_back:
        return refusal
    why = Words(*(words.format(passing=passing) for words in NOT_AMONG)) if passing else NONE_PASSES
    if held_back:
        why = Words(why.zh + THERE_IS_ONE.zh, why.en + THERE_IS_ONE.en)
    return replace(refusal, kind=AbstentionKind.FILTERED_OUT, reason=why, missing=(), held_back=held_back)
