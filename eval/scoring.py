"""How good is a run? Every question measured first, means and intervals after.

``Scores.to_object()`` is what ``wenju eval score`` prints; keys are added, never renamed::

    {"questions": n, "unanswered": [qid], "unknown": [qid],
     "all": means, "by_type": {type: means}, "by_style": …, "by_followup": …,
     "by_turn": {"single" | "first" | "follow-up": means},
     "abstention": {…}, "abstention_by_kind": {unans_kind: {"n", "caught"}}, "confidence": {…} | None,
     "latency": {"n", "p50_seconds", "p95_seconds", "max_seconds"}, "outcomes": {type: {outcome: n}}}

with ``means = {measure: {"mean", "low", "high", "n"}}``. Measures are explained in ``eval/measures``;
``correct`` is ``answer_found`` on answerable questions and ``caught`` on unanswerable ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.diagnosis import Outcome, diagnose
from eval.measures.abstention import abstention_measures, abstention_of_set
from eval.measures.answers import answer_measures
from eval.measures.articles_of_run import ArticlesOfRun
from eval.measures.citations import citation_measures
from eval.measures.confidence import Confidences, Told
from eval.measures.latency import latency
from eval.measures.lists import list_measures
from eval.measures.means import Mean, clustered_mean
from eval.measures.retrieval import retrieval_measures
from eval.questions import Question, QuestionSet
from eval.replies import RunReply
from eval.runs import Run

Means = dict[str, Mean]


@dataclass(frozen=True)
class Record:
    """One question, what was replied, and how good that is."""

    question: Question
    reply: RunReply
    measures: Mapping[str, float]
    """Only those that apply."""
    outcome: Outcome

    @property
    def cluster(self) -> str:
        """The article that the question is about."""
        return self.question.cluster


@dataclass(frozen=True)
class Scores:
    """A run, measured."""

    run: Run
    records: tuple[Record, ...]

    @property
    def all(self) -> Means:
        """Means over all questions to which a measure applies."""
        return means(self.records)

    def by(self, key: Callable[[Question], str | None]) -> dict[str, Means]:
        """Means of the groups that ``key`` makes, in order of appearance; ``None`` belongs to no group."""
        return {name: means(records) for name, records in grouped(self.records, key).items()}

    @property
    def confidences(self) -> Confidences:
        """The replies that tell how sure they are, with what came of them."""
        return Confidences.of(
            Told(record.reply.confidence, record.question.answerable, right_of(record))
            for record in self.records
            if record.reply.confidence is not None
        )

    def to_object(self) -> dict[str, Any]:
        """Plain JSON values; the keys are in the module's docstring."""
        return {
            "questions": len(self.records),
            "unanswered": list(self.run.unanswered),
            "unknown": list(self.run.unknown),
            "all": _plain(self.all),
            "by_type": _plain_groups(self.by(type_of)),
            "by_style": _plain_groups(self.by(style_of)),
            "by_turn": _plain_groups(self.by(turn_of)),
            "by_followup": _plain_groups(self.by(followup_of)),
            "abstention": abstention_of_set((record.question, record.reply) for record in self.records),
            "abstention_by_kind": self._caught_by_kind(),
            "confidence": self.confidences.to_object(),
            "latency": latency([r.reply.seconds for r in self.records if r.reply.seconds is not None]),
            "outcomes": self._outcomes(),
        }

    def _caught_by_kind(self) -> dict[str, dict[str, int]]:
        unanswerable = [record for record in self.records if not record.question.answerable]
        groups = grouped(
            unanswerable, lambda question: str(question.further.get("unans_kind", "unanswerable"))
        )
        return {
            kind: {"n": len(records), "caught": sum(record.reply.abstained for record in records)}
            for kind, records in groups.items()
        }

    def _outcomes(self) -> dict[str, dict[str, int]]:
        return {
            name: {
                outcome.value: n for outcome, n in Counter(record.outcome for record in records).most_common()
            }
            for name, records in grouped(self.records, type_of).items()
        }


def score(questions: QuestionSet, run: Run) -> Scores:
    """Every question of the set measured against the run (``runs.read_run`` or ``runs.match_run``)."""
    articles = ArticlesOfRun.of(run.replies)
    pairs = zip(questions.questions, run.replies, strict=True)
    return Scores(run, tuple(measure_question(question, reply, articles) for question, reply in pairs))


def measure_question(question: Question, reply: RunReply, articles: ArticlesOfRun) -> Record:
    """One question with all measures that apply to it."""
    measures = {
        **retrieval_measures(question, reply, articles),
        **answer_measures(question, reply),
        **list_measures(question, reply),
        **citation_measures(question, reply, articles),
        **abstention_measures(question, reply),
    }
    if question.answers or not question.answerable:
        measures["correct"] = measures["answer_found"] if question.answerable else measures["caught"]
    return Record(question, reply, measures, diagnose(question, reply, measures))


def right_of(record: Record) -> bool | None:
    """Whether the answer shown is right; ``None`` where none is shown or the set does not say what is right."""
    if record.reply.abstained or not record.reply.asked:
        return None
    correct = record.measures.get("correct")
    return None if correct is None else correct == 1.0


def means(records: Iterable[Record]) -> Means:
    """The mean of every measure over the records that have it."""
    values: dict[str, list[float]] = defaultdict(list)
    clusters: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for name, value in record.measures.items():
            values[name].append(value)
            clusters[name].append(record.cluster)
    return {name: clustered_mean(values[name], clusters[name]) for name in values}


def grouped(records: Sequence[Record], key: Callable[[Question], str | None]) -> dict[str, list[Record]]:
    """Records by group, groups in the order in which they appear."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        name = key(record.question)
        if name is not None:
            groups.setdefault(name, []).append(record)
    return groups


def type_of(question: Question) -> str:
    """The question's type."""
    return question.type


def style_of(question: Question) -> str:
    """The question's style."""
    return question.style


def turn_of(question: Question) -> str:
    """Single question, first turn or follow-up."""
    return question.turn


def followup_of(question: Question) -> str | None:
    """What kind of follow-up a turn is; ``None`` for single questions."""
    return question.followup


def _plain(group: Means) -> dict[str, dict[str, float | int]]:
    return {name: mean.to_object() for name, mean in group.items()}


def _plain_groups(groups: dict[str, Means]) -> dict[str, dict[str, dict[str, float | int]]]:
    return {name: _plain(group) for name, group in groups.items()}
