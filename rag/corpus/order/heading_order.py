"""Do the heading numbers of one piece go on in another?

Inside an article 二、 follows 一、 and (三) follows (二): of two columns read across the page this alone often
tells which belongs to which article.
"""

from __future__ import annotations

from enum import Enum

from rag.corpus.order.pieces import Piece


class Order(Enum):
    """How the first number of a piece stands to the last one of another."""

    NEXT = "next"
    """一、 … | … 二、"""
    SKIPS = "skips"
    """一、 … | … 三、: a heading is missing between."""
    BACK = "back"
    """二、 … | … 二、 or 一、: not one article."""


def order_of(left: Piece, right: Piece) -> Order | None:
    """How the headings of ``right`` go on from those of ``left``, judged by the highest numbering of both.

    ``None`` where they share none: nothing can be told.
    """
    last, first = _last_numbers(left), _first_numbers(right)
    level = min(last.keys() & first.keys(), default=None)
    if level is None:
        return None
    step = first[level] - last[level]
    if step == 1:
        return Order.NEXT
    return Order.SKIPS if step > 1 else Order.BACK


def _last_numbers(piece: Piece) -> dict[int, int]:
    """By level, the number that counts at the end of a piece; a higher heading ends the lower ones."""
    numbers: dict[int, int] = {}
    for level, number in piece.numbers:
        numbers = {above: n for above, n in numbers.items() if above < level} | {level: number}
    return numbers


def _first_numbers(piece: Piece) -> dict[int, int]:
    """By level, the first number of a piece that no higher heading of it starts anew."""
    numbers: dict[int, int] = {}
    for level, number in piece.numbers:
        if level < min(numbers, default=level + 1):
            numbers[level] = number
    return numbers
