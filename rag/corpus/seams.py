"""Which piece goes on where another stops in mid-sentence?

Columns of two articles are sometimes read across the page, and a page break may fall inside a word. Every
open end is held against the beginnings near it; the evidence is added up and the best pairs are joined
first. What speaks for a seam, and how much, is the table below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rag.corpus.assignment import best_pairs
from rag.corpus.heading_order import Order, order_of
from rag.corpus.marks import EndMark, NoticeMark
from rag.corpus.pieces import Piece
from rag.text.numbering import heading_marker
from rag.text.segmenter import frequency


@dataclass(frozen=True)
class SeamSettings:
    """Evidence for a seam, in points that are added; a seam needs ``threshold``."""

    next_on_page: float = 2.0
    """The beginning stands right behind the end, as in nine seams of ten; nothing for a short line without
    a comma, which may be a caption."""
    across_title: float = 0.5
    """Only a title stands between: it was set into the column."""
    back_on_page: float = -0.5
    """The beginning stands before the end, as when columns are read in the wrong order."""
    word: float = 1.0
    """The characters on both sides stand together elsewhere on the page (工作体|系: 体系); half of it if they
    seldom do, one and a half if one of them never stands without the other."""
    phrase: float = 1.0
    """So do three of them; and again, so do four (在党组|织的)."""
    dictionary: float = 0.5
    """The page does not know them, but the dictionary does (偏|低): half a reason, for of the pairs that chance
    puts together one in ten is a word too."""
    numbers_next: float = 3.0
    """The heading numbers go on: 一、 in the one, 二、 first in the other."""
    numbers_skip: float = -1.0
    """A number is missing between; its heading may have been lost, so neighbours still go together."""
    numbers_back: float = -5.0
    """The numbers begin anew or fall back: 四、 is never followed by 二、 in one article."""
    bracket_closed: float = 3.0
    """A bracket or quotation mark opened at the end is closed by the beginning."""
    bracket_missing: float = -2.0
    """Only one of the two sides has half of a pair."""
    continuing_mark: float = 2.5
    """The beginning is a mark that can begin no sentence: ，、。）."""
    after_end: float = -1.0
    """The beginning stands behind the end mark of another article: most likely a new one."""
    heading: float = -9.0
    """The beginning is a heading: it continues no sentence."""
    threshold: float = 0.9
    """Less is chance: both ends then stay open."""
    last_pair: float = 0.0
    """Enough for the only open end of a page and its only beginning without anything before it."""
    reach: int = 12
    """Pieces before and behind that are held against an open end."""
    max_entangled: int = 60
    """Open ends that compete for the same beginnings; more is no page of print, and takes too long."""
    max_pieces: int = 400
    """A page in more pieces is a list or no text at all; only neighbours are joined."""


PAIRS = {"(": ")", "（": "）", "“": "”", "《": "》", "「": "」", "【": "】", "‘": "’"}
CONTINUING = "，,、。；;）)”’》」】：:！？%"
"""Marks that can begin no sentence."""

SEARCHED = 400
"""Characters on each side of a seam in which brackets are counted."""

NEAR = 60
"""Characters that a bracket or quotation usually holds; a longer one may have lost its other half."""


class Seam(NamedTuple):
    """A place where one piece may go on in the middle of another's last sentence."""

    score: float
    left: int
    """Index of the piece that breaks off."""
    right: int
    """Index of the piece that goes on."""


class Link(NamedTuple):
    """A piece in its place in the reading order."""

    piece: int
    """Index of the piece."""
    seam: bool
    """It goes on in the middle of the sentence before, rather than with a new paragraph."""


Chain = tuple[Link, ...]


def chains_of(pieces: Sequence[Piece], settings: SeamSettings = SeamSettings()) -> tuple[Chain, ...]:
    """The pieces put in reading order: one chain an article, chains in the order of the page."""
    scored = tuple(_scored(pieces, settings))
    order = _ReadingOrder(len(pieces))
    # The strongest first, so that a circle is left open at its weakest seam.
    for seam in sorted(_best(scored, settings), key=lambda s: (-s.score, s.left)):
        order.join(seam.left, seam.right, seam=True)
    for index, piece in enumerate(pieces[1:], start=1):
        # No seam, but no mark between either: the next paragraph of the same article.
        if piece.follows and index - 1 not in order.follower and index not in order.begun:
            order.join(index - 1, index, seam=False)
    last = _last_pair(pieces, order, scored, settings)
    if last is not None:
        order.join(last.left, last.right, seam=True)
    return tuple(
        tuple(Link(piece, piece in order.seams) for piece in order.chain(first))
        for first in range(len(pieces))
        if first not in order.begun
    )


def _last_pair(
    pieces: Sequence[Piece], order: _ReadingOrder, scored: Sequence[Seam], settings: SeamSettings
) -> Seam | None:
    """The seam between the one open end and the one beginning in mid-page that all others have left over."""
    ends = [n for n, p in enumerate(pieces) if p.open and not p.short and n not in order.follower]
    beginnings = [n for n, p in enumerate(pieces) if p.follows and n not in order.begun]
    if len(ends) != 1 or len(beginnings) != 1:
        return None
    between = (seam for seam in scored if (seam.left, seam.right) == (ends[0], beginnings[0]))
    return next((seam for seam in between if seam.score >= settings.last_pair), None)


class _ReadingOrder:
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


def _best(scored: Sequence[Seam], settings: SeamSettings) -> list[Seam]:
    """The seams of the largest total score above the threshold, no piece twice on one side."""
    possible = [seam for seam in scored if seam.score > settings.threshold]
    if all(seam.right == seam.left + 1 for seam in possible):
        return possible
    chosen: list[Seam] = []
    for group in _groups(possible):
        lefts = sorted({seam.left for seam in group})
        rights = sorted({seam.right for seam in group})
        table = {(seam.left, seam.right): seam for seam in group}
        if len(lefts) > settings.max_entangled:
            chosen += [seam for seam in group if seam.right == seam.left + 1]
            continue
        gain = [
            [
                table[pair].score - settings.threshold if (pair := (left, right)) in table else 0.0
                for right in rights
            ]
            for left in lefts
        ]
        chosen += [table[lefts[row], rights[column]] for row, column in best_pairs(gain)]
    return chosen


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


def _scored(pieces: Sequence[Piece], settings: SeamSettings) -> Iterator[Seam]:
    few = len(pieces) <= settings.max_pieces
    text = "\n".join(block.text for piece in pieces for block in piece.blocks) if few else ""
    evidence = _Evidence(text, settings)
    for left, piece in enumerate(pieces):
        if not piece.open:
            continue
        far = few and not piece.short
        first = max(0, left - settings.reach) if far else left + 1
        last = left + settings.reach if far else left + 1
        for right in range(first, min(last, len(pieces) - 1) + 1):
            if right != left:
                place = _place(pieces, left, right, settings)
                words = evidence.score(_ending(piece), _beginning(pieces[right]))
                yield Seam(place + words + _numbers(piece, pieces[right], settings), left, right)


def _place(pieces: Sequence[Piece], left: int, right: int, settings: SeamSettings) -> float:
    """What the places of the two on the page say."""
    piece = pieces[right]
    if heading_marker(piece.blocks[0].text) and piece.blocks[0].is_heading:
        return settings.heading
    if right == left + 1:
        if piece.follows:
            return 0.0 if pieces[left].short else settings.next_on_page
        return settings.after_end if isinstance(piece.before, EndMark | NoticeMark) else settings.across_title
    points = settings.back_on_page if right < left else 0.0
    return points + (settings.after_end if isinstance(piece.before, EndMark | NoticeMark) else 0.0)


def _numbers(left: Piece, right: Piece, settings: SeamSettings) -> float:
    """What the heading numbers in the two say; behind a caption they tell no sentence that goes on."""
    points = {
        Order.NEXT: 0.0 if left.short else settings.numbers_next,
        Order.SKIPS: settings.numbers_skip,
        Order.BACK: settings.numbers_back,
        None: 0.0,
    }
    return points[order_of(left, right)]


def _beginning(piece: Piece) -> str:
    return piece.blocks[0].text[:SEARCHED]


def _ending(piece: Piece) -> str:
    return piece.blocks[-1].text[-SEARCHED:]


class _Evidence:
    """What the words on both sides say, judged by the page they stand on."""

    def __init__(self, page: str, settings: SeamSettings) -> None:
        self.page = page
        self.settings = settings
        self.counted: dict[str, int] = {}

    def score(self, ending: str, beginning: str) -> float:
        return self._marks(ending, beginning) + self._words(ending, beginning)

    def _marks(self, ending: str, beginning: str) -> float:
        points = self.settings.continuing_mark if beginning[0] in CONTINUING else 0.0
        for opening, closing in PAIRS.items():
            opened = ending.rfind(opening) if ending.rfind(opening) > ending.rfind(closing) else -1
            close = beginning.find(closing)
            if opening in beginning[: max(close, 0)]:
                close = -1
            if opened >= 0 and close >= 0:
                inside = len(ending) - opened + close
                points += self.settings.bracket_closed / (1 if inside <= NEAR else 3)
            elif opened >= 0 or close >= 0:
                # The nearer the lonely half, the less likely that its other half was lost elsewhere.
                away = len(ending) - opened if opened >= 0 else close
                points += self.settings.bracket_missing * max(0.0, 1 - away / NEAR)
        return points

    def _words(self, ending: str, beginning: str) -> float:
        left, right = ending[-2:], beginning[:2]
        pair = left[-1:] + right[:1]
        together = self._count(pair)
        if not together:
            return self.settings.dictionary if _in_dictionary(left, right) else 0.0
        share = together / min(self._count(left[-1:]), self._count(right[:1]))
        points = self.settings.word * (0.5 + share)
        if self._count(left + right[:1]) or self._count(left[-1:] + right):
            points += self.settings.phrase
            if self._count(left + right):
                points += self.settings.phrase
        return points

    def _count(self, characters: str) -> int:
        """How often Chinese characters stand together on the page."""
        if not _is_han(characters):
            return 0
        if characters not in self.counted:
            self.counted[characters] = self.page.count(characters)
        return self.counted[characters]


def _in_dictionary(left: str, right: str) -> bool:
    """Whether the two characters before and the two behind make a word across the seam."""
    words = {left[at:] + right[:end] for at in (0, 1) for end in (1, 2)}
    return any(len(word) > 1 and _is_han(word) and frequency(word) > 0 for word in words)


def _is_han(characters: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" for c in characters)
