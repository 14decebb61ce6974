"""Is the right answer among what is shown, and how much else is shown with it?

A gold answer is *found* when its words are contained in the shown answers put together, pauses and quotation
marks aside (``folding.bare``), or when every character of its place, or of another of its places, is shown.

* ``answer_found`` (the main measure): 1 when every gold answer is found (mode ``all``) or one is (``any``).
* ``answer_share``: the share of gold answers found; for ``any`` the same as ``answer_found``.
* ``answer_coverage``: the share of the gold answers' characters that is shown, averaged over the answers
  (best answer for ``any``): kinder to long answers of which a part is shown.
* ``answer@1``: 1 when the first shown answer alone holds a gold answer.
* ``precision``: the share of the shown characters that belong to a gold answer; absent when nothing is shown.
* ``shown_chars``: how much is shown.
* ``EM``, ``F1``: ``overlap`` of the best shown answer, averaged over the gold answers (best for ``any``).

An ``alt`` alone is enough where one answer is asked for. Where several are, each alt that is shown stands
for one of those not found, unless it merely repeats one that was.
"""

from __future__ import annotations

from collections.abc import Callable

from eval.measures.folding import bare, fold
from eval.measures.overlap import character_f1, exact_match
from eval.places import covered
from eval.questions import GoldAnswer, Question
from eval.replies import RunReply, ShownAnswer


def answer_measures(question: Question, reply: RunReply) -> dict[str, float]:
    """All measures of this family; none for a question without gold answers."""
    if not question.answers:
        return {}
    shown = reply.answers
    measures = {
        "answer_found": float(found_share(question, shown) == 1.0),
        "answer_share": found_share(question, shown),
        "answer_coverage": coverage(question, shown),
        "answer@1": float(
            any(is_found(answer, shown[:1]) for answer in question.answers) or _alt(question, shown[:1])
        ),
        "shown_chars": float(sum(len(fold(answer.text)) for answer in shown)),
        "EM": best_item(question, shown, exact_match),
        "F1": best_item(question, shown, character_f1),
    }
    if shown:
        measures["precision"] = precision(question, shown)
    return measures


def found_share(question: Question, shown: tuple[ShownAnswer, ...]) -> float:
    """The share of the gold answers that are shown; 0 or 1 for mode ``any``."""
    found = [answer for answer in question.answers if is_found(answer, shown)]
    needed = len(question.answers)
    if question.mode == "any" or needed == 1:
        return float(bool(found) or _alt(question, shown))
    said = [bare(answer.text) for answer in found]
    stand_ins = [
        alt for alt in _alts_shown(question, shown) if not any(alt in text or text in alt for text in said)
    ]
    return min(1.0, (len(found) + len(stand_ins)) / needed)


def is_found(answer: GoldAnswer, shown: tuple[ShownAnswer, ...]) -> bool:
    """Whether the shown answers hold this one, by its words or by its place."""
    if bare(answer.text) in bare("".join(item.text for item in shown)):
        return True
    places = [item.place for item in shown]
    return any(covered(place, places) == place.length for place in answer.places)


def coverage(question: Question, shown: tuple[ShownAnswer, ...]) -> float:
    """The share of the gold answers' characters that is shown."""
    places = [item.place for item in shown]
    shares = [
        1.0
        if is_found(answer, shown)
        else max((covered(p, places) / p.length for p in answer.places), default=0.0)
        for answer in question.answers
    ]
    wanted = max(shares) if question.mode == "any" else sum(shares) / len(shares)
    return max(wanted, found_share(question, shown))


def precision(question: Question, shown: tuple[ShownAnswer, ...]) -> float:
    """The share of the shown characters that belong to a gold answer: by place or by words, the larger."""
    total = sum(item.place.length for item in shown)
    gold = [place for answer in question.answers for place in answer.places]
    by_place = sum(covered(item.place, gold) for item in shown) / total if total else 0.0
    texts = [fold(text) for text in (*(answer.text for answer in question.answers), *question.alt)]
    lengths = [len(fold(item.text)) for item in shown]
    by_words = sum(_marked(fold(item.text), texts) for item in shown) / max(1, sum(lengths))
    return max(by_place, by_words)


def best_item(
    question: Question, shown: tuple[ShownAnswer, ...], alike: Callable[[str, str], float]
) -> float:
    """How alike the best shown answer is to each gold answer: the mean, or the best for mode ``any``."""
    if not shown:
        return 0.0
    scores = [max(alike(item.text, answer.text) for item in shown) for answer in question.answers]
    alts = [alike(item.text, alt) for alt in question.alt for item in shown]
    if question.mode == "any" or len(scores) == 1:
        return max(scores + alts)
    return sum(scores) / len(scores)


def _alt(question: Question, shown: tuple[ShownAnswer, ...]) -> bool:
    return bool(_alts_shown(question, shown))


def _alts_shown(question: Question, shown: tuple[ShownAnswer, ...]) -> list[str]:
    text = bare("".join(item.text for item in shown))
    return [bare(alt) for alt in question.alt if bare(alt) in text]


def _marked(text: str, parts: list[str]) -> int:
    """How many characters of ``text`` lie in an occurrence of one of the parts."""
    marked = bytearray(len(text))
    for part in parts:
        at = text.find(part)
        while part and at >= 0:
            marked[at : at + len(part)] = b"\x01" * len(part)
            at = text.find(part, at + 1)
    return sum(marked)
