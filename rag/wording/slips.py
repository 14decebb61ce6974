"""Which word was meant where a question holds one that nobody knows: 监都 for 监督?

People type by sound, and take the first word offered. So each character that belongs to no known word is tried with
others of the same sound, a like sound or a like look. What comes out must be a word of the articles, and the question
must read much more like Chinese with it than without (``rag.text.characters``). A known word is never touched.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from rag.text.characters.model import background
from rag.text.normalise import HAN
from rag.text.question_words import QUESTION_WORDS
from rag.text.segmenter import frequency, words_of
from rag.wording.alternative import Cause, Correction
from rag.wording.known import Library
from rag.wording.shapes import lookalikes
from rag.wording.sounds import homophones

LONGEST = 4
"""Characters of a word that is looked for; longer ones hold a shorter one with the slip in it."""

ENOUGH = {"sound": 1.5, "shape": 3.0, "alike": 4.0}
"""Nats that the question must gain in likelihood, by how far the character is from the one typed."""

LONG_ENOUGH = 3
"""Characters of a word from which a like sound will do: a pair has too many neighbours."""

EVERYDAY = 1.0
"""Further nats for each e-fold of the frequency of the character as a word, above a thousand."""

OFTEN = 3
"""Passages from which a word that the segmenter's dictionary lacks is a word of the articles."""

ATTACHED = "里外上下中前后内间时不没很也被把"
"""Characters that stand beside any word, and so make pairs that nobody counted: 案里, 不写."""

ASKING = frozenset("几哪谁啥咋吗呢么")
"""Characters that ask, and are meant as typed wherever they stand: 分几部分."""

MOST_CHARACTERS = 24
"""Of a question that are tried: the time is bounded, and a question of more is no slip of the finger."""


class _Found(NamedTuple):
    gain: float
    start: int
    typed: str
    meant: str
    cause: Cause


def slips(folded: str, library: Library) -> tuple[Correction, ...]:
    """The slips of folded text, in order; no two share a character."""
    found: list[_Found] = []
    left = MOST_CHARACTERS
    for run in _RUN.finditer(folded):
        cuts, loose = _pieces(run.group(), library)
        found += _in_run(run.group(), run.start(), (cuts, loose[:left]), library)
        left -= len(loose[:left])
        if not left:
            break
    taken: list[_Found] = []
    for one in sorted(found, key=lambda one: (-one.gain, one.start, one.meant)):
        if all(one.start + len(one.typed) <= t.start or t.start + len(t.typed) <= one.start for t in taken):
            taken.append(one)
    return tuple(Correction(t.typed, t.meant, t.cause) for t in sorted(taken, key=lambda t: t.start))


_ATTACHED = re.compile(f"[{ATTACHED}]")
_RUN = re.compile(f"[{HAN}]{{2,}}")


def _in_run(run: str, offset: int, pieces: tuple[list[int], list[int]], library: Library) -> Iterator[_Found]:
    cuts, loose = pieces
    for at in loose:
        if run[at] in ASKING:
            continue
        stretches = [(a, b) for a, b in _stretches(at, cuts) if not _ATTACHED.search(run[a:b])]
        if not stretches:
            continue
        needed = _everyday(run[at])
        for cause, distance, character in _others(run[at]):
            for start, end in stretches:
                meant = run[start:at] + character + run[at + 1 : end]
                if (distance != "alike" or end - start >= LONG_ENOUGH) and _is_word(meant, library):
                    gain = _gain(run, at, character) - ENOUGH[distance] - needed
                    if gain > 0 and not library.knows(run[start:end]):
                        yield _Found(gain, offset + start, run[start:end], meant, cause)


def _everyday(character: str) -> float:
    """How much surer the mending must be of a character that is a common word by itself."""
    return EVERYDAY * math.log1p(frequency(character) / 1000)


def _pieces(run: str, library: Library) -> tuple[list[int], list[int]]:
    """Where a word may begin or end, and the characters that belong to no known word of two characters or more."""
    cuts, loose = {0}, list[int]()
    for word, end in zip(words := words_of(run), accumulate(map(len, words)), strict=True):
        start = end - len(word)
        if len(word) == 1 or not (frequency(word) or library.knows(word)):
            loose += range(start, end)
            cuts |= set(range(start, end))
        cuts.add(end)
    return sorted(cuts), loose


def _stretches(at: int, cuts: list[int]) -> Iterator[tuple[int, int]]:
    """The stretches of two to four characters around a place, longest first."""
    for size in range(LONGEST, 1, -1):
        for start in range(max(0, at - size + 1), at + 1):
            if start in cuts and start + size in cuts:
                yield start, start + size


def _others(character: str) -> Iterator[tuple[Cause, str, str]]:
    same, look = homophones(character), lookalikes(character)
    yield from (("sound", "sound", other) for other in same)
    yield from (("shape", "shape", other) for other in look if other not in same)
    yield from (
        ("sound", "alike", other) for other in homophones(character, alike=True) if other not in same + look
    )


def _is_word(word: str, library: Library) -> bool:
    """A word of the dictionary that the articles use, or one that they use often."""
    if frequency(word):
        return library.occurrences(word) > 0
    plain = len(word) < LONGEST and not any(character in QUESTION_WORDS for character in word)
    return plain and library.occurrences(word) >= OFTEN


def _gain(run: str, at: int, character: str) -> float:
    """How much likelier the run is with another character in one place, in nats."""
    mended = run[:at] + character + run[at + 1 :]
    places = range(at, min(at + 3, len(run)))
    return sum(_likelihood(mended, place) - _likelihood(run, place) for place in places)


UNSEEN_PAIR = 5.0
UNSEEN_TRIPLE = 5.0


def _likelihood(run: str, at: int) -> float:
    """Ln P of a character after the two before it, each smoothed by the shorter row."""
    model = background()
    single = (model.count(run[at]) + 1) / (model.total + 6000)
    if at == 0:
        return math.log(single)
    pair = (model.count(run[at - 1 : at + 1]) + UNSEEN_PAIR * single) / (
        model.count(run[at - 1]) + UNSEEN_PAIR
    )
    if at == 1:
        return math.log(pair)
    triple = model.count(run[at - 2 : at + 1]) + UNSEEN_TRIPLE * pair
    return math.log(triple / (model.count(run[at - 2 : at]) + UNSEEN_TRIPLE))
