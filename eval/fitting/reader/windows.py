"""A question, the window of text that answers it, and windows that do not: what the reader is shown in training.

A window is what is read at once in use: whole sentences, of about the length of a chunk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from eval.fitting.passages import LabelledQuestion, PassageSet
from rag.text.sentences import sentences
from rag.text.spans import Span

WINDOW_CHARS = 300
"""As long as a chunk is at most."""

OTHERS = 3
"""Windows without the answer that are kept beside the right one."""

HITS = 12
"""Retrieved chunks among which windows that mislead are looked for."""


class Shown(NamedTuple):
    """A question with its windows."""

    question: str
    window: str
    answer: Span
    """In ``window``."""
    others: tuple[str, ...]
    """Windows that do not answer, the most misleading first."""


def windows_of(text: str, room: int = WINDOW_CHARS) -> list[Span]:
    """Whole sentences packed to about ``room`` characters."""
    packed: list[Span] = []
    for sentence in sentences(text):
        if packed and sentence.end - packed[-1].start <= room:
            packed[-1] = Span(packed[-1].start, sentence.end)
        else:
            packed.append(sentence)
    return [Span(s.start, min(s.end, s.start + 2 * room)) for s in packed]


def around(text: str, answer: Span, shift: float, room: int = WINDOW_CHARS) -> Span | None:
    """A window of whole sentences around ``answer``, which lies at about ``shift`` (0 to 1) of it."""
    cut = sentences(text)
    inside = [at for at, s in enumerate(cut) if s.start < answer.end and s.end > answer.start]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    before = room * shift
    while first > 0 and cut[inside[0]].start - cut[first - 1].start <= before:
        first -= 1
    while last + 1 < len(cut) and cut[last + 1].end - cut[first].start <= room:
        last += 1
    window = Span(cut[first].start, cut[last].end)
    return window if window.length <= 2 * room else None


def labelled(pool: PassageSet, seed: int = 0) -> Iterator[Shown]:
    """Each labelled question with its window and with retrieved windows that do not hold the answer's words."""
    luck = np.random.default_rng(seed)
    for question in pool.questions:
        answer = question.answers[0]
        text = pool.articles[question.passage].text
        window = around(text, answer, float(luck.random()))
        if window is None:
            continue
        wording = {a.slice(text) for a in question.answers}
        others = [*_beside(text, answer), *_retrieved(pool, question)]
        kept = [other for other in others if not any(words in other for words in wording)]
        yield Shown(question.text, window.slice(text), answer.shift(-window.start), tuple(kept[:OTHERS]))


def _beside(text: str, answer: Span) -> Sequence[str]:
    """One other window of the passage itself."""
    return [w.slice(text) for w in windows_of(text) if not w.overlap(answer)][:1]


def _retrieved(pool: PassageSet, question: LabelledQuestion) -> list[str]:
    return [
        hit.chunk.span.slice(article.text)
        for hit, article in pool.hits(question.text, HITS)
        if article.article_id != question.passage
    ]
