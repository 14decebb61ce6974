"""How good are the replies to public questions?

* ``article@k``: 1 when the passage that answers, or a reprint of it, is among the first k articles retrieved.
* ``sentence``: 1 when the first quotation shown holds the words of a gold answer; ``sentence_placed``: when it does so
  and stands in the passage that answers: short answers stand in many places.
* ``answer_found``: 1 when the shown quotations together hold a gold answer.
* ``EM``, ``F1``: CMRC 2018's own (``eval.measures.cmrc``) of the words lit in the first quotation, or of all that is
  shown where none are lit; 0 where nothing is shown.
* ``lit``: 1 when words are lit; ``EM_lit``, ``F1_lit``: of those questions alone.
* ``refused`` on questions that are answered by a passage, ``caught`` on those where it is withheld.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from eval.measures import cmrc
from eval.measures.confidence import Confidences, Told
from eval.measures.folding import bare
from eval.measures.means import Mean, clustered_mean
from eval.questions import Question
from eval.replies import RunReply

DEPTHS = (1, 5, 10)


@dataclass(frozen=True)
class Measured:
    """One question with its measures."""

    question: Question
    reply: RunReply
    measures: Mapping[str, float]


@dataclass(frozen=True)
class SetScores:
    """One set of questions, asked in every way."""

    openly: tuple[Measured, ...]
    given: tuple[Measured, ...]
    withheld: tuple[Measured, ...]

    @property
    def confidences(self) -> Confidences:
        """Of the questions asked openly, and of those whose passage is withheld.

        Right is ``sentence_placed``, of the questions asked openly: the others are as many as the sample makes them.
        """
        return Confidences.of(
            Told(one.reply.confidence, one.question.answerable, _right(one))
            for one in (*self.openly, *self.withheld)
            if one.reply.confidence is not None
        )

    @property
    def by_kind(self) -> dict[str, dict[str, Mean]]:
        """Means of the questions asked openly, by the kind they were taken for."""
        groups: defaultdict[str, list[Measured]] = defaultdict(list)
        for one in self.openly:
            groups[one.reply.kind].append(one)
        return {kind: means(groups[kind]) for kind in sorted(groups)}

    def to_object(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "questions": len(self.openly),
            "open": _plain(means(self.openly)),
            "given": _plain(means(self.given)),
            "withheld": _plain(means(self.withheld)),
            "by_kind": {kind: _plain(found) for kind, found in self.by_kind.items()},
            "confidence": self.confidences.to_object(),
        }


def measured(question: Question, reply: RunReply, records: frozenset[str]) -> Measured:
    """One question; ``records`` are the passage that answers and its reprints."""
    if not question.answerable:
        return Measured(question, reply, {"caught": float(reply.abstained)})
    golds = [answer.text for answer in question.answers]
    first, whole = (bare("".join(one.text for one in reply.answers[:most])) for most in (1, None))
    holds = any(bare(gold) in first for gold in golds)
    placed = holds and reply.answers[0].place.record in records
    said = span_said(reply)
    span = {"EM": cmrc.exact_match(said, golds), "F1": cmrc.f1(said, golds)}
    lit = bool(reply.answers and reply.answers[0].lit)
    return Measured(
        question,
        reply,
        {
            **article_measures(reply, records),
            "sentence": float(holds),
            "sentence_placed": float(placed),
            "answer_found": float(any(bare(gold) in whole for gold in golds)),
            **span,
            "lit": float(lit),
            **({f"{name}_lit": value for name, value in span.items()} if lit else {}),
            "refused": float(reply.abstained),
        },
    )


def article_measures(reply: RunReply, records: frozenset[str]) -> dict[str, float]:
    """``article@k``; none where no passages are told."""
    ranking = list(dict.fromkeys(passage.place.record for passage in reply.passages))
    if not ranking:
        return {}
    return {f"article@{k}": float(any(one in records for one in ranking[:k])) for k in DEPTHS}


def span_said(reply: RunReply) -> str:
    """The words taken for the answer: those lit in the first quotation, else all that is shown."""
    if not reply.answers:
        return ""
    first = reply.answers[0]
    return first.lit.slice(first.text) if first.lit else "".join(one.text for one in reply.answers)


def means(found: Iterable[Measured]) -> dict[str, Mean]:
    """The mean of each measure over the questions that have it, clustered by passage."""
    values: defaultdict[str, list[float]] = defaultdict(list)
    clusters: defaultdict[str, list[str]] = defaultdict(list)
    for one in found:
        for name, value in one.measures.items():
            values[name].append(value)
            clusters[name].append(one.question.cluster)
    return {name: clustered_mean(values[name], clusters[name]) for name in values}


def _right(one: Measured) -> bool | None:
    found = one.measures.get("sentence_placed")
    return None if one.reply.abstained or found is None else found == 1.0


def _plain(found: Mapping[str, Mean]) -> dict[str, Any]:
    return {name: mean.to_object() for name, mean in found.items()}
