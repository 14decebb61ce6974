"""How is it said, on the page and in a terminal alike, where something stands and whose it is?"""

from __future__ import annotations

from rag.errors import Language, Words
from rag.explanation.entries import ForeignFound, Place

SETTING = Words("排法", "Setting")
STRETCHES = Words("正文的各段（按阅读顺序）", "Stretches of text, in reading order")
SEAMS = Words("断句的接合", "Seams in mid-sentence")
DROPPED = Words("不属于任何文章的文字", "Words of no article")
FOREIGN = Words("串入别篇而略去的文字", "Foreign passages, left out")
DOUBTS = Words("存疑之处", "Doubts")
NO_DOUBTS = Words("没有存疑之处", "No doubts")
GOES_ON = Words("接上句", "goes on in mid-sentence")
COLON = Words("：", ": ")

_LINE = Words("第 {first} 行", "line {first}")
_LINES = Words("第 {first}–{last} 行", "lines {first}–{last}")
_LINES_APART = Words("第 {first}、{last} 行", "lines {first} and {last}")
_ARTICLE = Words("第 {number} 篇", "article {number}")
_NO_ARTICLE = Words("不属于任何一篇", "of no article")
_POINTS = Words("{points:.1f} 分", "{points:.1f} points")
_STOOD_IN = Words("混在第 {number} 篇中", "stood in article {number}")
_STOOD_ALONE = Words("自成一段", "stood by itself")
_BELONGS_TO = Words("原属第 {number} 篇", "belongs to article {number}")


def lines_said(place: Place, language: Language) -> str:
    """On which lines a place begins and ends, ``第 3、7 行`` where they are apart; of a PDF or an EPUB its page or part."""
    if place.in_document:
        return place.in_document.say(language)
    several = _LINES_APART if len(place.spans) > 1 else _LINES
    words = _LINE if place.line == place.last_line else several
    return words.say(language).format(first=place.line, last=place.last_line)


def article_said(number: int | None, language: Language) -> str:
    """Which article of the page is meant."""
    return _ARTICLE.say(language).format(number=number) if number else _NO_ARTICLE.say(language)


def points_said(points: float, language: Language) -> str:
    """The score of a seam."""
    return _POINTS.say(language).format(points=points)


def foreign_said(foreign: ForeignFound, language: Language) -> str:
    """Where a foreign passage stood and whose it is."""
    stood, owner = _STOOD_ALONE.say(language), ""
    if foreign.stands_in:
        stood = _STOOD_IN.say(language).format(number=foreign.stands_in)
    if foreign.belongs_to:
        owner = " · " + _BELONGS_TO.say(language).format(number=foreign.belongs_to)
    return stood + owner
