"""Does the system refuse where the corpus does not say, and only there?

* ``caught``: on an unanswerable question, 1 when it abstains; ``refused``: the same on an answerable one.
* Over a set: precision, recall and F1 of abstaining (Rajpurkar et al. 2018, SQuAD 2.0, measure answering;
  this measures its complement), and the area under the ROC curve (``roc``) of a score that should be higher on
  answerable questions. ``confidence`` says more of the probability that replies tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.measures.roc import roc_auc
from eval.questions import Question
from eval.replies import RunReply


def abstention_measures(question: Question, reply: RunReply) -> dict[str, float]:
    """``caught`` or ``refused``, whichever applies."""
    return {"refused" if question.answerable else "caught": float(reply.abstained)}


def abstention_of_set(pairs: Iterable[tuple[Question, RunReply]]) -> dict[str, float | int | None]:
    """Precision, recall, F1 and AUC over a set; ``None`` where there is nothing to measure.

    ``auc_confidence`` is of the replies that tell a ``confidence``; ``auc_passage_score`` of the score of the first
    passage (0 where there is none).
    """
    asked = [(question, reply) for question, reply in pairs if reply.asked]
    unanswerable = [reply for question, reply in asked if not question.answerable]
    answerable = [reply for question, reply in asked if question.answerable]
    caught = sum(reply.abstained for reply in unanswerable)
    refused = sum(reply.abstained for reply in answerable)
    precision = caught / (caught + refused) if caught + refused else None
    recall = caught / len(unanswerable) if unanswerable else None
    f1 = 2 * precision * recall / (precision + recall) if precision and recall else None
    return {
        "unanswerable": len(unanswerable),
        "caught": caught,
        "answerable": len(answerable),
        "refused": refused,
        "precision": precision,
        "recall": recall,
        "F1": f1,
        "auc_confidence": roc_auc(_confidences(answerable), _confidences(unanswerable)),
        "auc_passage_score": roc_auc(_top_scores(answerable), _top_scores(unanswerable)),
    }


def _confidences(replies: Sequence[RunReply]) -> list[float]:
    return [reply.confidence for reply in replies if reply.confidence is not None]


def _top_scores(replies: Sequence[RunReply]) -> list[float]:
    return [reply.passages[0].score if reply.passages else 0.0 for reply in replies]
