"""Which kinds of mess does a page get? Every kind comes in turn, in combinations that a page can have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
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


MOST = 6
"""Kinds on one page; real ones have three to six."""


@dataclass(frozen=True)
class Recipe:
    """A page to be made."""

    style: Style
    kinds: tuple[str, ...]


@dataclass
class Turns:
    """The kinds of each group in turn, shuffled, so that none is forgotten."""

    rng: Random
    _left: dict[str, list[str]] = field(default_factory=dict)

    def take(self, group: str) -> str:
        """The next kind of a group."""
        left = self._left.setdefault(group, [])
        if not left:
            kinds = [name for name, mess in KINDS.items() if mess.group == group]
            left.extend(self.rng.sample(kinds, len(kinds)))
        return left.pop()

    def give_back(self, kind: str) -> None:
        """That kind had no place on the page: it is the next again."""
        self._left[KINDS[kind].group].append(kind)


def recipes(rng: Random) -> Iterator[Recipe]:
    """Recipes without end; every kind comes about as often as the others of its group."""
    turns = Turns(rng)
    while True:
        kinds = [turns.take(group) for group, chance in CHANCES.items() if rng.random() < chance]
        if rng.random() < 0.3:
            kinds.append(turns.take("furniture"))
        kinds = list(dict.fromkeys(kinds))
        kept = rng.sample(kinds, k=min(len(kinds), MOST))
        made = recipe(tuple(kind for kind in kinds if kind in kept), rng.choice((1, 2, 2, 3, 3, 4, 5)))
        for kind in kinds:
            if kind not in made.kinds:
                turns.give_back(kind)
        yield made


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
            style.flow == "interleaved" and (style.repeat or "jump" in style.furniture),
            style.title == "away" and "jump" in style.furniture,
            style.flow == "interleaved" and style.width and not 20 <= style.width <= 32,  # columns are narrow
            style.title == "after" and (style.bio or style.front or style.kicker or style.notice),
            style.lost and (style.title in ("after", "away") or style.front or style.bio or style.repeat),
            style.lost and style.flow == "interleaved",  # a column that begins where it may has no other sign
            style.lost == "beginning" and style.title == "missing",
            style.deep and (style.run_in or style.numbering not in DEEP),
            # Journals have 摘要, newspapers these.
            style.front and (style.flow == "interleaved" or style.notice or style.title == "away"),
            style.title == "missing" and (style.byline == "all-at-end" or style.front),
            sum(name in NUMBERED for name in style.furniture) > 1,  # one number a page
        )
    )


NUMBERED = tuple(
    name for name, piece in PIECES.items() if piece.where is Where.SEAM and "head" in name
) + tuple(name for name in PIECES if name.startswith("page-number"))
"""Page numbers and running heads."""

DEEP = ("chinese", "chinese-digits")
"""Numberings with a third level."""


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
