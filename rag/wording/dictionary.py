"""What does the dictionary of phrases say: which phrases are set, what stands for what?

A text file, a line an entry, for people to write in::

    # 说明 · what follows # is for the reader
    三会一课                      a set phrase: one word wherever it is asked for
    职代会 = 职工代表大会           the same thing: who asks for either finds both
    打配合 ~ 协同、配合             an everyday word and written ones: who asks for the left finds the right, too

Widths, spaces around the marks and traditional characters do not matter. A later line adds to an earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TypeVar

from rag.errors import UserError, Words
from rag.text.normalise import HAN, fold
from rag.text.segmenter import words_of
from rag.wording.alternative import LIKE, SAME, Alternative

T = TypeVar("T")

LONGEST = 20
"""Characters of an expression: longer ones are sentences, and a question never holds them."""

WHOLE_ANYHOW = 4
"""Characters from which an expression is found wherever it stands; a shorter one must not cut words: 会商 in 工会商量."""

FAULTS_TOLD = 8
"""Lines that one message names."""


class PhrasesUnreadable(UserError):
    """A dictionary of phrases holds lines that cannot be read."""


@dataclass(frozen=True)
class Dictionary:
    """Set phrases, and other words for expressions; all folded."""

    phrases: frozenset[str] = frozenset()
    others: Mapping[str, tuple[Alternative, ...]] = field(default_factory=dict)
    """Expression → what it may be called otherwise."""
    entries: int = field(default=0, compare=False)
    """Lines that say all this."""

    def with_more(self, more: Dictionary) -> Dictionary:
        """Both together; of an expression in both, the alternatives of ``more`` first."""
        in_both = self.others.keys() & more.others.keys()
        joined = {said: _distinct((*more.others[said], *self.others[said])) for said in in_both}
        phrases, entries = self.phrases | more.phrases, self.entries + more.entries
        return Dictionary(phrases, {**self.others, **more.others, **joined}, entries)

    def alternatives(self, folded: str) -> tuple[Alternative, ...]:
        """The other words for the expressions in folded text, the longest first; none inside another.

        >>> dictionary_of(["打配合 ~ 协同", "工会 = 工会组织"]).alternatives("谁跟工会打配合")
        ... # doctest: +NORMALIZE_WHITESPACE
        (Alternative(said='打配合', meant='协同', weight=0.6),
         Alternative(said='工会', meant='工会组织', weight=0.9))
        """
        return tuple(one for said in self._found(folded, self.others) for one in self.others[said])

    def phrases_in(self, folded: str) -> tuple[str, ...]:
        """The set phrases in folded text, the longest first; none inside another."""
        return tuple(self._found(folded, self.phrases))

    def _found(self, folded: str, expressions: Iterable[str]) -> list[str]:
        standing = [one for one in expressions if one in folded]
        found: list[str] = []
        rest, cuts = folded, _cuts(folded) if standing else frozenset()
        for one in sorted(standing, key=lambda one: (-len(one), folded.index(one))):
            at = next((m.start() for m in re.finditer(re.escape(one), rest) if _whole(m, cuts)), None)
            if at is not None:
                found.append(one)
                rest = rest[:at] + "\0" * len(one) + rest[at + len(one) :]
        return found


def _cuts(folded: str) -> frozenset[int]:
    """Where the words of folded text begin and end."""
    cuts = {0, len(folded)}
    for run in re.finditer(f"[{HAN}]+", folded):
        cuts |= {run.start() + end for end in (0, *accumulate(map(len, words_of(run.group()))))}
    return frozenset(cuts)


def _whole(match: re.Match[str], cuts: frozenset[int]) -> bool:
    return len(match.group()) >= WHOLE_ANYHOW or {match.start(), match.end()} <= cuts


def dictionary_of(lines: Iterable[str], where: str = "") -> Dictionary:
    """The dictionary that the lines say. Raises ``PhrasesUnreadable`` that names every faulty line and its mend."""
    phrases: set[str] = set()
    others: dict[str, tuple[Alternative, ...]] = {}
    faults: list[tuple[int, Words]] = []
    entries = 0
    for number, line in enumerate(lines, start=1):
        try:
            entry = _entry(line)
        except _Faulty as fault:
            faults.append((number, fault.words))
            continue
        if entry is None:
            continue
        entries += 1
        phrases.update(entry.phrases)
        for one in entry.alternatives:
            others[one.said] = _distinct((*others.get(one.said, ()), one))
    if faults:
        raise _unreadable(faults, where)
    return Dictionary(frozenset(phrases), others, entries)


def fault_of(line: str) -> Words | None:
    """Why a line cannot be read, with its mend; ``None`` where it can."""
    try:
        _entry(line)
    except _Faulty as fault:
        return fault.words
    return None


@dataclass(frozen=True)
class _Entry:
    phrases: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


class _Faulty(Exception):
    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words


def _entry(line: str) -> _Entry | None:
    said = re.split("[#＃]", line, maxsplit=1)[0].strip()
    if not said:
        return None
    sides = re.split("[=＝]|[~～〜∼]", said)
    if len(sides) > 2:
        raise _Faulty(Words("只能有一个 = 或 ~", "one = or ~ only"))
    left = _expressions(sides[0])
    if len(sides) == 1:
        return _Entry(phrases=left)
    right = _expressions(sides[1])
    if re.search("[=＝]", said):
        names = _distinct((*left, *right))
        pairs = ((a, b) for a in names for b in names if a != b)
        return _Entry(alternatives=tuple(Alternative(a, b, SAME) for a, b in pairs))
    return _Entry(alternatives=tuple(Alternative(a, b, LIKE) for a in left for b in right if a != b))


def _expressions(side: str) -> tuple[str, ...]:
    found = tuple(folded for part in re.split("[、，,；;]", side) if (folded := fold(part).strip()))
    if not found:
        raise _Faulty(
            Words(
                "= 或 ~ 的一边没有词语：补上，或删去记号",
                "one side of = or ~ is empty: fill it, or drop the mark",
            )
        )
    for one in found:
        if len(one) > LONGEST:
            raise _Faulty(
                Words(
                    f"“{one[:8]}…”超过 {LONGEST} 个字：写短些",
                    f"“{one[:8]}…” is over {LONGEST} characters: shorten it",
                )
            )
        if len(one) < 2 or not any(map(str.isalnum, one)):
            raise _Faulty(Words(f"“{one}”至少要有两个字", f"“{one}” must have two characters or more"))
    return found


def _unreadable(faults: list[tuple[int, Words]], where: str) -> PhrasesUnreadable:
    told = faults[:FAULTS_TOLD]
    zh = "；".join(f"第 {number} 行：{words.zh}" for number, words in told)
    en = "; ".join(f"line {number}: {words.en}" for number, words in told)
    return PhrasesUnreadable(
        Words(
            f"提法词典有 {len(faults)} 行读不懂。{zh}",
            f"the dictionary of phrases has {len(faults)} unreadable lines. {en}",
        ),
        where=where,
        mend=Words("改正这些行，或在行首加 # 暂时略过", "correct these lines, or put # before them for now"),
    )


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
