from __future__ import annotations

from rag.corpus.article import Chunk
from rag.dialogue.own_topic import ELSEWHERE_BETTER, settled
from rag.dialogue.understood import Understood
from rag.retrieval.hits import Hit, LegScores
from rag.text.spans import Span

PERHAPS = Understood("掌勺师傅几点到?", "渡口归谁管?", "渡口", perhaps=True)


def hits(**scores: float) -> list[Hit]:
    return [
        Hit(rank, Chunk(name, name, Span(0, 2), "", "", (), name), score, LegScores(score, 0.0))
        for rank, (name, score) in enumerate(scores.items(), start=1)
    ]


def test_another_article_that_fits_far_better_is_another_topic() -> None:
    assert settled(PERHAPS, hits(食堂=ELSEWHERE_BETTER * 4 + 0.1, 渡口=4.0)) == Understood("掌勺师傅几点到?")
    assert settled(PERHAPS, hits(食堂=0.1)) == Understood("掌勺师傅几点到?")


def test_the_article_spoken_of_keeps_the_turn_where_it_fits_nearly_as_well() -> None:
    leaning = Understood("掌勺师傅几点到?", "渡口归谁管?", "渡口")
    assert settled(PERHAPS, hits(食堂=ELSEWHERE_BETTER * 4, 渡口=4.0)) == leaning
    assert settled(PERHAPS, hits(渡口=4.0)) == leaning
    assert settled(PERHAPS, []) == leaning


def test_a_turn_that_points_back_is_not_asked_about() -> None:
    leaning = Understood("它几点开?", "渡口归谁管?", "渡口")
    assert settled(leaning, hits(食堂=100.0)) is leaning
