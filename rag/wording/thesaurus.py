"""Which written words does the thesaurus know for an everyday one?

Of each group the first word is looked for as well when the question says another: articles say 解除劳动合同 where people
say 炒鱿鱼, seldom the other way round.
"""

from __future__ import annotations

import re
from collections import defaultdict

from embeddings.thesaurus import groups
from rag.wording.alternative import LIKE, Alternative
from rag.wording.dictionary import LONGEST, Dictionary

SHORTEST = 2
"""Characters of a word: a single one stands in too many others."""

MOST_MEANINGS = 3
"""Groups that one word counts in, the first ones: with more it says too little."""

_ASKING = re.compile("什么|怎么|怎样|如何|多少|哪|几|谁|啥|咋|为何|是否|能否|吗")
"""Asks rather than names: 为什么 stands beside 原因 for the encoder, but is not searched for."""


def thesaurus() -> Dictionary:
    """The groups as entries of the dictionary.

    >>> thesaurus().alternatives("被炒鱿鱼怎么赔")[0].meant
    '解除劳动合同'
    """
    meant: defaultdict[str, list[str]] = defaultdict(list)
    for written, *everyday in groups():
        for said in everyday:
            meant[said].append(written)
    others = {
        said: tuple(Alternative(said, one, LIKE) for one in written[:MOST_MEANINGS])
        for said, written in meant.items()
        if SHORTEST <= len(said) <= LONGEST and said.isalnum() and not _ASKING.search(said)
    }
    return Dictionary(others=others, entries=len(groups()))
