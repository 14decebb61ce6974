"""Which articles say something of what is asked, and which sentence of each says it best?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.answering.about_table import ASKING
from rag.answering.asked import Asked
from rag.answering.evidence import Evidence
from rag.answering.overlap import QuestionTerms
from rag.answering.question import analyse
from rag.corpus.article import ArticleKind
from rag.retrieval import query
from rag.text.normalise import fold
from rag.text.tokens import content_words

PASSAGES = 30
"""Looked through: three or four an article, where eight articles say it."""

STRENGTH = 0.4
"""Of the best sentence times its passage: below it an article speaks of something near. Read off 28 questions that
several articles answer, where it keeps nearly all that do and few others."""

MOST_ARTICLES = 6
"""More are not read; the best are kept."""

SHORT_SUBJECT_CHARS = 6
"""Up to here a subject is a word or two, and an article that mentions it says them."""

SAID = 0.75
"""Share of the characters of a short subject that a passage must hold."""

_OR = re.compile("或者|或是|或|以及")


def look_for(asked: Asked, subject: str) -> Asked:
    """What is found for a part of a question, or for a question without the words that ask for articles."""
    text = " ".join(ASKING.sub(" ", fold(subject)).split())
    snapshot = asked.corpus.snapshot
    hits = snapshot.retriever.search(query.analyse(text), PASSAGES, within=asked.within)
    return replace(
        asked,
        question=analyse(text),
        terms=QuestionTerms.of(text, asked.corpus.idf),
        hits=tuple((hit, snapshot.article(hit.chunk.article_id)) for hit in hits),
        settings=replace(asked.settings, passages_read=PASSAGES),
    )


def across(looked: Asked) -> tuple[Evidence, ...]:
    """The best sentence of each article that says it, the strongest first; one printing of each article."""
    best: dict[str, Evidence] = {}
    for evidence in looked.evidence:
        if evidence.article.kind is ArticleKind.ARTICLE:
            best.setdefault(looked.corpus.key(evidence.article.article_id), evidence)
    return _strong(tuple(best.values()))


def mentions(looked: Asked) -> tuple[Evidence, ...]:
    """The same, of those that say the very words of a short subject, or of one of its alternatives (家访或者走访)."""
    subjects = [content_words(one) for one in _OR.split(looked.question.folded)]
    return tuple(e for e in across(looked) if any(_says(words, e) for words in subjects))


def _says(subject: Sequence[str], evidence: Evidence) -> bool:
    passage = fold(evidence.hit.chunk.passage)
    whole, said = sum(map(len, subject)), sum(len(word) for word in subject if word in passage)
    return whole > SHORT_SUBJECT_CHARS or said >= SAID * whole > 0


def _strong(ranked: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Those nearly as good as the first, by their sentence and by its passage."""
    if not ranked:
        return ()
    top, passage = ranked[0].score, max(evidence.hit.score for evidence in ranked)
    strong = (e for e in ranked if e.score * e.hit.score >= STRENGTH * top * passage > 0)
    return tuple(strong)[:MOST_ARTICLES]
