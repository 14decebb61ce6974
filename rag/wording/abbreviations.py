"""What does an abbreviation that the articles never use stand for: 职代会, where they say 职工代表大会?

Its characters stand in the full form in order, each at the beginning of a word of it, the last one perhaps at its end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

from rag.text.normalise import HAN
from rag.text.question_words import QUESTION_WORDS
from rag.text.segmenter import frequency, words_of
from rag.wording.alternative import SAME, Alternative
from rag.wording.known import Library

SHORTEST, LONGEST = 3, 5
"""Characters of an abbreviation; of two characters there are too many."""

MOST_WORDS = 3
"""Of a question that are tried."""

LEFT_OUT = 2
"""Characters that an abbreviation must save: 发放奖金 is no full form of 发奖金."""

BETWEEN = 3
"""Characters of the full form that may be left out between two that are kept."""

PASSAGES_READ = 24
"""That hold all its characters: enough to see a form twice, and no more than some milliseconds."""

OFTEN = 2
"""Passages in which a full form must stand: one may hold the characters by chance."""


_EMPTY = QUESTION_WORDS - {"会"}
"""会 is a verb of asking, and the last character of many a body."""


def full_forms(folded: str, library: Library) -> tuple[Alternative, ...]:
    """The full forms of words that the library does not know."""
    unknown = islice(dict.fromkeys(_unknown(folded, library)), MOST_WORDS)
    return tuple(one for one in (_full_form(word, library) for word in unknown) if one)


def _unknown(folded: str, library: Library) -> Iterator[str]:
    """Words of the segmenter, and pairs that make up three characters: it may cut 职代会 as 职代 | 会."""
    for run in re.findall(f"[{HAN}]{{3,}}", folded):
        words = words_of(run)
        pairs = (
            a + b
            for a, b in pairwise(words)
            if len(a + b) == SHORTEST and not (frequency(a) and frequency(b))
        )
        for word in (*words, *pairs):
            says = SHORTEST <= len(word) <= LONGEST and _EMPTY.isdisjoint(word)
            if says and not library.knows(word):
                yield word


def _full_form(word: str, library: Library) -> Alternative | None:
    gap = f"[{HAN}]{{0,{BETWEEN}}}"
    pattern = re.compile(f"(?={gap.join(map(re.escape, word))}{gap})(?=({word[0]}[{HAN}]*))")
    forms: Counter[str] = Counter()
    for passage in library.passages_with(word, PASSAGES_READ):
        forms.update({form for match in pattern.finditer(passage) for form in _parts(match.group(1), word)})
    best = max(forms, key=lambda form: (forms[form], -len(form)), default="")
    return Alternative(word, best, SAME) if forms[best] >= OFTEN else None


def _parts(text: str, word: str) -> Iterator[str]:
    """The beginning of ``text`` whose words begin with the characters one by one, if there is one."""
    left, length = word, 0
    skipped = 0
    for part in words_of(text[: LONGEST * (BETWEEN + 1)]):
        length += len(part)
        skipped = 0 if part[0] == left[0] else skipped + len(part)
        if part[0] == left[0]:
            left = left[1:]
        if left and len(left) == 1 and part[-1] == left and len(part) > 1:
            left = ""
        if not left:
            if length >= len(word) + LEFT_OUT:
                yield text[:length]
            return
        if skipped > BETWEEN:
            return
