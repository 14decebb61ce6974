"""Does a reranker give the order of the passages, and leave alone what the search says of them?"""

from pathlib import Path

import numpy as np
import pytest

from embeddings.rerankers import load_reranker
from rag.assistant import Assistant
from rag.dialogue.conversation import Conversation
from rag.dialogue.understood import Understood
from rag.errors import RerankerUnavailable
from rag.reply_json import reply_object
from rag.retrieval.search import RetrievalSettings

QUESTION = "码头夜校全年培训多少名船员?"


def with_reranker(index: Path, folder: Path, most: int = 30) -> Assistant:
    return Assistant(index, retrieval_settings=RetrievalSettings(reranker=str(folder), rerank_hits=most))


@pytest.fixture(scope="module")
def rereading(river_index: Path, reranker_folder: Path) -> Assistant:
    return with_reranker(river_index, reranker_folder)


def test_the_passages_stand_in_the_reranker_s_order(
    assistant: Assistant, rereading: Assistant, reranker_folder: Path
):
    plain = [passage.hit for passage in assistant.ask(QUESTION, passages=30).passages]
    given = load_reranker(str(reranker_folder)).score(QUESTION, [hit.chunk.passage for hit in plain])
    expected = [plain[at].chunk for at in np.argsort(-given, kind="stable")]
    found = [passage.hit for passage in rereading.ask(QUESTION, passages=30).passages]
    assert [hit.chunk for hit in found] == expected != [hit.chunk for hit in plain]
    assert [hit.rank for hit in found] == list(range(1, len(found) + 1))
    by_chunk = {hit.chunk: hit for hit in plain}
    assert [hit.score for hit in found] == [by_chunk[hit.chunk].score for hit in found]
    assert [hit.scores.bm25 for hit in found] == [by_chunk[hit.chunk].scores.bm25 for hit in found]


def test_only_as_many_hits_are_read_again_as_are_asked_for(river_index: Path, reranker_folder: Path):
    reply = with_reranker(river_index, reranker_folder, most=2).ask(QUESTION)
    read = [passage.hit.scores.rerank is not None for passage in reply.passages]
    assert read == [True, True] + [False] * (len(read) - 2)
    assert len(read) > 2


def test_a_reply_as_scripts_read_it_tells_what_the_reranker_gave(assistant: Assistant, rereading: Assistant):
    scores = [passage["scores"] for passage in reply_object(rereading.ask(QUESTION))["passages"]]
    assert all(list(one) == ["bm25", "dense", "rerank"] for one in scores)
    assert [one["rerank"] for one in scores] == sorted((one["rerank"] for one in scores), reverse=True)
    without = [passage["scores"] for passage in reply_object(assistant.ask(QUESTION))["passages"]]
    assert all(list(one) == ["bm25", "dense"] for one in without)


def test_a_follow_up_is_read_behind_the_question_that_it_leans_on(
    rereading: Assistant, reranker_folder: Path
):
    first = rereading.ask("什么是红旗渡?")
    reply = rereading.ask("它由谁负责?", Conversation((first,)))
    assert reply.understood is not None
    assert reply.understood.in_full == f"{reply.understood.context},{reply.understood.text}"
    hits = [passage.hit for passage in reply.passages]
    given = load_reranker(str(reranker_folder)).score(
        reply.understood.in_full, [hit.chunk.passage for hit in hits]
    )
    assert [hit.scores.rerank for hit in hits] == pytest.approx(list(given), abs=1e-5)


def test_an_article_is_supported_as_the_search_found_it(assistant: Assistant, rereading: Assistant):
    """The best score counts, wherever the reranker puts its passage."""
    plain, asked = (one.look_up(Understood(QUESTION)) for one in (assistant, rereading))
    best, last = plain.hits[0][0], min(asked.hits[0][0], asked.hits[-1][0], key=lambda hit: hit.score)
    assert asked.hits[0][0] != best
    assert asked.best_score == plain.best_score == best.score
    assert asked.support(best.chunk.article_id) == 1.0
    assert asked.support(last.chunk.article_id, last.chunk.span) == last.score / best.score


def test_a_reranker_that_is_not_there_is_told_by_every_question(river_index: Path, tmp_path: Path):
    nowhere = with_reranker(river_index, tmp_path / "没有")
    assert nowhere.snapshot().n_articles == 3
    for ask in (nowhere.warm, lambda: nowhere.ask(QUESTION)):
        with pytest.raises(RerankerUnavailable) as told:
            ask()
        assert str(tmp_path / "没有") in told.value.say("zh")


def test_the_reranker_is_named(assistant: Assistant, rereading: Assistant, reranker_folder: Path):
    assert (assistant.reranker, rereading.reranker) == (None, str(reranker_folder))


def test_nothing_to_read_again_is_no_setting():
    with pytest.raises(ValueError, match="rerank_hits must be positive"):
        RetrievalSettings(rerank_hits=0)
