"""Which set phrases and abbreviations do the articles use that the dictionary does not know yet?

For a person to look through: what stands between quotation marks again and again, what is said to be short for
something (以下简称), phrases that begin with a number (四必谈), and words that keep each other's company.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Literal

from rag.corpus.article import Article
from rag.text.normalise import HAN, fold
from rag.text.numerals import NUMERAL
from rag.text.question_words import QUESTION_WORDS
from rag.text.segmenter import frequency, words_of
from rag.text.sentences import sentences
from rag.text.spans import Span
from rag.wording.dictionary import Dictionary

Kind = Literal["short", "quoted", "numbered", "together"]

LEAST = {"short": 1, "quoted": 3, "numbered": 2, "together": 6}
"""Mentions from which a candidate of each kind is offered."""

COHESION = 0.75
"""Normalised pointwise mutual information of two neighbours from which they are one expression: 1 for never apart."""

EXAMPLE_CHARS = 60


@dataclass(frozen=True)
class Candidate:
    """An entry for the dictionary, not yet accepted by anyone."""

    entry: str
    """The line as the dictionary takes it."""
    kind: Kind
    count: int
    """How often the articles say it."""
    article_id: str
    file: str
    example: str
    """A sentence of that article that says it, shortened."""
    span: Span
    """Where that sentence stands in the article's text."""


def candidates(articles: Iterable[Article], dictionary: Dictionary) -> tuple[Candidate, ...]:
    """What the dictionary might take up: by kind in the order of the module's words, then the commonest first."""
    return unknown(mined(articles), dictionary)


def unknown(found: Iterable[Candidate], dictionary: Dictionary) -> tuple[Candidate, ...]:
    """Those of the candidates that the dictionary has no entry for, in their order."""
    known = dictionary.phrases | dictionary.others.keys()
    return tuple(one for one in found if one.entry.split(" = ")[0] not in known)


def mined(articles: Iterable[Article]) -> tuple[Candidate, ...]:
    """All that the articles offer, whatever the dictionary says; in the order of :func:`candidates`."""
    found: dict[tuple[Kind, str], Candidate] = {}
    pairs, words = _Pairs(), Counter[str]()
    for article in articles:
        for span in sentences(article.text):
            folded = fold(span.slice(article.text))
            for kind, entry in chain(_said_short(folded), _quoted(folded), pairs.read(folded, words)):
                before = found.get((kind, entry))
                found[kind, entry] = (
                    replace(before, count=before.count + 1)
                    if before
                    else Candidate(
                        entry, kind, 1, article.article_id, article.file, folded[:EXAMPLE_CHARS], span
                    )
                )
    offered = (
        one
        for one in found.values()
        if one.count >= LEAST[one.kind]
        and (one.kind != "together" or pairs.cohesion(one.entry, words) >= COHESION)
    )
    kinds = list(LEAST)
    return tuple(sorted(offered, key=lambda one: (kinds.index(one.kind), -one.count, one.entry)))


_SHORT = re.compile(f'([{HAN}]{{4,20}})[(,](?:以下|下文)?(?:统称|简称)(?:为|:)?"?([{HAN}]{{2,8}})"?[),]')


def _said_short(folded: str) -> Iterator[tuple[Kind, str]]:
    for match in _SHORT.finditer(folded):
        full = _full_form(match.group(1), match.group(2))
        if full:
            yield "short", f"{match.group(2)} = {full}"


def _full_form(before: str, short: str) -> str:
    """The last words before an abbreviation, from the one that begins as it does."""
    words = words_of(before)
    for at in range(len(words) - 1, -1, -1):
        full = "".join(words[at:])
        if full[0] == short[0] and len(full) > len(short):
            return full
    return ""


_QUOTED = re.compile(f'"([{HAN}]{{3,12}})"')
_NUMBERED = re.compile(f"(?:{NUMERAL})[{HAN}]{{2,6}}")


def _quoted(folded: str) -> Iterator[tuple[Kind, str]]:
    for phrase in _QUOTED.findall(folded):
        if not frequency(phrase):
            yield ("numbered" if _NUMBERED.fullmatch(phrase) else "quoted"), phrase


class _Pairs:
    """Neighbouring words, counted."""

    def __init__(self) -> None:
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._of: dict[str, tuple[str, str]] = {}

    def read(self, folded: str, words: Counter[str]) -> Iterator[tuple[Kind, str]]:
        """Counts a sentence; its neighbours that say something and are no word of the segmenter."""
        for run in re.findall(f"[{HAN}]+", folded):
            cut = words_of(run)
            words.update(cut)
            for one, two in pairwise(cut):
                if (
                    min(len(one), len(two)) > 1
                    and not {one, two} & QUESTION_WORDS
                    and not frequency(one + two)
                ):
                    self._pairs[one, two] += 1
                    self._of[one + two] = one, two
                    yield "together", one + two

    def cohesion(self, entry: str, words: Counter[str]) -> float:
        """Ln (P(ab) / P(a) P(b)) / -ln P(ab)."""
        one, two = self._of[entry]
        total, together = words.total(), self._pairs[one, two]
        return math.log(together * total / (words[one] * words[two])) / -math.log(together / total)
