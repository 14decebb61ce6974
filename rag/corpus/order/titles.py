"""Which title belongs to which article: the one before, behind, or elsewhere on the page?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.corpus.layout.marks import Element, TitleMark
from rag.corpus.order.pieces import Piece
from rag.corpus.order.seams import Chain

TITLE_FIRST = 0.15
"""Lead of the article that follows a title over the one before it, in shares of the title's words."""

HEADED = 0.5
"""The same for a title without a byline, which is known as one only by standing before a text."""

FAR = 0.5
"""Share of a title's words that an article must hold to get a title which stands apart from it."""


def titles_of(
    elements: Sequence[Element], pieces: Sequence[Piece], chains: Sequence[Chain]
) -> dict[int, TitleMark]:
    """The title mark of each chain that has one, by the chain's index.

    A title belongs to the text behind it or before it, whichever holds more of its words; no title is
    given twice, and no article gets two.
    """
    texts = _Texts(pieces, chains)
    marks = tuple(_placed(elements, pieces, chains))
    if _trail(marks, pieces):
        marks = tuple(mark.with_lead(-TITLE_FIRST) for mark in marks)
    scored = [
        (texts.share(mark.title, chain) + lead, number, chain)
        for number, mark in enumerate(marks)
        for chain, lead in mark.beside
    ]
    found: dict[int, TitleMark] = {}
    given: set[int] = set()
    for _, number, chain in sorted(scored, key=lambda choice: -choice[0]):
        mark = marks[number].title
        if number in given:
            continue
        if chain not in found:
            found[chain] = mark
            given.add(number)
        elif not mark.title and found[chain].byline is None and chain == marks[number].before:
            # The title stands over the article, the name under it.
            found[chain] = TitleMark(found[chain].title, mark.byline)
            given.add(number)
    _give_far([placed.title for number, placed in enumerate(marks) if number not in given], found, texts)
    return found


def _give_far(left: Sequence[TitleMark], found: dict[int, TitleMark], texts: _Texts) -> None:
    """Gives titles that stand beside no article of theirs to untitled articles with the same words."""
    for mark in left:
        untitled = [chain for chain in range(len(texts.chains)) if chain not in found]
        if not mark.title or not untitled or len(untitled) > MAX_FAR:
            continue
        share, best = max((texts.share(mark, chain), -chain) for chain in untitled)
        if share >= FAR:
            found[-best] = mark


MAX_FAR = 20
"""Untitled articles beside which a title is looked for; a page has fewer."""


@dataclass(frozen=True)
class _Placed:
    """A title mark and the articles it stands beside, each with its lead."""

    title: TitleMark
    beside: tuple[tuple[int, float], ...]
    before: int | None
    """The one in front of it."""
    last: bool
    """No text stands behind it."""

    def with_lead(self, lead: float) -> _Placed:
        """The same with another lead of the article behind it."""
        beside = tuple((chain, 0.0 if chain == self.before else lead) for chain, _ in self.beside)
        return replace(self, beside=beside)


def _trail(marks: Sequence[_Placed], pieces: Sequence[Piece]) -> bool:
    """Whether titles stand under their articles here: the page begins with a text and ends with a title."""
    return bool(marks and pieces) and pieces[0].before is None and marks[-1].last


def _placed(
    elements: Sequence[Element], pieces: Sequence[Piece], chains: Sequence[Chain]
) -> Iterator[_Placed]:
    chain_of = {link.piece: index for index, chain in enumerate(chains) for link in chain}
    starts = [piece.at for piece in pieces]
    for index, element in enumerate(elements):
        if not isinstance(element, TitleMark):
            continue
        behind = bisect_left(starts, index)
        beside = []
        if behind < len(pieces):
            beside.append((chain_of[behind], TITLE_FIRST if element.byline else HEADED))
        before = chain_of[behind - 1] if behind else None
        if before is not None:
            beside.append((before, 0.0))
        yield _Placed(element, tuple(beside), before, behind == len(pieces))


class _Texts:
    """The articles' words, to hold titles against."""

    def __init__(self, pieces: Sequence[Piece], chains: Sequence[Chain]) -> None:
        self.pieces = pieces
        self.chains = chains
        self.texts: dict[int, str] = {}

    def share(self, mark: TitleMark, chain: int) -> float:
        """How many of the title's character pairs the article holds, from 0 to 1."""
        title = "".join(block.text for block in mark.title)
        pairs = {title[i : i + 2] for i in range(len(title) - 1)}
        if not pairs:
            return 0.0
        if chain not in self.texts:
            blocks = [block for link in self.chains[chain] for block in self.pieces[link.piece].blocks]
            self.texts[chain] = "\n".join(block.text for block in blocks)
        text = self.texts[chain]
        return sum(pair in text for pair in pairs) / len(pairs)
