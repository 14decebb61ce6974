"""What does the reader see of a text: its words one by one, with their places and what they are made of?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from rag.text.normalise import HAN
from rag.text.segmenter import words_of
from rag.text.sentences import CLOSERS, END_MARKS

_RUN = re.compile(rf"[{HAN}]+|\d+(?:[.,]\d+)*|[^\W\d_{HAN}]+|\S|\n")


class TokenClass(IntEnum):
    """What a token is made of."""

    WORD = 0
    FIGURE = 1
    LATIN = 2
    NUMERAL = 3
    """A word of Chinese numerals only: 三, 二十."""
    END = 4
    """。！？ and the line break."""
    PAUSE = 5
    OPENING = 6
    CLOSING = 7
    OTHER = 8
    SINGLE = 9
    """A word of one character."""


class Token(NamedTuple):
    """A word, a figure or a mark, in folded text."""

    text: str
    start: int
    end: int


def tokens_of(folded: str) -> tuple[Token, ...]:
    """The tokens of folded text; white space is in none of them.

    >>> [t.text for t in tokens_of("去年培训412名职工,合格率98.6%。")]
    ['去年', '培训', '412', '名', '职工', ',', '合格率', '98.6', '%', '。']
    """
    return tuple(_tokens(folded))


def _tokens(folded: str) -> Iterator[Token]:
    for match in _RUN.finditer(folded):
        if not _CHINESE.match(match.group()):
            yield Token(match.group(), *match.span())
            continue
        start = match.start()
        for word in words_of(match.group()):
            yield Token(word, start, start + len(word))
            start += len(word)


_CHINESE = re.compile(f"[{HAN}]")
_NUMERAL = re.compile("[零〇一二两三四五六七八九十百千万亿]+")
_PAUSES = ",;:、,…"
_OPENERS = "\"'“‘「『(〈《【[〔"


@lru_cache(maxsize=65536)
def class_of(token: str) -> TokenClass:
    """What a token is made of.

    >>> [class_of(token).name for token in ("职工", "412", "pdf", "三", "。", ",")]
    ['WORD', 'FIGURE', 'LATIN', 'NUMERAL', 'END', 'PAUSE']
    """
    if _CHINESE.match(token):
        if _NUMERAL.fullmatch(token):
            return TokenClass.NUMERAL
        return TokenClass.WORD if len(token) > 1 else TokenClass.SINGLE
    if token[0].isdigit():
        return TokenClass.FIGURE
    if token[0].isalpha():
        return TokenClass.LATIN
    for marks, kind in _MARKS:
        if token in marks:
            return kind
    return TokenClass.OTHER


_MARKS = (
    (END_MARKS + "\n", TokenClass.END),
    (_PAUSES, TokenClass.PAUSE),
    (_OPENERS, TokenClass.OPENING),
    (CLOSERS + "'", TokenClass.CLOSING),
)
