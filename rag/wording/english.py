"""What does a question in English ask, in the Chinese words of the articles?

Its terms are looked up in ``english.txt``, the longest first, with simple endings taken off; authors are known by the
pinyin of their names; what is Chinese or stands in the articles as it is (PDF, Qwen2) stays. The way of asking is
put into Chinese by ``english_cues``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from rag.text.normalise import HAN, fold
from rag.text.question_words import ENGLISH_QUESTION_WORDS
from rag.wording.alternative import Correction, Wording
from rag.wording.english_cues import ASKING, asked_in_chinese
from rag.wording.known import Library

LONGEST = 5
"""Words of an entry."""

LEAST_KNOWN = 0.5
"""Share of the telling words that must be understood; below it the question is left as it is, and the reply says so."""

FEWEST_WORDS = 3
"""Latin words of a question in English; fewer beside Chinese are names."""

_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
"""Between words; not in ZYWL-6000Y."""

AuthorOf = Callable[[Sequence[str]], str | None]
"""The author whose name Latin words spell."""


class _Term(NamedTuple):
    typed: str
    meant: str


def is_english(question: str) -> bool:
    """Whether a question is asked in English; it may hold Chinese names and terms.

    >>> is_english("What does 四风 mean?"), is_english("Qwen2 用了 GQA 吗?"), is_english("PDF OCR DOCX")
    (True, False, False)
    """
    words = re.findall("[a-z]+", question.lower())
    asking = any(word in ENGLISH_QUESTION_WORDS for word in words)
    return asking and len(words) >= FEWEST_WORDS and len(words) >= len(re.findall(f"[{HAN}]", question)) // 2


def in_chinese(question: str, library: Library, author_of: AuthorOf) -> Wording:
    """The question in Chinese; as it is where too few of its words are understood."""
    folded = _HYPHEN.sub(" ", fold(question))
    tokens = re.findall(rf"[{HAN}]+|[a-z0-9]+(?:['./_-][a-z0-9]+)*|[^\s\w]", folded)
    asked = asked_in_chinese(folded)
    found, missed = _terms([t for t in tokens if t not in asked.spent], library, author_of)
    known = sum(len(term.typed.split()) for term in found)
    if not found or known < LEAST_KNOWN * (known + missed):
        return Wording(question)
    head = [term.meant for term in found if asked.head and term.typed.endswith(asked.head)][:1]
    meant = dict.fromkeys(term.meant for term in found if term.meant not in head)
    corrections = tuple(Correction(t.typed, t.meant, "english") for t in found if t.typed != t.meant)
    return Wording(asked.around([*meant], "".join(head)), corrections)


def meanings(english: str) -> tuple[str, ...]:
    """The Chinese words for an English one, in any of its simple forms; none for one that the table lacks.

    >>> meanings("trade unions"), meanings("studies"), meanings("solving")
    (('工会',), (), ('解决',))
    """
    head, _, last = english.rpartition(" ")
    forms = (f"{head} {form}".strip() for form in _base_forms(last))
    return next((found for form in forms if (found := _table().get(form))), ())


def _terms(tokens: Sequence[str], library: Library, author_of: AuthorOf) -> tuple[list[_Term], int]:
    """What the tokens mean, and how many of them mean nothing to us."""
    found: list[_Term] = []
    missed = at = 0
    while at < len(tokens):
        length, term = _longest(tokens[at:], library, author_of)
        if term:
            found.append(term)
        elif tokens[at].isalnum() and tokens[at] not in ENGLISH_QUESTION_WORDS and tokens[at] not in ASKING:
            missed += 1
        at += length
    return found, missed


def _longest(tokens: Sequence[str], library: Library, author_of: AuthorOf) -> tuple[int, _Term | None]:
    for length in range(min(LONGEST, len(tokens)), 0, -1):
        typed = " ".join(tokens[:length])
        if length > 1 or (typed not in ENGLISH_QUESTION_WORDS and typed not in ASKING):
            name = author_of(tokens[:length]) if length in (2, 3) else None
            said = meanings(typed)
            if name or said:
                return length, _Term(typed, name or _in_use(said, library))
    first = tokens[0]
    stays = re.match(f"[{HAN}]", first) or (first not in ENGLISH_QUESTION_WORDS and library.knows(first))
    return 1, _Term(first, first) if stays and first.isalnum() else None


def _in_use(said: Sequence[str], library: Library) -> str:
    """The first meaning that the articles use, else the first."""
    return next((one for one in said if library.knows(one)), said[0])


def _base_forms(word: str) -> Iterator[str]:
    yield word
    bare = word.removesuffix("'s").removesuffix("'")
    yield bare
    for ending, instead in (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("ed", "e"),
    ):
        if bare.endswith(ending) and len(bare) > len(ending) + 1:
            yield bare.removesuffix(ending) + instead


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    text = resources.files("rag.wording").joinpath("english.txt").read_text(encoding="utf-8")
    entries = (line.split(" = ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {english: tuple(chinese.split("、")) for english, chinese in entries}
