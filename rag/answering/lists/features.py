"""What is known of a list as an answer: its features, and the words and the place that they are taken from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class ListFeatures(NamedTuple):
    """What is known of a list as an answer; each from 0 to 1."""

    lead: float
    """Share of the question's subject in the words that announce the list: its heading, its sentence's beginning."""
    clause: float
    """The same for the last clause of these words alone."""
    around: float
    """What the items and the rest of their sentence add to the share of the lead."""
    above: float
    """What headings and title further up add."""
    items: float
    """Share of the subject inside the items themselves."""
    asked_among: float
    """1 when one item holds much more of the subject than the others: then it is itself what is asked about."""
    denied: float
    """1 when the clause before the items forbids or denies what the question does not, or the other way round."""
    head_in_items: float
    """Share of the items that hold the noun asked for: 证据 in ``哪三类证据``."""
    head_beside: float
    """1 when that noun stands right before or after the list."""
    head_share: float
    """Share of the words of that noun (工作标准) that stand in the last clause of the lead or right behind the list."""
    same_aspect: float
    """1 when a heading names the aspect asked for (短板, 路径, …)."""
    other_aspect: float
    """1 when it names another aspect."""
    aspect_beside: float
    """1 when the aspect asked for is named right before or after the list: 存在…‖等问题."""
    asked_item: float
    """1 when one short item is itself the aspect asked for (优势 and 困境 under one heading): its own list is meant."""
    split: float
    """1 when the items themselves name different aspects (现状, 路径): parts of an article, no list of points."""
    count_fits: float
    """1 when the number asked for is the number of items."""
    count_differs: float
    """1 when it is not."""
    pair: float
    """1 for two items only, the commonest accident."""
    many: float
    """The number of items by ten, at most 1."""
    opens: float
    """1 when nothing but a heading announces the list."""
    summed_up: float
    """1 when 等 stands right behind the last item."""
    headings: float
    """1 for a list made by headings."""
    root: float
    """1 for the parts of a whole article."""
    enumeration: float
    """1 for 一是…二是…."""
    clauses: float
    """1 for clauses parted by semicolons and their like."""
    lines: float
    """1 for paragraphs without numbers."""
    announced: float
    """1 when 包括, 分为, 有 or a colon stands right before the first item."""
    example: float
    """1 when 如 or 例如 does."""
    long_items: float
    """Mean length of the items by ``LONG_ITEM_CHARS``, at most 1."""
    article: float
    """Score of the article's best passage, as a share of the best passage's."""
    passage: float
    """Score of the list's own best passage, likewise."""
    sentence: float
    """How close the best sentence of the list and its lead comes to the best sentence of all; 0 when none was read,
    and for a list that only a heading announces."""
    sentence_below: float
    """The same for a list that only a heading announces, whose sentences need not hold the words asked for."""


class ListTexts(NamedTuple):
    """The words of and around a list, folded."""

    lead: str
    sentence: str
    above: str
    items: Sequence[str]
    after: str


class ListPlace(NamedTuple):
    """How well the search liked the place of a list."""

    article: float
    passage: float
    sentence: float


class ListMarks(NamedTuple):
    """The features that only the finder of a list knows; each as in ``ListFeatures``."""

    same_aspect: bool = False
    other_aspect: bool = False
    opens: bool = False
    headings: bool = False
    root: bool = False
    enumeration: bool = False
    clauses: bool = False
    lines: bool = False
