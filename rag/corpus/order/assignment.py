"""Which pairs, one from each side, have the largest sum?"""

from __future__ import annotations

from collections.abc import Sequence

INFINITE = float("inf")


def best_pairs(gain: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) of the largest total gain, each row and column at most once.

    ``gain`` is not negative and may have any shape; pairs without gain are left out. The Hungarian method
    with potentials (Kuhn 1955, Munkres 1957), rows × rows × columns steps.

    >>> best_pairs([[3.0, 2.0], [2.0, 0.0]])
    [(0, 1), (1, 0)]
    """
    if not gain or not gain[0]:
        return []
    if len(gain) > len(gain[0]):
        turned = best_pairs(list(zip(*gain, strict=True)))
        return sorted((row, column) for column, row in turned)
    owner = _owners(gain)
    return sorted((row, column) for column, row in owner.items() if gain[row][column] > 0)


def _owners(gain: Sequence[Sequence[float]]) -> dict[int, int]:
    """The row that gets each taken column, with every row getting one."""
    rows, columns = len(gain), len(gain[0])
    row_price, column_price = [0.0] * rows, [0.0] * columns
    owner: dict[int, int] = {}
    for new in range(rows):
        slack, back = [INFINITE] * columns, [-1] * columns
        done: list[int] = []
        free = set(range(columns))
        row, column = new, -1
        while True:
            for other in free:
                cost = -gain[row][other] - row_price[row] - column_price[other]
                if cost < slack[other]:
                    slack[other], back[other] = cost, column
            step_to = min(free, key=lambda c: (slack[c], c))
            step = slack[step_to]
            row_price[new] += step
            for used in done:
                row_price[owner[used]] += step
                column_price[used] -= step
            for other in free:
                slack[other] -= step
            free.remove(step_to)
            done.append(step_to)
            column = step_to
            if column not in owner:
                break
            row = owner[column]
        while column >= 0:
            before = back[column]
            owner[column] = owner[before] if before >= 0 else new
            column = before
    return owner
