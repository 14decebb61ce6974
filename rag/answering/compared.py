"""What is said of two things that a question names side by side: 甲和乙有什么区别, 甲和乙分别是多少?"""

from __future__ import annotations

from typing import NamedTuple

from rag.answering.across import look_for
from rag.answering.answer import PassageAnswer, SeveralAnswer
from rag.answering.asked import Asked
from rag.answering.evidence import Evidence
from rag.answering.items import Draft, numbered
from rag.answering.passages import sentence_around, with_next
from rag.answering.quote import quote_body
from rag.answering.several_table import ASKED_OF_EACH, CONTRASTS, SIDES
from rag.text.normalise import fold
from rag.text.tokens import content_words


class Side(NamedTuple):
    """One of the two things."""

    name: str
    asked: str
    """The question for it alone."""


def compared(asked: Asked) -> PassageAnswer | SeveralAnswer | None:
    """The sentence that speaks of both sides, else the best sentence of each; ``None`` unless both are spoken of."""
    sides = sides_of(asked.question.folded)
    if not sides or not asked.evidence:
        return None
    both = sentence_around(asked.evidence[0])
    article = asked.evidence[0].article
    said_of_both = fold(both.slice(article.text))
    if CONTRASTS.search(said_of_both) and all(side.name in said_of_both for side in sides):
        return PassageAnswer(numbered([Draft(quote_body(article, both), asked.evidence[0].score)]))
    found = [_best_of(side, asked) for side in sides]
    if None in found:
        return None
    said = [e for e in found if e]
    items = numbered(Draft(quote_body(e.article, with_next(e, e.span)), e.score) for e in said)
    articles = {asked.corpus.key(e.article.article_id) for e in said}
    return PassageAnswer(items) if len(articles) == 1 else SeveralAnswer(items)


def sides_of(folded: str) -> tuple[Side, ...]:
    """Both sides, in the order of the question; empty where it names none.

    >>> [side.asked for side in sides_of("渡口和食堂的负责人分别是谁?")]
    ['渡口的负责人是谁?', '食堂的负责人是谁?']
    """
    for row in SIDES:
        match = row.pattern.search(folded)
        if match:
            before, after = folded[: match.start(1)], folded[match.end(2) :]
            rest = ASKED_OF_EACH.sub("", after)
            return tuple(Side(name, f"{before}{name}{rest}") for name in match.groups()[:2])
    return ()


def _best_of(side: Side, asked: Asked) -> Evidence | None:
    """The best sentence for one side: it, the headings above it or the article's unit name the side."""
    looked = look_for(asked, side.asked)
    return next((e for e in looked.evidence if _names(side.name, e)), None)


def _names(name: str, evidence: Evidence) -> bool:
    unit = evidence.article.affiliation
    above = (evidence.hit.chunk.title, *evidence.hit.chunk.path, unit.text if unit else "")
    text = fold("\n".join((evidence.text, *above)))
    words = content_words(name)
    said = sum(len(word) for word in words if word in text)
    return name in text or said >= NAMED * sum(map(len, words)) > 0


NAMED = 0.7
"""Share of the characters of a longer name that must stand there: 国有股东 of 公司里国有股东."""
