"""Are the items of a list shown one by one, all of them and no others?

A shown item *matches* a gold item when the folded gold text is contained in it, or when their character F1
(``overlap``) is at least ``ALIKE``. Items are matched one to one, as many as possible, so that a sentence
which holds the whole list counts as one item found.

* ``item_P`` / ``item_R`` / ``item_F1``: matched items by shown items, by gold items, and their harmonic mean.
* ``all_items``: 1 when every gold item is matched and nothing else is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from eval.measures.folding import fold
from eval.measures.overlap import character_f1
from eval.questions import Question
from eval.replies import RunReply

ALIKE = 0.5
"""Half of the words in common: the same item with a longer tail or a lost head."""


def list_measures(question: Question, reply: RunReply) -> dict[str, float]:
    """All measures of this family; none for a question that asks for no list."""
    if question.type != "list" or not question.answers:
        return {}
    gold = [answer.text for answer in question.answers]
    shown = [answer.text for answer in reply.answers]
    pairs = matched(shown, gold)
    precision = pairs / len(shown) if shown else 0.0
    recall = pairs / len(gold)
    f1 = 2 * precision * recall / (precision + recall) if pairs else 0.0
    return {"item_P": precision, "item_R": recall, "item_F1": f1, "all_items": float(f1 == 1.0)}


def matched(shown: Sequence[str], gold: Sequence[str]) -> int:
    """The largest number of one-to-one pairs of items that match (augmenting paths, Kuhn 1955).

    >>> matched(["一是建制度，定规矩", "二是抓培训"], ["抓培训", "建制度", "强考核"])
    2
    """
    fits = [[matches(item, wanted) for wanted in gold] for item in shown]
    taken: dict[int, int] = {}

    def place(item: int, tried: set[int]) -> bool:
        for wanted, fit in enumerate(fits[item]):
            if fit and wanted not in tried:
                tried.add(wanted)
                if wanted not in taken or place(taken[wanted], tried):
                    taken[wanted] = item
                    return True
        return False

    return sum(place(item, set()) for item in range(len(shown)))


def matches(item: str, gold: str) -> bool:
    """Whether a shown item is this item of the gold."""
    return fold(gold) in fold(item) or character_f1(item, gold) >= ALIKE
