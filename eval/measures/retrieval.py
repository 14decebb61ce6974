"""Did the search find the passage that answers, and the article it stands in?

* ``passage@k``: 1 when one of the first k passages holds a gold answer. A passage holds an answer when it
  covers at least half of the characters of its place (``COVER``), or, for an answer that is a heading, when
  it stands under that heading.
* ``passage_recall@10``: the share of the gold answers held by the first ten passages together
  (1 for mode ``any`` when one is held).
* ``article@1``: 1 when the first passage stands in an article that holds a gold answer.
* ``R@k``, ``MRR@10``, ``nDCG@10`` for sets that name records (``ranking``); a record ranks where its first
  passage does.

Answers in titles, bylines and units stand in no passage: such questions have ``article@1`` alone.
"""

from __future__ import annotations

from eval.measures.articles_of_run import ArticlesOfRun
from eval.measures.folding import fold
from eval.measures.ranking import ndcg_at, recall_at, reciprocal_rank
from eval.questions import GoldAnswer, Question
from eval.replies import RankedPassage, RunReply

COVER = 0.5
"""A passage that holds half of an answer leads the reader to it; a cut through an answer is not a miss."""
DEPTHS = (1, 3, 5, 10)
OUTSIDE_PASSAGES = frozenset({"title", "byline", "affiliation", "source"})
"""Parts of the page that are no text of the article and so stand in no passage."""


def retrieval_measures(question: Question, reply: RunReply, articles: ArticlesOfRun) -> dict[str, float]:
    """All measures of this family that apply."""
    measures: dict[str, float] = {}
    if question.records:
        measures |= record_measures(question, reply)
    placed = [answer for answer in question.answers if answer.places]
    if placed:
        gold_articles = {articles.owner(place) for answer in placed for place in answer.places}
        top = [passage.article_id for passage in reply.passages[:1]]
        measures["article@1"] = float(any(article_id in gold_articles for article_id in top))
    in_passages = [answer for answer in placed if answer.where not in OUTSIDE_PASSAGES]
    if in_passages:
        ranks = [first_rank(answer, reply.passages) for answer in in_passages]
        measures |= {f"passage@{k}": float(any(r is not None and r <= k for r in ranks)) for k in DEPTHS}
        held = sum(rank is not None and rank <= DEPTHS[-1] for rank in ranks)
        measures["passage_recall@10"] = float(held > 0) if question.mode == "any" else held / len(ranks)
    return measures


def first_rank(answer: GoldAnswer, passages: tuple[RankedPassage, ...]) -> int | None:
    """The rank of the first passage that holds the answer, or ``None``."""
    return next((rank for rank, passage in enumerate(passages, 1) if holds(passage, answer)), None)


def holds(passage: RankedPassage, answer: GoldAnswer) -> bool:
    """Whether the passage leads to the answer."""
    if any(passage.place.overlap(place) >= COVER * place.length for place in answer.places):
        return True
    if answer.where != "heading" or not any(passage.place.same_source(place) for place in answer.places):
        return False
    return any(fold(answer.text) in fold(heading) for heading in passage.section)


def record_measures(question: Question, reply: RunReply) -> dict[str, float]:
    """The measures of a ranking of records."""
    ranking = list(dict.fromkeys(p.place.record for p in reply.passages if p.place.record is not None))
    relevant = set(question.records)
    return {
        **{f"R@{k}": recall_at(k, ranking, relevant) for k in DEPTHS},
        "MRR@10": reciprocal_rank(10, ranking, relevant),
        "nDCG@10": ndcg_at(10, ranking, relevant),
    }
