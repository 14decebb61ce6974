"""How does a Chinese character sound, and which others sound like it?

The readings are in ``pinyin.txt``, a syllable a line with its characters, the commoner first; see ``README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from itertools import islice, product

READINGS_TRIED = 8
"""Of a word with several characters of several readings: more are of no use, and each costs a look-up."""


def syllables(character: str) -> tuple[str, ...]:
    """The readings of a simplified character without tones; none for one that the table lacks.

    >>> syllables("长")
    ('chang', 'zhang')
    """
    return _readings().get(character, ())


@lru_cache(maxsize=512)
def blurred(syllable: str) -> str:
    """The same for syllables that many speakers do not tell apart: zh z, ch c, sh s, l n, ng n.

    >>> blurred("zhang") == blurred("zan"), blurred("liu") == blurred("niu"), blurred("feng") == blurred("fang")
    (True, True, False)
    """
    return _ALIKE_FIRST.sub(lambda m: _FIRST[m.group()], syllable).removesuffix("g")


_FIRST = {"zh": "z", "ch": "c", "sh": "s", "l": "n"}
_ALIKE_FIRST = re.compile("^(?:[zcs]h|l)")


def homophones(character: str, *, alike: bool = False) -> str:
    """The other characters of the same sound, the tone left aside; ``alike`` adds those of a blurred sound.

    >>> "锋" in homophones("峰"), "纷" in homophones("峰"), "纷" in homophones("峰", alike=True)
    (True, False, True)
    """
    found = dict.fromkeys("".join(_characters().get(one, "") for one in syllables(character)))
    if alike:
        blurry = (_blurred_characters().get(blurred(one), "") for one in syllables(character))
        found |= dict.fromkeys("".join(blurry))
    return "".join(found).replace(character, "")


def spellings(word: str, *, alike: bool = False) -> tuple[str, ...]:
    """The word's readings written in one, ``alike`` blurred syllable by syllable; none with an unknown character.

    >>> spellings("单县")
    ('danxian', 'shanxian')
    """
    return tuple(dict.fromkeys(islice(_spelt(word, alike=alike), READINGS_TRIED)))


def _spelt(word: str, *, alike: bool) -> Iterator[str]:
    for reading in product(*map(syllables, word)):
        yield "".join(map(blurred, reading) if alike else reading)


@lru_cache(maxsize=1)
def _characters() -> dict[str, str]:
    """Syllable → its characters."""
    text = resources.files("rag.wording").joinpath("pinyin.txt").read_text(encoding="utf-8")
    return dict(line.split(" ", 1) for line in text.splitlines())


@lru_cache(maxsize=1)
def _blurred_characters() -> dict[str, str]:
    joined: dict[str, str] = {}
    for syllable, characters in _characters().items():
        joined[blurred(syllable)] = joined.get(blurred(syllable), "") + characters
    return joined


@lru_cache(maxsize=1)
def _readings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for syllable, characters in _characters().items():
        for character in characters:
            found[character] = (*found.get(character, ()), syllable)
    return found
