"""How do people ask in English, and how is the same asked in Chinese?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rag.text.question_words import ENGLISH_QUESTION_WORDS


class EnglishCue(NamedTuple):
    """One way of asking."""

    pattern: re.Pattern[str]
    chinese: str
    """The question around its terms, which stand at ``{}``."""
    example: str
    """A question that this row, and none before it, is for."""


def _row(pattern: str, chinese: str, example: str) -> EnglishCue:
    return EnglishCue(re.compile(pattern), chinese, example)


_POINTS = (
    "challenges|difficulties|problems|issues|measures|steps|ways|reasons|causes|factors|types|kinds|categories|aspects|"
    "principles|requirements|conditions|features|characteristics|advantages|shortcomings|weaknesses|channels|methods|"
    "functions|duties|responsibilities|goals|suggestions|paths|sizes|items|elements|stages|indicators|differences|rules"
)

CUES: tuple[EnglishCue, ...] = (
    _row(
        r"\bwho (?:wrote|is the author|authored|was the author)|\bauthors? of\b",
        "{}那篇文章的作者是谁？",
        "Who wrote the article on ferries?",
    ),
    _row(r"\bwhich (?:article|paper|piece)s\b", "哪几篇文章讲{}？", "Which articles deal with safety?"),
    _row(
        r"\b(?:which|what) (?:article|paper|piece)\b|\bis there an article\b",
        "哪篇文章讲{}？",
        "Which article deals with safety?",
    ),
    _row(r"\btitle of\b", "{}那篇文章的题目是什么？", "What is the title of the article on ferries?"),
    _row(
        r"\b(?:which|what) (?:unit|company|organi[sz]ation|institution) (?:does|is|did)\b|\bwork for\b",
        "{}是哪个单位的？",
        "Which company does Shen Du work for?",
    ),
    _row(r"\bwhy\b|\bfor what reason\b", "为什么{}？", "Why do workers leave?"),
    _row(
        r"\bwhat percentage|\bwhat (?:share|proportion)|\bpercent\b",
        "{}百分之几？",
        "What percentage of workers passed?",
    ),
    _row(
        r"\bhow many (?:people|workers|employees|members|persons|staff|students)\b",
        "{}多少人？",
        "How many people were trained?",
    ),
    _row(
        r"\bhow (?:many|much|large|big|high|old|far|tall|wide)\b|\bwhat (?:number|amount)\b",
        "{}多少？",
        "How many drones are used?",
    ),
    _row(r"\bhow (?:long|often|soon)\b", "{}多久？", "How long is the trial period?"),
    _row(
        r"\bwhen\b(?!.*,)|\b(?:what|which) (?:year|date|day|time|month)\b",
        "{}什么时候？",
        "When was the platform built?",
    ),
    _row(
        r"\bmeant by\b|\bwhat does .* mean\b|\bdefinition of\b|\bmeaning of\b|\bdefine\b",
        "什么是{}？",
        "What is meant by smart party building?",
    ),
    _row(
        rf"\b(?:what|which)\b.*?\b(?P<head>{_POINTS})\b|\blist\b|\bname the\b",
        "{}有哪些{head}？",
        "What challenges do unions face?",
    ),
    _row(
        r"^what(?:'s| is| are) (?:an? )?(?:(?!\b(?:the|for|of|in|at|to|from|by)\b)[a-z\" -]){3,40}(?:\(.*\))?\?*$",
        "什么是{}？",
        "What is hedonism?",
    ),
    _row(
        r"^(?:is|are|was|were|does|do|did|can|could|must|should|may|has|have|will)\b",
        "{}吗？",
        "Can union fees be waived?",
    ),
    _row(r"\bhow\b|\bin what way\b", "怎么{}？", "How can workers be trained?"),
    _row(r"\bwho(?:se|m)?\b", "谁{}？", "Who is in charge of the canteen?"),
    _row(r"\bwhere\b", "{}在哪里？", "Where is the night school?"),
    _row(r"\bwhich\b", "哪个{}？", "Which crew won the flag?"),
    _row(r"\bwhat\b", "{}是什么？", "What did the crew propose to the bureau?"),
)
"""Tried in this order; a question that none matches is its terms alone."""

_ASKING_ROWS = (
    # of the way of asking: how much, who wrote, what is the meaning of
    "many much long often large big high old number amount percentage wrote write written author title article",
    "paper piece deal mean meant meaning definition define list name there let me get lets give face use used using",
    # of speech: really, only, while
    "s t really actually also still only most more best main such so than when one two three four five between under",
    "over if has had before after during each every other another opposed well while because",
)
ASKING = frozenset(" ".join(_ASKING_ROWS).split())
"""Words of English questions that say nothing of the subject."""


class Asked(NamedTuple):
    """A way of asking, put into Chinese."""

    chinese: str
    spent: frozenset[str]
    """Words that the way of asking has used up."""

    head: str
    """The English noun that is asked for, where the way of asking has a place for it: challenges; else empty."""

    def around(self, terms: Sequence[str], head: str = "") -> str:
        """The question about some terms, ``head`` being the Chinese of its own."""
        return self.chinese.format("，".join(terms), head=head)


def asked_in_chinese(folded: str) -> Asked:
    """How a folded English question asks.

    >>> asked_in_chinese("how many drones are used?").around(["无人机"])
    '无人机多少？'
    """
    for cue in CUES:
        match = cue.pattern.search(folded)
        if match:
            words = set(re.findall("[a-z]+", match.group())) & (ASKING | ENGLISH_QUESTION_WORDS | _SPENT)
            return Asked(cue.chinese, frozenset(words), match.groupdict().get("head") or "")
    return Asked("{}", frozenset(), "")


_SPENT = frozenset(
    ["articles", "papers", "people", "percent", "year", "date", "day", "time", "month", "unit", "company"]
)
