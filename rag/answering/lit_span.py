"""Which words of a quotation are worth lighting: whole ones, whole quotation marks, and not the question's own?"""

from __future__ import annotations

import re
from itertools import accumulate

from rag.text.normalise import HAN
from rag.text.numbering import heading_marker
from rag.text.segmenter import frequency, words_of
from rag.text.spans import Span
from rag.text.tokens import content_words

_RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+(?:[.%‰][^\W_{HAN}]*)*")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "（": "）", "(": ")"}
_ENDS = " \u3000\n,，。;；、:：!！?？"


def worth_lighting(text: str, span: Span, folded_question: str) -> Span | None:
    """The span of ``text`` widened to whole words and marks; ``None`` for what the question says, or a mere number.

    >>> text = "食堂开了夜班窗口,由工会掌勺。"
    >>> worth_lighting(text, Span(5, 7), "谁掌勺?").slice(text)
    '夜班窗口'
    """
    whole = _paired(text, _whole_words(text, span))
    mark = heading_marker(text)
    words = content_words(whole.slice(text)) if not mark or whole.end > mark.span.end else ()
    new = any(word not in folded_question for word in words)
    return whole if new else None


def begins_inside_a_word(text: str, at: int) -> bool:
    """Whether a word of ``text`` begins before a place and goes on behind it: at 一步 in 进一步."""
    return any(start < at < end for start, end in _words_around(text, at))


def _whole_words(text: str, span: Span) -> Span:
    start = next((a for a, b in _words_around(text, span.start) if a < span.start < b), span.start)
    end = next((b for a, b in _words_around(text, span.end) if a < span.end < b), span.end)
    return Span(start, end)


def _words_around(text: str, at: int) -> list[tuple[int, int]]:
    """Where the known words of the run that goes on across a place begin and end; none where none does."""
    for run in _RUN.finditer(text):
        if run.start() < at < run.end():
            if not re.match(f"[{HAN}]", run.group()):
                return [run.span()]
            words = words_of(run.group())
            ends = accumulate(map(len, words), initial=run.start())
            return [(a, a + len(word)) for a, word in zip(ends, words, strict=False) if frequency(word)]
    return []


def _paired(text: str, span: Span) -> Span:
    """Without stops and halves of pairs at its ends; with the other half where that stands beside it."""
    start, end = span.start, span.end
    while start < end and text[start] in (*_ENDS, *_PAIRS.values()):
        start += 1
    while start < end and text[end - 1] in (*_ENDS, *_PAIRS):
        end -= 1
    inside = text[start:end]
    for opening, closing in _PAIRS.items():
        lacking = inside.count(opening) - inside.count(closing)
        if lacking > 0 and text[end : end + 1] == closing:
            end += 1
        elif lacking > 0 and inside.startswith(opening):
            start += 1
        elif lacking < 0 and start and text[start - 1] == opening:
            start -= 1
        elif lacking < 0 and inside.endswith(closing):
            end -= 1
    return Span(start, end)
