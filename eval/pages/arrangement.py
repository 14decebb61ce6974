"""In which order do the columns of a page stand, and what stands between them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from eval.pages.columns import Column, columns
from eval.pages.furniture import PIECES, Where
from eval.pages.galley import Galley
from eval.pages.ink import Ink, Line, furniture
from eval.pages.people import person
from eval.pages.style import Style


class Printer:
    """Puts the galleys of one page together."""

    def __init__(self, style: Style, rng: Random) -> None:
        self.style = style
        self.rng = rng
        self.printed: set[str] = set()
        """Furniture that is not printed again."""
        self.number = rng.randint(3, 60)

    def page(self, galleys: Sequence[Galley], notice: Galley | None) -> list[Line]:
        """All lines of the page, in the order of the file."""
        lines = [*self.furniture(Where.TOP), *self.articles(galleys, notice)]
        return [*lines, *self.furniture(Where.FOOT)]

    def articles(self, galleys: Sequence[Galley], notice: Galley | None) -> list[Line]:
        """Everything but the top and the foot of the page."""
        advert: list[Line] = [*notice.head, *notice.body] if notice else []
        if self.style.flow == "interleaved":
            return [*self.interleaved(galleys), *advert]
        lines: list[Line] = []
        for number, galley in enumerate(galleys):
            lines.extend(self.seam(jump=False) if number and self.style.flow == "whole" else ())
            lines.extend(self.one(galley))
            if number == 0:  # between the first article and the next
                lines.extend(advert)
        return lines

    def one(self, galley: Galley) -> Iterator[Line]:
        """An article by itself."""
        parts = self.cut(galley)
        head, foot = list(galley.head), [*galley.foot, *self.furniture(Where.END)]
        if self.style.title == "after":
            yield from (*self.joined(parts), *foot, *head)
        elif self.style.title == "away" and len(parts) > 1:
            yield from (*parts[0], *self.seam(jump=False), *head, *self.joined(parts[1:]), *foot)
        else:
            yield from (*head, *self.joined(parts), *foot)

    def interleaved(self, galleys: Sequence[Galley]) -> Iterator[Line]:
        """The first columns of all, then the second of all, and so on."""
        parts = [self.cut(galley) for galley in galleys]
        for turn in range(max(map(len, parts))):
            yield from self.seam(jump=False) if turn else ()
            for galley, mine in zip(galleys, parts, strict=True):
                if turn < len(mine):
                    yield from galley.head if turn == 0 else ()
                    yield from mine[turn]
                    yield from galley.foot if turn == len(mine) - 1 else ()
        yield from self.furniture(Where.END)

    def cut(self, galley: Galley) -> list[Column]:
        """The columns of a body: two or three, where the page cuts."""
        if self.style.flow == "whole":
            return [galley.body]
        count = 2 if self.style.title == "away" else self.rng.choice((2, 3))
        return columns(galley, count, wrapped=bool(self.style.width))

    def joined(self, parts: Sequence[Column]) -> Iterator[Line]:
        """Columns with the furniture of the seams between them."""
        for number, part in enumerate(parts):
            yield from self.seam(jump=True) if number else ()
            yield from part

    def seam(self, *, jump: bool) -> list[Line]:
        """What is printed at one seam."""
        return self.furniture(Where.SEAM, jump=jump)

    def furniture(self, where: Where, *, jump: bool = True) -> list[Line]:
        """The page's furniture for one place."""
        lines: list[Line] = []
        for name in self.style.furniture:
            piece = PIECES[name]
            if piece.where is where and (jump or name != "jump") and name not in self.printed:
                self.printed.update([name] if piece.once else [])
                lines.extend(furniture(self.filled(line)) for line in piece.lines)
        return lines

    def filled(self, line: str) -> str:
        """A line of furniture with its page number and persons."""
        self.number += "{page}" in line
        return line.format(page=self.number, person=person(self.rng), other=person(self.rng))


def gaps(lines: Sequence[Line], style: Style, rng: Random) -> list[tuple[Line, str]]:
    """Each line with the line ends after it; none after the last."""
    chances = {"blank": 1.0, "single": 0.0, "mixed": 0.6}
    ends = [style.line_end * (2 if rng.random() < chances[style.gap] else 1) for _ in lines[:-1]]
    return list(zip(lines, [*ends, ""], strict=True))


def ink_of(lines: Sequence[Line]) -> Iterator[Ink]:
    """All the ink, line by line."""
    for line in lines:
        yield from line
