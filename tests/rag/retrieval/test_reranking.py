import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from rag.corpus.article import Chunk
from rag.errors import RerankerUnavailable
from rag.retrieval.hits import Hit, LegScores
from rag.retrieval.reranking import Favoured, SecondReading, reranked


class SharedCharacters:
    """A reranker that counts the question's characters in a passage."""

    name = "同字"
    fingerprint = "shared-characters-1"

    def score(self, question: str, passages: Sequence[str]) -> np.ndarray:
        return np.array([float(len(set(question) & set(passage))) for passage in passages])


@pytest.fixture
def hits(chunks: list[Chunk]) -> tuple[Hit, ...]:
    """The five chunks of the library, the search having put them in their order."""
    return tuple(
        Hit(rank, chunk, 10.0 - rank, LegScores(9.0 - rank, 1.0, 0.5))
        for rank, chunk in enumerate(chunks, start=1)
    )


def order(hits: Sequence[Hit]) -> list[str]:
    return [hit.chunk.chunk_id for hit in hits]


def test_the_hits_stand_in_the_reranker_s_order_with_what_it_gave(hits: tuple[Hit, ...]):
    found = reranked(hits, "借阅病历登记", SharedCharacters())
    assert order(found) == ["院3", "院2", "矿0", "矿1", "会4"]
    assert [hit.rank for hit in found] == [1, 2, 3, 4, 5]
    assert [hit.scores.rerank for hit in found] == [6.0, 2.0, 0.0, 0.0, 0.0]


def test_the_scores_of_the_search_stay(hits: tuple[Hit, ...]):
    found = reranked(hits, "借阅病历登记", SharedCharacters())
    assert [hit.score for hit in found] == [6.0, 7.0, 9.0, 8.0, 5.0]
    assert all(
        (hit.scores.bm25, hit.scores.dense, hit.scores.cosine) == (hit.score - 1, 1.0, 0.5) for hit in found
    )


def test_equal_scores_keep_their_order(hits: tuple[Hit, ...]):
    assert order(reranked(hits, "鲸", SharedCharacters())) == order(hits)


def test_nothing_found_stays_nothing():
    assert reranked((), "借阅病历登记", SharedCharacters(), Favoured("院", 0.3)) == ()


def test_the_article_of_the_conversation_gains_a_share_of_the_range(hits: tuple[Hit, ...]):
    # 院3 has 6, 院2 has 2, those of 矿 none: they gain 1.8, then 3
    question = "借阅病历登记"
    assert order(reranked(hits, question, SharedCharacters(), Favoured("矿", 0.3))) == [
        "院3", "院2", "矿0", "矿1", "会4",
    ]  # fmt: skip
    found = reranked(hits, question, SharedCharacters(), Favoured("矿", 0.5))
    assert order(found) == ["院3", "矿0", "矿1", "院2", "会4"]
    assert [hit.scores.rerank for hit in found] == [6.0, 0.0, 0.0, 2.0, 0.0]


def test_only_the_first_hits_are_read_and_the_rest_stay_behind(hits: tuple[Hit, ...], reranker_folder: Path):
    from embeddings.rerankers import load_reranker

    question = "工会经费怎么用?"
    given = load_reranker(str(reranker_folder)).score(question, [hit.chunk.passage for hit in hits[:3]])
    found = SecondReading(str(reranker_folder), most=3).of(hits, question)
    best_first = [order(hits)[at] for at in np.argsort(-given, kind="stable")]
    assert order(found) == [*best_first, "院3", "会4"]
    assert [hit.rank for hit in found] == [1, 2, 3, 4, 5]
    assert sorted(hit.scores.rerank or 0 for hit in found[:3]) == pytest.approx(sorted(given), abs=1e-5)
    assert [hit.scores.rerank for hit in found[3:]] == [None, None]


def test_the_reranker_is_loaded_once_for_all_threads(hits: tuple[Hit, ...], reranker_folder: Path):
    reading = SecondReading(str(reranker_folder), most=5)
    loaded: list[object] = []
    orders: list[list[str]] = []

    def ask() -> None:
        orders.append(order(reading.of(hits, "工会经费怎么用?")))
        loaded.append(reading._reranker())

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(loaded) == 4
    assert len({id(one) for one in loaded}) == 1
    assert orders == [orders[0]] * 4


def test_a_reranker_that_is_put_in_its_place_later_is_found(
    hits: tuple[Hit, ...], reranker_folder: Path, tmp_path: Path
):
    reading = SecondReading(str(tmp_path / "模型"), most=5)
    with pytest.raises(RerankerUnavailable, match="no such folder"):
        reading.warm()
    (tmp_path / "模型").symlink_to(reranker_folder)
    reading.warm()
    assert len(reading.of(hits, "工会经费怎么用?")) == 5
