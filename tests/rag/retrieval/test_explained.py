import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.corpus.article import Chunk
from rag.retrieval.explained import Explained, explained
from rag.retrieval.found_because import found_because
from rag.retrieval.query import Query, analyse
from rag.retrieval.search import RetrievalSettings, Retriever
from rag.wording.alternative import Alternative
from tests.rag.retrieval.test_search import retriever

PAY = Alternative("薪酬", "经费", 0.9)


def explain(
    chunks: list[Chunk], query: Query, k: int = 10, *, dense: bool = True, candidates: int = 100
) -> tuple[Explained, ...]:
    search: Retriever = retriever(chunks, dense=dense, settings=RetrievalSettings(candidates=candidates))
    return tuple(explained(query, origin) for origin in search.origins(query, search.search(query, k)))


@given(
    st.lists(
        st.sampled_from(["病历", "怎么", "借阅", "检修票", "工会", "经费", "薪酬", "熄灯", "领"]), max_size=6
    ),
    st.sampled_from(["", "归档", "验电以后"]),
    st.sampled_from([(), (PAY,)]),
    st.booleans(),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_parts_add_up_to_the_score_to_the_last_bit(
    chunks: list[Chunk], words: list[str], context: str, others: tuple[Alternative, ...], dense: bool
):
    query = analyse("".join(words), context, 0.5, others)
    for one in explain(chunks, query, dense=dense):
        assert one.parts.total == one.hit.score
        by_words = sum(word.score for word in one.words) + one.scattered
        assert by_words == pytest.approx(one.parts.passage, abs=1e-9)


def test_each_word_tells_what_it_gave_how_rare_it_is_and_how_often_it_stands_there(chunks: list[Chunk]):
    query = analyse("借阅病历怎么登记?")
    best = explain(chunks, query)[0]
    assert best.hit.chunk == chunks[3]
    assert {(word.text, word.occurrences) for word in best.words} == {("借阅病历", 1), ("登记", 1)}
    assert best.missing == ()
    assert sum(word.share for word in best.words) == pytest.approx(
        (best.parts.passage - best.scattered) / best.hit.score
    )
    lexical = retriever(chunks, dense=False).lexical
    assert {word.rarity for word in best.words} == {lexical.idf("借阅"), lexical.idf("登记")}


def test_other_words_are_named_as_the_passage_has_them(chunks: list[Chunk]):
    (best, *_) = explain(chunks, analyse("薪酬由谁拨缴", alternatives=[PAY]))
    (word,) = [word for word in best.words if word.meant]
    assert (word.text, word.meant, word.occurrences) == ("薪酬", "经费", 1)
    assert best.missing == ()
    assert "“薪酬”（文中作“经费”）" in found_because(best).zh


def test_a_word_of_the_question_that_the_passage_lacks_is_told(chunks: list[Chunk]):
    best = explain(chunks, analyse("检修票津贴"))[0]
    assert best.missing == ("津贴",)
    assert "“津贴”" in found_because(best).zh


def test_words_of_the_earlier_question_are_told_as_such(chunks: list[Chunk]):
    best = explain(chunks, analyse("谁来登记?", context="借阅病历"))[0]
    assert {(word.text, word.earlier) for word in best.words} == {("登记", False), ("借阅病历", True)}


def test_a_passage_without_a_common_word_was_found_by_meaning_alone(chunks: list[Chunk]):
    (first, *_) = explain(chunks, analyse("熄灯"), 1)
    assert (first.leg, first.word_rank, first.meaning_rank) == ("meaning", None, 1)
    assert (first.words, first.parts.passage) == ((), 0.0)
    assert found_because(first).zh.startswith("没有共同的词，只凭意思找到；按意思排第 1（余弦 ")
    assert found_because(first).en.startswith("Found only by meaning, without a word in common; no. 1 ")


def test_the_ranks_are_those_of_either_leg_alone(chunks: list[Chunk]):
    query = analyse("病案借阅登记")
    by_words = [hit.chunk for hit in retriever(chunks, dense=False).search(query)]
    for one in explain(chunks, query):
        rank = by_words.index(one.hit.chunk) + 1 if one.hit.chunk in by_words else None
        assert one.word_rank == rank


def test_a_leg_that_looks_at_one_passage_alone_brings_no_other(chunks: list[Chunk]):
    found = explain(chunks, analyse("借阅 熄灯 停机"), 5, candidates=1)
    assert {one.looked_at for one in found} == {len(found)}
    assert {one.leg for one in found} <= {"both", "words", "meaning"}


def test_without_an_encoder_nothing_is_said_of_meaning(chunks: list[Chunk]):
    best = explain(chunks, analyse("检修票"), dense=False)[0]
    assert (best.cosine, best.parts.meaning, best.leg) == (0.0, 0.0, "words")
    assert found_because(best).zh == "主要凭“检修票”找到（按词排第 1）。"
    assert found_because(best).en == "Found mainly by “检修票” (no. 1 by words)."
