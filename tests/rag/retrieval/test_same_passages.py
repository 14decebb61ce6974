import numpy as np
import pytest

from embeddings.stores.exact import ExactStore
from rag.corpus.article import Chunk
from rag.retrieval.lexical import LexicalIndex
from rag.retrieval.query import analyse
from rag.retrieval.same_passages import SamePassages
from rag.retrieval.search import RetrievalSettings, Retriever
from rag.text.spans import Span
from tests.rag.retrieval.test_search import TopicEncoder

SAME = SamePassages(np.array([3, 4]), np.array([1, 0]))


def test_a_cited_passage_has_the_best_score_of_its_printings():
    assert SAME.lent(np.array([2.0, 1.0, 5.0, 3.0, 1.5])).tolist() == [2.0, 3.0, 5.0, 3.0, 1.5]


def test_the_score_of_a_cited_passage_is_lent_by_the_printing_that_has_the_best():
    words = np.array([2.0, 1.0, 5.0, 3.0, 1.5])
    assert [SAME.lender(words, row) for row in (0, 1, 2)] == [0, 3, 2]


def test_reprinted_passages_are_not_found_themselves():
    assert SAME.without_reprints(np.ones(5, dtype=bool)).tolist() == [True, True, True, False, False]


def test_passages_of_which_one_printing_is_not_asked_for_are_two():
    left = SAME.within(np.array([True, False, True, True, True]))
    assert (left.reprinted.tolist(), left.cited.tolist()) == ([4], [0])


def test_rows_are_those_of_the_cited_passages_each_once_in_order():
    assert SAME.cited_rows(np.array([4, 2, 3, 0, 1])).tolist() == [0, 2, 1]


def chunk(article: str, title: str, text: str) -> Chunk:
    return Chunk(f"{article}-{text[:2]}", article, Span(0, len(text)), title, "", (), text)


LIBRARY = [
    chunk("首", "检修的三道关", "停机以后,先挂牌,再上锁,最后验电。"),
    chunk("首", "检修的三道关", "病历当日归档,由科室档案员交接。"),
    chunk("转", "井下安全须知", "停机以后，先挂牌，再上锁，最后验电。"),
    chunk("转", "井下安全须知", "工会经费由会员会费组成。"),
]


def retriever(*, dense: bool, candidates: int = 100) -> Retriever:
    encoder = TopicEncoder() if dense else None
    store = ExactStore(encoder.encode_passages([one.passage for one in LIBRARY])) if encoder else None
    return Retriever(
        LexicalIndex.build(LIBRARY),
        store,
        encoder,
        lambda rows: [LIBRARY[row] for row in rows],
        RetrievalSettings(candidates=candidates),
        SamePassages(np.array([2]), np.array([0])),
    )


@pytest.mark.parametrize("dense", [False, True])
def test_a_passage_printed_twice_is_found_once_and_what_stands_once_stays(dense: bool):
    found = [hit.chunk for hit in retriever(dense=dense).search(analyse("停机验电和工会经费、病历归档"))]
    assert sorted(found, key=LIBRARY.index) == [LIBRARY[0], LIBRARY[1], LIBRARY[3]]


def test_the_title_of_the_reprint_leads_to_the_cited_passage():
    hits = retriever(dense=False).search(analyse("井下安全须知说停机以后怎样"))
    assert hits[0].chunk == LIBRARY[0]


def test_a_search_within_the_reprint_alone_finds_its_own_passage():
    hits = retriever(dense=True).search(analyse("停机验电"), within={"转"})
    assert hits[0].chunk == LIBRARY[2]


def test_copies_do_not_crowd_others_out_of_the_nearest():
    hits = retriever(dense=True, candidates=2).search(analyse("熄灯 病案"), 2)
    assert [hit.chunk for hit in hits] == [LIBRARY[1], LIBRARY[0]] or [hit.chunk for hit in hits] == LIBRARY[
        :2
    ]


def test_a_lent_score_is_explained_by_the_printing_that_lent_it():
    search = Retriever(
        LexicalIndex.build(LIBRARY),
        None,
        None,
        lambda rows: [LIBRARY[row] for row in rows],
        same=SamePassages(np.array([2]), np.array([0])),
    )
    query = analyse("井下安全须知 验电")
    (hit, *_) = search.search(query)
    (origin,) = search.origins(query, [hit])
    assert (hit.chunk, origin.scored) == (LIBRARY[0], LIBRARY[2])
    assert origin.parts.total == hit.score
    assert "安全" in {term.term for term in origin.terms}
