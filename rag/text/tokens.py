"""What of a text is looked up in the index: its words, and its characters one by one and in pairs.

Three fields, since no segmentation is always right: search words find terms, bigrams find what the segmenter
cut otherwise (names, typing slips), unigrams find what is said in other words. A run of Latin letters and
digits (ZYWL-6000Y, PDF/A, 98.6%, 128K) is one token plus its parts, in every field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from rag.text.normalise import HAN, fold
from rag.text.question_words import ENGLISH_QUESTION_WORDS, QUESTION_WORDS
from rag.text.segmenter import SEGMENTER, placed_search_words_of, search_words_of, words_of

FINGERPRINT = f"tokens-1+{SEGMENTER}"
"""Changes whenever the same text would give other tokens."""

FIELDS = ("words", "bigrams", "unigrams")

TEXTS_IN_MEMORY = 256
"""Of questions and their parts: each is cut for several reasons while it is answered."""

MOST_PARTS = 3
"""Into how many words the segmenter cuts one question word at most: 啥|时候, 凭|什|么."""


class Tokens(NamedTuple):
    """The tokens of a text, field by field, in reading order, repetitions kept; named as in ``FIELDS``."""

    words: list[str]
    bigrams: list[str]
    unigrams: list[str]


def tokenise(text: str) -> Tokens:
    r"""The tokens of a text as the index holds them. Nothing is joined across a line break.

    >>> tokenise("ZYWL-6000Y 钻机\n128K")
    ... # doctest: +NORMALIZE_WHITESPACE
    Tokens(words=['zywl-6000y', 'zywl', '6000', '钻机', '128k', '128'],
           bigrams=['zywl-6000y', 'zywl', '6000', '钻机', '128k', '128'],
           unigrams=['zywl-6000y', 'zywl', '6000', '钻', '机', '128k', '128'])
    """
    return _joined(map(_all_tokens, _runs(text)))


def query_tokens(text: str) -> Tokens:
    """The same without question words, for a query; empty where it holds nothing else.

    >>> query_tokens("什么是党风廉政建设?")
    ... # doctest: +NORMALIZE_WHITESPACE
    Tokens(words=['党风', '廉政', '党风廉政', '建设'],
           bigrams=['是党', '党风', '风廉', '廉政', '政建', '建设'],
           unigrams=['党', '风', '廉', '政', '建', '设'])
    """
    return _joined(map(_content_tokens, _content_runs(text)))


@lru_cache(maxsize=TEXTS_IN_MEMORY)
def content_words(text: str) -> tuple[str, ...]:
    """The distinct words of a text that are no question words, in order, none inside another.

    >>> content_words("ZYWL-6000Y钻机为啥要用PDF/A存档?")
    ('zywl-6000y', '钻机', 'pdf/a', '存档')
    """
    found: list[str] = []
    for run in _content_runs(text):
        if not _is_chinese(run):
            found.append(run)
            continue
        words, says = words_of(run), _says(run)
        ends = accumulate(map(len, words))
        found += [word for word, end in zip(words, ends, strict=True) if any(says[end - len(word) : end])]
    return tuple(dict.fromkeys(found))


_RUN = re.compile(
    f"[{HAN}]+"  # Chinese
    # a figure with its sign, or letters and digits joined as names are: 98.6%, ZYWL-6000Y, PDF/A, C++
    rf"|[^\W_{HAN}]+(?:[-./_&:+'][^\W_{HAN}]+)*(?:%|‰|\++)?"
)
_PART = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]{2,}")
"""The parts of a Latin run: figures, and letters where there are two or more (K alone says nothing)."""


def _runs(text: str) -> Iterator[str]:
    """The Chinese and the Latin runs of a text, folded; white space and punctuation part them."""
    for line in text.splitlines():
        yield from _RUN.findall(fold(line))


def _content_runs(text: str) -> list[str]:
    """The runs of a text, without English question words where nothing is Chinese."""
    runs = list(_runs(text))
    if any(map(_is_chinese, runs)):
        return runs
    return [run for run in runs if run not in ENGLISH_QUESTION_WORDS]


def _is_chinese(run: str) -> bool:
    return _CHINESE.match(run) is not None


_CHINESE = re.compile(f"[{HAN}]")


def _joined(runs: Iterable[Tokens]) -> Tokens:
    whole = Tokens([], [], [])
    for tokens in runs:
        for field, more in zip(whole, tokens, strict=True):
            field += more
    return whole


def _all_tokens(run: str) -> Tokens:
    if not _is_chinese(run):
        latin = [run, *(part for part in _PART.findall(run) if part != run)]
        return Tokens(latin, latin, latin)
    return Tokens(search_words_of(run), _pairs(run), list(run))


@lru_cache(maxsize=TEXTS_IN_MEMORY)
def _content_tokens(run: str) -> Tokens:
    """Without the tokens all of whose characters belong to question words.

    A pair with one foot in a question word stays: 是工 does no harm, and a name that the segmenter cut wrongly
    is found.
    """
    if not _is_chinese(run):
        return _all_tokens(run)
    says = _says(run)
    return Tokens(
        words=[word for word, start, end in placed_search_words_of(run) if any(says[start:end])],
        bigrams=[pair for at, pair in enumerate(_pairs(run)) if says[at] or says[at + 1]],
        unigrams=[character for character, kept in zip(run, says, strict=True) if kept],
    )


def _says(run: str) -> list[bool]:
    """For each character whether it belongs to no question word.

    The segmenter cuts colloquial ones (干|啥), so neighbours are looked up together as well.
    """
    words = words_of(run)
    starts = [0, *accumulate(map(len, words))]
    says = [True] * len(run)
    for first in range(len(words)):
        for last in range(first, min(first + MOST_PARTS, len(words))):
            if "".join(words[first : last + 1]) in QUESTION_WORDS:
                says[starts[first] : starts[last + 1]] = [False] * (starts[last + 1] - starts[first])
    return says


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]
