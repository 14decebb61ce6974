from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from embeddings.encoders.protocol import Progress, Vectors, unit_rows
from embeddings.stores.exact import ExactStore
from rag.corpus.article import Chunk
from rag.retrieval.lexical import LexicalIndex
from rag.retrieval.query import analyse
from rag.retrieval.search import RetrievalSettings, Retriever

TOPICS = (("停机", "熄灯", "验电", "检修"), ("病历", "病案", "归档"), ("工会", "钱", "经费"))


class TopicEncoder:
    """One dimension a topic: how many of its words a text holds."""

    name, dim, fingerprint = "topics", len(TOPICS), "topics-1"

    def encode_passages(self, texts: Sequence[str], on_progress: Progress | None = None) -> Vectors:  # noqa: ARG002
        counts = [[sum(word in text for word in topic) for topic in TOPICS] for text in texts]
        return unit_rows(np.array(counts, dtype=np.float32).reshape(len(texts), self.dim))

    def encode_query(self, text: str) -> Vectors:
        return self.encode_passages([text])[0]


def retriever(
    chunks: list[Chunk], *, dense: bool, settings: RetrievalSettings = RetrievalSettings()
) -> Retriever:
    encoder = TopicEncoder() if dense else None
    store = ExactStore(encoder.encode_passages([chunk.passage for chunk in chunks])) if encoder else None
    return Retriever(
        LexicalIndex.build(chunks), store, encoder, lambda rows: [chunks[row] for row in rows], settings
    )


def test_hits_are_ranked_from_one_and_scores_fall(chunks: list[Chunk]):
    hits = retriever(chunks, dense=True).search(analyse("病历怎么借阅?"))
    assert hits[0].chunk == chunks[3]
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_score_is_the_sum_of_its_legs(chunks: list[Chunk]):
    for hit in retriever(chunks, dense=True).search(analyse("工会的钱")):
        assert hit.score == pytest.approx(hit.scores.bm25 + hit.scores.dense)


def test_without_vectors_words_alone_decide(chunks: list[Chunk]):
    hits = retriever(chunks, dense=False).search(analyse("验电"))
    assert [hit.chunk for hit in hits] == [chunks[1], chunks[0]]  # its article's other chunk after it
    assert all(hit.scores.dense == 0 for hit in hits)


def test_a_question_that_shares_no_word_is_answered_by_meaning(chunks: list[Chunk]):
    assert retriever(chunks, dense=False).search(analyse("熄灯")) == ()
    hits = retriever(chunks, dense=True).search(analyse("熄灯"), 2)
    assert [hit.chunk for hit in hits] == [chunks[0], chunks[1]]
    assert all(hit.scores.bm25 == 0 for hit in hits)


@pytest.mark.parametrize("question", ["", "???", "薪酬"])
def test_a_question_that_nothing_fits_finds_nothing(chunks: list[Chunk], question: str):
    assert retriever(chunks, dense=True).search(analyse(question)) == ()


def test_no_more_than_k_are_given(chunks: list[Chunk]):
    search = retriever(chunks, dense=True).search
    assert len(search(analyse("病历"), 1)) == 1
    assert search(analyse("病历"), 0) == ()


def test_within_keeps_to_its_articles(chunks: list[Chunk]):
    for dense in (False, True):
        hits = retriever(chunks, dense=dense).search(analyse("病历和检修"), within={"矿"})
        assert {hit.chunk.article_id for hit in hits} == {"矿"}


def test_within_finds_by_meaning_what_stands_behind_others(chunks: list[Chunk]):
    one_each = RetrievalSettings(candidates=1)
    hits = retriever(chunks, dense=True, settings=one_each).search(analyse("病案 熄灯"), 1, within={"院"})
    assert hits[0].chunk.article_id == "院"


def test_within_no_article_finds_nothing(chunks: list[Chunk]):
    assert retriever(chunks, dense=True).search(analyse("病历"), within=()) == ()


def test_copies_stand_in_the_order_of_their_rows(chunks: list[Chunk]):
    copies = [chunks[2], chunks[2], chunks[2]]
    lexical = LexicalIndex.build(copies)
    search = Retriever(lexical, None, None, lambda rows: [copies[row] for row in rows])
    rows: list[int] = []
    search._chunks_at = lambda wanted: rows.extend(wanted) or [copies[row] for row in wanted]
    search.search(analyse("病历"))
    assert rows == [0, 1, 2]


def test_context_is_searched_by_meaning_too(chunks: list[Chunk]):
    hits = retriever(chunks, dense=True).search(analyse("熄灯", context="病案"))
    assert {hit.chunk.article_id for hit in hits if hit.scores.dense > 0} == {"矿", "院"}


def test_an_empty_library_finds_nothing():
    assert retriever([], dense=True).search(analyse("工会")) == ()


@given(
    st.sets(st.sampled_from("矿院会")),
    st.sampled_from(["病历和检修", "工会的钱", "熄灯", "设备采用什么型号?"]),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_within_some_articles_the_ranking_is_that_of_all_without_the_others(
    chunks: list[Chunk], within: set[str], question: str
):
    for dense in (False, True):
        search = retriever(chunks, dense=dense).search
        everywhere = search(analyse(question), 100)
        kept = [(hit.chunk, hit.scores) for hit in everywhere if hit.chunk.article_id in within]
        assert [(hit.chunk, hit.scores) for hit in search(analyse(question), 100, within=within)] == kept
