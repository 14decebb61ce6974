"""How plainly does a sentence define the term that is asked for?"""

from __future__ import annotations

import re
from typing import NamedTuple

from rag.answering.answer import QuestionKind
from rag.answering.overlap import QuestionTerms, share
from rag.answering.question import Question


class DefiningRow(NamedTuple):
    """Words between a term and its definition."""

    pattern: re.Pattern[str]
    strength: float
    reach: int
    """Characters that may stand between the term and these words."""
    example: str


DEFINING: tuple[DefiningRow, ...] = (
    DefiningRow(
        re.compile(r"是指|指的是|[,则]指|系指|即指|意为|定义为|理解为"), 1.0, 14, "再生证据（又称…）是指…"
    ),
    DefiningRow(re.compile(r"^指(?!导|挥|标|示|出|南)"), 1.0, 0, "普通党员 指…"),
    DefiningRow(
        re.compile(r",?(?:本质上|实质上|其实|也|就|则|既)?(?:是(?!否|不是)|属于|即(?!使)|意味着)"),
        0.6,
        3,
        "公开招标是…",
    ),
    DefiningRow(re.compile(r"[::]"), 0.4, 2, "信用贷款：…"),
)
"""Tried in this order; the term, or the heading that is the term, must stand right before."""

SO_CALLED = "所谓"
"""Before the term it announces the definition, whatever words follow."""

SUMMING_UP = 0.8
"""For ``访一线、访家庭、访伤员的“三访”``: the parts are told first, and the quoted term sums them up."""

CLASSING = re.compile(r"的(?:一[种项个类])?[^的,。]{1,6}[。;]?$")
CLASSING_BONUS = 0.2
"""For a sentence that ends in 的行为规则, 的活动, 的总称: it names the kind of thing."""

LEAST_KNOWN = 0.4
"""Share of the question's words that must stand before the defining words, where it names no term."""

SAME_PAIRS = 0.75
"""Share of a term's pairs of characters by which it is known again: 再生的证据 for 再生证据."""

NAMED = 0.1
"""Of a sentence that only names the term: better than one that does not."""


def definition_cue(question: Question, terms: QuestionTerms, text: str, heading: str) -> float:
    """From 0 to 1: by 所谓, by parts summed up, else by the first row whose left side ends in what is asked for.

    The heading above stands in for a left side that is empty.

    ``text`` and ``heading`` are folded. 0 for a question that asks for no definition.
    """
    if question.kind is not QuestionKind.DEFINITION:
        return 0.0
    if question.term and SO_CALLED + question.term in text.replace('"', ""):
        return 1.0
    if question.term and re.search(f'、.*(?:的|等|这)"{re.escape(question.term)}"', text):
        return SUMMING_UP
    for row in DEFINING:
        for match in row.pattern.finditer(text):
            known = _known(question.term, terms, text[: match.start()] or heading, row.reach)
            if known >= LEAST_KNOWN:
                return row.strength * known * (1.0 if CLASSING.search(text) else 1 - CLASSING_BONUS)
    return NAMED if question.term and question.term in text else 0.0


def _known(term: str, terms: QuestionTerms, left: str, reach: int) -> float:
    """How surely ``left`` ends in the term; without one, the share of the question's words in it."""
    if not term:
        return share(terms.words, *terms.said_in(left))
    end = left[-len(term) - reach :]
    pairs = [term[i : i + 2] for i in range(len(term) - 1)] or [term]
    return float(sum(pair in end for pair in pairs) >= SAME_PAIRS * len(pairs))
