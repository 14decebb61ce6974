"""What stands in a heading beside its words: the number in front, the mark behind?"""

from __future__ import annotations

import re

from rag.corpus.article import Article, Section

_NUMERAL = "[一二三四五六七八九十百零\\d]+"

NUMBERING = re.compile(
    rf"\s*(?:[（(]{_NUMERAL}[)）]|第{_NUMERAL}[章节条项步]|{_NUMERAL}(?:[、．.:：]|是)|其[一二三四五六七八九十][是，,]?|[①-⑳])[、，,\s]*"
)
"""``（二）`` ``第四章`` ``一、`` ``3.`` ``一是`` ``其二，`` ``①``: a number that an item brings along."""


def bare_heading(article: Article, section: Section) -> str:
    """The heading without its number and its closing mark."""
    return NUMBERING.sub("", section.heading.slice(article.text), count=1).strip(" 。.：:")
