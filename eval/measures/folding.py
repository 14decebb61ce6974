"""When do two texts say the same? The folding under which answers are compared."""

from __future__ import annotations

import re
import unicodedata

from rag.text.spans import without_layout

QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"', "『": '"', "』": '"'})
"""Quotation marks differ by typesetter, not by meaning; NFKC leaves them alone."""

CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
PAUSES = str.maketrans("", "", "、,。;!?\"'…")
"""Marks between clauses and items, which a list shown item by item does without, and quotation marks. Marks
inside figures (``.``, ``%``, ``+``, ``:``) are kept: without them 23% would be found in 2023."""

TOKEN = re.compile(rf"[{CJK}]|[^\W_{CJK}]+")


def fold(text: str) -> str:
    """``text`` without layout and Markdown marks, in NFKC and lower case, with one kind of quotation mark.

    Independent of the system's own normalising on purpose: a fault there must not hide from the measures.

    >>> fold("（一） **党建＋工会** 5G")
    '(一)党建+工会5g'
    """
    return without_layout(unicodedata.normalize("NFKC", without_layout(text))).casefold().translate(QUOTES)


def bare(text: str) -> str:
    """``text`` folded and without pauses: what an answer and the shown items put together must share.

    >>> bare("董事会、监事会") == bare("董事会") + bare("“监事会”。")
    True
    """
    return fold(text).translate(PAUSES)


def tokens(text: str) -> list[str]:
    """Single Chinese characters and whole runs of letters or digits; punctuation dropped.

    The mixed segmentation of the CMRC 2018 evaluation (Cui et al., 2019).

    >>> tokens("故障率降低23%。")
    ['故', '障', '率', '降', '低', '23']
    """
    return TOKEN.findall(fold(text))
