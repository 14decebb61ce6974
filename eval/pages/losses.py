"""What is left of an article whose beginning or end stands on another page?"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from eval.pages.clean import Article, Mark, Paragraph
from eval.pages.columns import breakable


def beheaded(article: Article, rng: Random) -> Article:
    """The article without its first fifth to two fifths: it begins inside a word, and lacks title and author."""
    size = len(article.text)
    places = [place for place in sorted(breakable(article)) if size // 5 < place < 2 * size // 5]
    return from_place(article, rng.choice(places)) if places else article


def curtailed(article: Article, rng: Random) -> Article:
    """The article without its last fifth to two fifths: it ends inside a word."""
    size = len(article.text)
    places = [place for place in sorted(breakable(article)) if 3 * size // 5 < place < 4 * size // 5]
    return to_place(article, rng.choice(places)) if places else article


def from_place(article: Article, place: int) -> Article:
    """What stands from a place of ``article.text`` on.

    >>> from_place(Article("甲-1", "", (Paragraph("一"), Paragraph("党建工作"))), 4).text
    '工作'
    """
    number = max(n for n, start in enumerate(article.starts) if start <= place)
    cut = place - article.starts[number]
    first = article.paragraphs[number]
    marks = tuple(Mark(m.level, m.start - cut, m.end - cut) for m in first.marks if m.start >= cut)
    conclusion = None if article.conclusion is None else article.conclusion - number
    rest = article.paragraphs[number + 1 :]
    paragraphs = (Paragraph(first.text[cut:], marks, first.alone), *rest)
    lost = (*article.lost, "beginning")
    return replace(article, paragraphs=paragraphs, conclusion=conclusion, lost=lost)


def to_place(article: Article, place: int) -> Article:
    r"""What stands before a place of ``article.text``.

    >>> to_place(Article("甲-1", "", (Paragraph("一"), Paragraph("党建工作"))), 4).text
    '一\n党建'
    """
    number = max(n for n, start in enumerate(article.starts) if start < place)
    last = article.paragraphs[number]
    cut = place - article.starts[number]
    marks = tuple(mark for mark in last.marks if mark.end <= cut)
    conclusion = (
        article.conclusion if article.conclusion is not None and article.conclusion <= number else None
    )
    paragraphs = (*article.paragraphs[:number], Paragraph(last.text[:cut], marks, last.alone))
    return replace(article, paragraphs=paragraphs, conclusion=conclusion, lost=(*article.lost, "end"))
