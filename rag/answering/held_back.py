"""Filters keep most articles out: do they keep the answer out with them?"""

from __future__ import annotations

from collections.abc import Callable

from rag.answering.abstain import nearest
from rag.answering.answer import Abstention, AbstentionKind, Answer, QuestionKind
from rag.answering.asked import Asked
from rag.answering.compose import compose
from rag.errors import Words

NONE_PASSES = Words("没有文章符合筛选条件", "no article passes the filters")
NOT_AMONG = Words(
    "符合筛选条件的 {passing} 篇文章里没有答案",
    "none of the {passing} articles that pass the filters answers this",
)
THERE_IS_ONE = Words(
    "；答案被筛选条件挡住了，去掉筛选就能看到", "; the filters hold back an answer: drop them to see it"
)

FROM_LABELS = frozenset({QuestionKind.ABOUT, QuestionKind.OUTLINE})
"""Answered from titles, bylines and headings, which do not depend on how well a passage fits."""


def compose_within(asked: Asked, everywhere: Callable[[], Asked]) -> Answer:
    """The answer from the articles that pass the filters; where they hold it back, an abstention that says so.

    ``everywhere`` looks the same question up in all articles. What is found there tells when the best that passes
    is only the least bad: the extractors would quote it, since they know of nothing better.
    """
    answer = compose(asked)
    if asked.within is None or (
        isinstance(answer, Abstention) and answer.kind is AbstentionKind.NOT_A_QUESTION
    ):
        return answer
    unfiltered = everywhere()
    if not isinstance(answer, Abstention):
        held_back = _far_behind(asked, unfiltered) and _answers_from_others(compose(unfiltered), asked.within)
        return _refused(asked, asked.within, held_back=True) if held_back else answer
    held_back = not isinstance(compose(unfiltered), Abstention)
    if asked.within and not held_back:
        return answer
    return _refused(asked, asked.within, held_back=held_back)


def _far_behind(asked: Asked, unfiltered: Asked) -> bool:
    """Whether the best passage that passes is far worse than the best of all."""
    if asked.question.kind in FROM_LABELS or not unfiltered.hits:
        return False
    return asked.best_score < asked.settings.held_back_below * unfiltered.best_score


def _answers_from_others(answer: Answer, within: frozenset[str]) -> bool:
    return any(item.quote.article_id not in within for item in answer.items)


def _refused(asked: Asked, within: frozenset[str], *, held_back: bool) -> Abstention:
    passing = len(within)
    why = Words(*(words.format(passing=passing) for words in NOT_AMONG)) if passing else NONE_PASSES
    if held_back:
        why = Words(why.zh + THERE_IS_ONE.zh, why.en + THERE_IS_ONE.en)
    return Abstention(AbstentionKind.FILTERED_OUT, why, nearest=nearest(asked), held_back=held_back)
