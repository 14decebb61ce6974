"""Which piece goes on where another stops in mid-sentence?

Columns of two articles are sometimes read across the page, and a page break may fall inside a word. Every
open end is held against the beginnings near it; the evidence is added up and the best pairs are joined
first. What speaks for a seam, and how much, is the table of ``SeamSettings``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rag.corpus.order.assignment import best_pairs
from rag.corpus.order.pieces import Piece
from rag.corpus.order.seam_evidence import Seam, possible_seams
from rag.corpus.order.seam_settings import SeamSettings
from rag.corpus.order.topics import Words, words_of


class Link(NamedTuple):
    """A piece in its place in the reading order."""

    piece: int
    """Index of the piece."""
    seam: bool
    """It goes on in the middle of the sentence before, rather than with a new paragraph."""


Chain = tuple[Link, ...]


@dataclass(frozen=True)
class ReadingOrder:
    """How the pieces of a page are read."""

    chains: tuple[Chain, ...]
    """One an article, in the order of the page."""
    seams: tuple[Seam, ...]
    """The joints made in mid-sentence, by the piece that breaks off."""
    rivals: tuple[Seam, ...]
    """Joints between the same pieces that were possible and not made, the strongest first."""

    def loose_ends(self, pieces: Sequence[Piece]) -> tuple[int, ...]:
        """The pieces that break off and go on nowhere, by index."""
        last = (chain[-1].piece for chain in self.chains)
        return tuple(piece for piece in last if pieces[piece].open)


def reading_order(pieces: Sequence[Piece], settings: SeamSettings = SeamSettings()) -> ReadingOrder:
    """The pieces put in reading order."""
    scored = tuple(possible_seams(pieces, settings))
    order = _Joints(len(pieces))
    # The strongest first, so that a circle is left open at its weakest seam.
    for seam in sorted(_best(pieces, scored, settings), key=lambda s: (-s.score, s.left)):
        order.join(seam.left, seam.right, seam=True)
    for index, piece in enumerate(pieces[1:], start=1):
        # No seam, but no mark between either: the next paragraph of the same article, or the rest of one.
        if piece.follows and index - 1 not in order.follower and index not in order.begun:
            order.join(index - 1, index, seam=piece.amid)
    last = _last_pair(pieces, order, scored, settings)
    if last is not None:
        order.join(last.left, last.right, seam=True)
    chains = tuple(
        tuple(Link(piece, piece in order.seams) for piece in order.chain(first))
        for first in range(len(pieces))
        if first not in order.begun
    )
    made = {(left, right) for left, right in order.follower.items() if right in order.seams}
    seams = tuple(seam for seam in scored if (seam.left, seam.right) in made)
    rivals = (
        seam for seam in scored if seam.score > settings.threshold and (seam.left, seam.right) not in made
    )
    return ReadingOrder(chains, seams, tuple(sorted(rivals, key=lambda seam: -seam.score)))


def _last_pair(
    pieces: Sequence[Piece], order: _Joints, scored: Sequence[Seam], settings: SeamSettings
) -> Seam | None:
    """The seam between the one open end and the one beginning in mid-page that all others have left over."""
    ends = [n for n, p in enumerate(pieces) if p.open and not p.short and n not in order.follower]
    beginnings = [n for n, p in enumerate(pieces) if p.follows and n not in order.begun]
    if len(ends) != 1 or len(beginnings) != 1:
        return None
    between = (seam for seam in scored if (seam.left, seam.right) == (ends[0], beginnings[0]))
    return next((seam for seam in between if seam.score >= settings.last_pair), None)


class _Joints:
    """What follows on what, as far as it is decided."""

    def __init__(self, size: int) -> None:
        self.follower: dict[int, int] = {}
        self.begun: set[int] = set()
        """Pieces that stand behind another."""
        self.seams: set[int] = set()
        """Those of them that go on in the middle of its last sentence."""
        self.union = _Union(size)

    def join(self, left: int, right: int, *, seam: bool) -> None:
        """Put one piece behind another, unless that closes a circle."""
        if not self.union.join(left, right):
            return
        self.follower[left] = right
        self.begun.add(right)
        if seam:
            self.seams.add(right)

    def chain(self, piece: int) -> Iterator[int]:
        """A piece and all that follows it."""
        yield piece
        while piece in self.follower:
            piece = self.follower[piece]
            yield piece


class _Union:
    """Which pieces are joined already (disjoint sets with path halving)."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def join(self, left: int, right: int) -> bool:
        """Put two pieces into one set; false if they are in one already."""
        first, second = self.head(left), self.head(right)
        self.parent[second] = first
        return first != second

    def head(self, piece: int) -> int:
        """The piece that stands for its set."""
        while self.parent[piece] != piece:
            self.parent[piece] = self.parent[self.parent[piece]]
            piece = self.parent[piece]
        return piece


def _best(pieces: Sequence[Piece], scored: Sequence[Seam], settings: SeamSettings) -> list[Seam]:
    """The seams of the largest total score above the threshold, no piece twice on one side."""
    possible = [seam for seam in scored if seam.score > settings.threshold]
    if all(seam.right == seam.left + 1 for seam in possible):
        return possible
    chosen: list[Seam] = []
    topics = words_of(pieces)
    for group in _groups(possible):
        lefts = sorted({seam.left for seam in group})
        rights = sorted({seam.right for seam in group})
        if len(lefts) > settings.max_entangled:
            chosen += [seam for seam in group if seam.right == seam.left + 1]
            continue
        table = {(seam.left, seam.right): seam for seam in group}
        alike = _alike(group, topics)
        gain = [
            [
                table[pair].score - settings.threshold + settings.topic * alike[pair]
                if (pair := (left, right)) in table
                else 0.0
                for right in rights
            ]
            for left in lefts
        ]
        chosen += [table[lefts[row], rights[column]] for row, column in best_pairs(gain)]
    return chosen


def _alike(group: Sequence[Seam], topics: Words) -> dict[tuple[int, int], float]:
    """How alike the two sides of each seam are, in shares of the likest pair that either side could be in."""
    likeness = {(seam.left, seam.right): topics.likeness(seam.left, seam.right) for seam in group}
    likest: dict[tuple[str, int], float] = {}
    for (left, right), value in likeness.items():
        for side in (("left", left), ("right", right)):
            likest[side] = max(likest.get(side, 0.0), value)
    return {
        (left, right): value / max(likest["left", left], likest["right", right]) if value else 0.0
        for (left, right), value in likeness.items()
    }


def _groups(seams: Sequence[Seam]) -> list[list[Seam]]:
    """The seams parted where no piece is wanted by two of them."""
    ends = {seam.left for seam in seams} | {seam.right for seam in seams}
    union = _Union(2 * max(ends, default=-1) + 2)
    for seam in seams:
        union.join(2 * seam.left, 2 * seam.right + 1)
    groups: dict[int, list[Seam]] = {}
    for seam in seams:
        groups.setdefault(union.head(2 * seam.left), []).append(seam)
    return list(groups.values())
