"""Which kinds of mess does a page get? Every kind comes in turn, in combinations that a page can have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from random import Random

from eval.pages.furniture import PIECES, Where
from eval.pages.mess import KINDS, applied
from eval.pages.style import Style

CHANCES = {
    "byline": 1.0,
    "title": 0.5,
    "headings": 0.7,
    "setting": 0.75,
    "flow": 0.45,
    "furniture": 0.6,
    "notice": 0.2,
    "extra": 0.4,
    "loss": 0.15,
    "file": 0.5,
}
"""How often a page has a kind of each group: a page of nothing but mess would not tell which mess it was."""


@dataclass(frozen=True)
class Recipe:
    """A page to be made."""

    style: Style
    kinds: tuple[str, ...]


def recipes(rng: Random) -> Iterator[Recipe]:
    """Recipes without end; within a group the kinds come in turn, shuffled, so that none is forgotten."""
    names = {
        group: [name for name, _ in kinds]
        for group, kinds in groupby(
            sorted(KINDS.items(), key=lambda item: item[1].group), key=lambda item: item[1].group
        )
    }
    turns = {group: _in_turn(kinds, rng) for group, kinds in names.items()}
    while True:
        kinds = [next(turns[group]) for group, chance in CHANCES.items() if rng.random() < chance]
        if rng.random() < 0.3:
            kinds.append(next(turns["furniture"]))
        yield recipe(tuple(dict.fromkeys(kinds)), rng.choice((1, 2, 2, 3, 3, 4, 5)))


def recipe(kinds: tuple[str, ...], articles: int) -> Recipe:
    """The page with these kinds, less those that cannot stand together."""
    kept: list[str] = []
    style = Style(articles=articles)
    for kind in kinds:
        tried = _settled(applied(style, kind))
        if sane(tried):
            style = tried
            kept.append(kind)
    return Recipe(style, tuple(kept))


def sane(style: Style) -> bool:
    """Whether a careful reader could put such a page together again."""
    return not any(
        (
            style.width and (style.marks or style.bold),  # no page is both
            style.width and style.numbering == "bare",  # a short line is then no sign of a heading
            style.gap != "blank" and style.numbering == "bare",
            style.width and style.run_in == " ",
            style.flow == "interleaved" and style.title != "before",
            style.flow == "interleaved" and style.repeat,
            style.flow == "interleaved" and style.width and style.width < 20,
            style.title == "after" and (style.bio or style.front or style.kicker or style.notice),
            style.lost and (style.title in ("after", "away") or style.front or style.bio or style.repeat),
            style.lost and style.flow == "interleaved",  # a column that begins where it may has no other sign
            style.lost == "beginning" and style.title == "missing",
            style.deep and (style.run_in or style.numbering not in DEEP),
            style.title == "missing" and (style.byline == "all-at-end" or style.front),
            sum(name in NUMBERED for name in style.furniture) > 1,  # one number a page
            style.byline in UNMARKED and style.title in ("away", "after") and style.split_title,
        )
    )


NUMBERED = tuple(
    name for name, piece in PIECES.items() if piece.where is Where.SEAM and "head" in name
) + tuple(name for name in PIECES if name.startswith("page-number"))
"""Page numbers and running heads."""

DEEP = ("chinese", "chinese-digits")
"""Numberings with a third level."""

UNMARKED = ("name-alone", "spaced-alone", "author-is", "bracketed-unit", "all-at-end")
"""Bylines that only their place below a title tells from other short lines."""


def _settled(style: Style) -> Style:
    """Seams need columns, repeats and interleaving need a second article."""
    seams = any(PIECES[name].where is Where.SEAM for name in style.furniture)
    if seams and style.flow == "whole":
        style = replace(style, flow="cut")
    if (style.repeat or style.flow == "interleaved") and style.articles < 2:
        style = replace(style, articles=2)
    if style.flow == "interleaved" and style.articles > 3:
        style = replace(style, articles=2)
    return style


def _in_turn(kinds: list[str], rng: Random) -> Iterator[str]:
    while True:
        yield from rng.sample(kinds, len(kinds))
