"""Which stretches of a question stand in a passage, when its terms overlap?

A term that was found covers its characters: a word wherever it stands, a pair where it lies inside one word.
A pair astride two words only joins what both sides cover, so that 高温 and 津贴 are one stretch where the passage
says 高温津贴, and two where it does not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from rag.text.normalise import HAN
from rag.text.segmenter import words_of

Found = Mapping[str, Collection[str]]
"""Field → its terms that were found."""

_CHINESE = re.compile(f"[{HAN}]+")


@dataclass(frozen=True)
class Stretches:
    """A text in what of it was found and what was not; each once, in order of appearance."""

    found: tuple[str, ...]
    missing: tuple[str, ...]
    """Word by word: that 高温津贴 does not stand there would leave open whether 高温 does."""


def stretches(text: str, asked: Found, found: Found, otherwise: Iterable[str] = ()) -> Stretches:
    """The folded ``text`` of a question, of whose terms ``asked`` those in ``found`` stand in a passage.

    What is not asked for (question words) is never missing, nor a single character that stands somewhere, nor
    what was found ``otherwise``, in other words.
    """
    covered = [False] * len(text)
    joined = [False] * len(text)
    """For each character whether it goes on with the next."""
    for start, end in _covering(text, found):
        covered[start:end] = [True] * (end - start)
        joined[start : end - 1] = [True] * (end - 1 - start)
    for start, _ in _places(text, found["bigrams"]):
        if all(covered[start : start + 2]):
            joined[start] = True
    said = list(covered)
    for start, end in _places(text, otherwise):
        said[start:end] = [True] * (end - start)
    wanted = _wanted(text, asked["unigrams"])
    lacking = [want and not one for want, one in zip(wanted, said, strict=True)]
    missing = [one for one in _runs(text, lacking, _within_words(text)) if one not in found["unigrams"]]
    return Stretches(_distinct(_runs(text, covered, joined)), _distinct(missing))


def _covering(text: str, found: Found) -> Iterator[tuple[int, int]]:
    yield from _places(text, found["words"])
    within = _within_words(text)
    for start, end in _places(text, found["bigrams"]):
        if end - start != 2 or within[start]:
            yield start, end


def _within_words(text: str) -> list[bool]:
    """For each character whether it and the next belong to one word; what is not Chinese hangs together."""
    within = [True] * len(text)
    for run in _CHINESE.finditer(text):
        if run.start():
            within[run.start() - 1] = False
        within[run.end() - 1] = False
        ends = set(accumulate(map(len, words_of(run.group()))))
        for at in range(run.end() - run.start() - 1):
            within[run.start() + at] = at + 1 not in ends
    return within


def _wanted(text: str, unigrams: Collection[str]) -> list[bool]:
    """For each character whether it is asked for: itself, or in a name of Latin letters and digits."""
    wanted = [False] * len(text)
    for start, end in _places(text, unigrams):
        wanted[start:end] = [True] * (end - start)
    return wanted


def _places(text: str, terms: Iterable[str]) -> Iterator[tuple[int, int]]:
    for term in terms:
        for match in re.finditer(re.escape(term), text):
            yield match.span()


def _runs(text: str, kept: list[bool], joined: list[bool]) -> Iterator[str]:
    """The kept characters, those that go on with the next together."""
    start = None
    for at, keeps in enumerate(kept):
        if not keeps:
            continue
        start = at if start is None else start
        if not (joined[at] and at + 1 < len(text) and kept[at + 1]):
            yield text[start : at + 1]
            start = None


def _distinct(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parts))
