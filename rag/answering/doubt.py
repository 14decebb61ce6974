"""How likely is it that the corpus does not say, and why?

A logistic regression over a few signs, each of which can only add to the doubt. Fitted as ``python -m eval.fitting`` does, on
questions of which it is known whether their corpus answers them (1,063, of which 102 are not answered), and on 903 of
those asked again with the articles that answer them left out, each counted a tenth. In eight-fold cross-validation
over articles the area under the ROC curve is .876; where 5 % of the answerable are refused, 60 % of the unanswerable are
caught (71 % of those whose words are absent, 53 % of those whose words are there), and 67 % of those whose articles were
left out. What it cannot see is a question whose words all stand in one passage that says something else.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from rag.answering.asked import Asked, once
from rag.answering.overlap import share
from rag.answering.value_fit import lacks_figure
from rag.text.normalise import fold
from rag.text.numerals import NUMERAL, value_of
from rag.text.question_words import QUESTION_WORDS
from rag.text.segmenter import frequency
from rag.text.tokens import content_words


class Signs(NamedTuple):
    """What speaks against an answer; each from 0 to 1."""

    absent_word: float
    """1 when a telling word of the question stands nowhere in the corpus: 产假."""
    absent_name: float
    """1 when such a word is a name in Latin letters or digits: PDF/A."""
    words_missing: float
    """Share of the question's words that the best passage lacks, by rarity."""
    characters_missing: float
    """Share of its characters that the best passage lacks."""
    no_value_near: float
    """1 when a figure is asked for and none of the three best passages holds one of that kind."""
    no_value: float
    """1 when the best sentence holds none."""
    weak: float
    """1 less the best passage's BM25 as a share of the most that the question could give."""
    unread: float
    """1 less the highest probability that the reader gives to a passage's holding an answer; .5 without a reader."""
    far: float
    """1 less the best passage's cosine with the question; .6 without an encoder."""


WEIGHTS = Signs(0.43, 0.57, 0.60, 2.01, 1.00, 2.84, 0.71, 1.62, 3.62)
BIAS = -6.08

MIDDLING_UNREAD = 0.5
MIDDLING_FAR = 0.6
"""What the signs are where they cannot be known: about what answerable questions have."""


@once
def signs(asked: Asked) -> Signs:
    """The signs of one question with its hits."""
    passages = [fold(hit.chunk.passage) for hit, _ in asked.hits[:3]]
    best = passages[0] if passages else ""
    sentence = fold(asked.evidence[0].text) if asked.evidence else ""
    said = asked.terms.said_in(best)
    return Signs(
        absent_word=float(bool(absent_words(asked))),
        absent_name=float(any(_NAME.fullmatch(word) for word in absent_words(asked))),
        words_missing=1 - share(asked.terms.words, *said) if asked.terms.words else 0.0,
        characters_missing=1 - share(asked.terms.unigrams, *said) if asked.terms.unigrams else 0.0,
        no_value_near=float(lacks_figure(asked.question, "\n".join(passages))),
        no_value=float(lacks_figure(asked.question, sentence)),
        weak=1 - _strength(asked),
        unread=_unread(asked),
        far=_far(asked),
    )


def _unread(asked: Asked) -> float:
    if not asked.hits:
        return 1.0
    return 1 - max(reading.holds for reading in asked.readings) if asked.readings else MIDDLING_UNREAD


def _far(asked: Asked) -> float:
    if not asked.hits:
        return 1.0
    scores = asked.hits[0][0].scores
    return 1 - min(1.0, max(0.0, scores.cosine)) if scores.cosine else MIDDLING_FAR


def probability(found: Signs) -> float:
    """That the corpus does not answer, from 0 to 1."""
    total = BIAS + sum(w * value for w, value in zip(WEIGHTS, found, strict=True))
    return 1 / (1 + math.exp(-total))


@once
def absent_words(asked: Asked) -> tuple[str, ...]:
    """Telling words of the question that stand in no article that may answer, in their order: 产假, but not 一共."""
    words = (word for word in content_words(asked.question.text) if len(word) > 1 and is_telling(word))
    return tuple(word for word in words if not _known(word, asked))


def _known(word: str, asked: Asked) -> bool:
    """Whether a word stands in the articles that may answer, itself or in other words."""
    otherwise = (one.meant for one in asked.terms.alternatives if word in one.said)
    return any(asked.corpus.knows(form, asked.within) for form in (word, *otherwise))


COMMON = 600
"""From this frequency in the segmenter's dictionary on, a word is everyday speech and its absence says nothing."""


def is_telling(word: str) -> bool:
    """Whether a word names something: rare in general Chinese, no scrap around a question word, nothing counted.

    A number may be written otherwise in the text: 两千万 as 2000万; and 第四个 only points at one of several.

    >>> is_telling("产假"), is_telling("一共"), is_telling("几加"), is_telling("两千万"), is_telling("第四个")
    (True, False, False, False, False)
    """
    if value_of(word) is not None or _COUNTED.fullmatch(word):
        return False
    known = frequency(word)
    return known < COMMON and (known > 10 or not any(character in QUESTION_WORDS for character in word))


_COUNTED = re.compile(rf"第?(?:{NUMERAL}|几)[个种类项条点步件篇版期页章节句段层位]")
_NAME = re.compile(r"[a-z0-9][a-z0-9./%+-]*")


_MOST_BY_TERM = 2.2
"""k1 + 1: what one term's BM25 tends to, by its idf, however often it occurs."""


def _strength(asked: Asked) -> float:
    terms = asked.terms
    most = _MOST_BY_TERM * sum(sum(field.values()) for field in (terms.words, terms.bigrams, terms.unigrams))
    return min(1.0, asked.hits[0][0].scores.bm25 / most) if asked.hits and most > 0 else 0.0
