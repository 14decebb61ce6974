import json
from pathlib import Path

import numpy as np
import pytest

from rag.corpus.article import Chunk
from rag.errors import IndexDamaged, IndexOutdated
from rag.retrieval.contents import MANIFEST
from rag.retrieval.lexical import LexicalIndex
from rag.retrieval.query import analyse


@pytest.fixture
def index(chunks: list[Chunk]) -> LexicalIndex:
    return LexicalIndex.build(chunks)


def best(index: LexicalIndex, question: str) -> int:
    return int(np.argmax(index.search(analyse(question)).chunks))


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("验电之前要做什么?", 1),  # a word of the text
        ("病歷怎麼借閱", 3),  # traditional
        ("停机那一段讲啥", 1),  # a word of the heading
        ("zywl-6000y 是谁在用", 4),  # a name in Latin letters
        ("会员会飞", 4),  # a slip of the pen
    ],
)
def test_the_chunk_that_shares_the_words_is_found(index: LexicalIndex, question: str, row: int):
    assert best(index, question) == row


def test_an_article_scores_for_all_its_chunks(index: LexicalIndex):
    scores = index.search(analyse("借阅")).articles
    assert scores[2] == scores[3] > 0
    assert scores[[0, 1, 4]].tolist() == [0, 0, 0]


def test_the_author_speaks_for_the_article_and_not_for_a_chunk(index: LexicalIndex):
    scores = index.search(analyse("孙宁"))
    assert scores.chunks.tolist() == [0, 0, 0, 0, 0]
    assert scores.articles[2] == scores.articles[3] > 0


def test_a_repeated_title_counts_once_for_its_article(chunks: list[Chunk]):
    whole = LexicalIndex.build(chunks)
    assert whole._articles["words"].postings.count("归档", 1) == 3  # title, heading, text


def test_coverage_is_whole_where_every_term_is(index: LexicalIndex):
    coverage = index.search(analyse("验电")).coverage
    assert coverage.tolist() == [0, 1, 0, 0, 0]


@pytest.mark.parametrize("question", ["", "?!", "薪酬"])
def test_a_question_that_shares_nothing_scores_nothing(index: LexicalIndex, question: str):
    scores = index.search(analyse(question))
    assert not scores.chunks.any()
    assert not scores.articles.any()
    assert not scores.coverage.any()


def test_the_explanation_adds_up_to_the_score(index: LexicalIndex):
    query = analyse("病历借阅登记", context="归档")
    explained = index.explain(query, 3)
    assert sum(one.score for one in explained) == pytest.approx(index.search(query).chunks[3])
    assert [one.score for one in explained] == sorted((one.score for one in explained), reverse=True)
    assert {(one.term, one.occurrences) for one in explained if one.field == "words"} == {
        ("病历", 2),
        ("借阅", 2),
        ("登记", 1),
        ("归档", 1),
    }


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("工会", True),
        ("薪酬", False),
        ("會費", True),
        ("会员会费", True),
        ("费会", False),
        ("费", True),
        ("薪", False),
        ("PDF/A", False),
    ],
)
def test_whether_the_corpus_knows_a_word(index: LexicalIndex, word: str, known: bool):
    assert index.knows(word) is known


def test_a_word_of_many_chunks_is_less_rare(index: LexicalIndex):
    assert index.idf("薪酬") > index.idf("借阅") > index.idf("病历") > 0


def test_progress_is_told_to_the_end(chunks: list[Chunk]):
    told: list[int] = []
    LexicalIndex.build(chunks, told.append)
    assert told == [2, 4, 5]


def test_a_saved_index_scores_the_same(index: LexicalIndex, tmp_path: Path):
    index.save(tmp_path / "lexical")
    again = LexicalIndex.load(tmp_path / "lexical")
    query = analyse("病历归档")
    assert len(again) == 5
    assert again.article_ids == ("矿", "院", "会")
    assert again.search(query).chunks.tolist() == index.search(query).chunks.tolist()
    assert again.search(query).articles.tolist() == index.search(query).articles.tolist()


def test_an_index_of_nothing_can_be_saved_and_asked(tmp_path: Path):
    LexicalIndex.build([]).save(tmp_path / "lexical")
    again = LexicalIndex.load(tmp_path / "lexical")
    assert again.search(analyse("工会")).chunks.size == 0
    assert not again.knows("工会")


@pytest.mark.parametrize(
    "lost", [MANIFEST, "article_of.npy", "chunks/words/rows.npy", "articles/bigrams/hashes.npy"]
)
def test_a_missing_file_is_told_of(index: LexicalIndex, tmp_path: Path, lost: str):
    index.save(tmp_path)
    (tmp_path / lost).unlink()
    with pytest.raises(IndexDamaged):
        LexicalIndex.load(tmp_path)


def test_an_altered_file_is_told_of(index: LexicalIndex, tmp_path: Path):
    index.save(tmp_path)
    (tmp_path / "chunks/words/rows.npy").write_bytes(b"not an array")
    with pytest.raises(IndexDamaged):
        LexicalIndex.load(tmp_path)


def test_an_index_of_another_version_is_told_of(index: LexicalIndex, tmp_path: Path):
    index.save(tmp_path)
    manifest = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))
    (tmp_path / MANIFEST).write_text(json.dumps(manifest | {"schema": "lexical-0"}), encoding="utf-8")
    with pytest.raises(IndexOutdated):
        LexicalIndex.load(tmp_path)


def test_a_word_is_known_among_the_chunks_that_hold_it(chunks: list[Chunk]):
    index = LexicalIndex.build(chunks)
    hospital = index.chunks_of({"院"})
    assert hospital.tolist() == [False, False, True, True, False]
    assert index.knows("病历", hospital)
    assert not index.knows("验电", hospital)
    assert not index.knows("电", hospital)
    assert index.knows("验电")


@pytest.mark.parametrize("question", ["值班长念检修票", "病历归档要挂号登记吗", "工会经费"])
def test_no_chunk_brings_more_than_a_question_is_worth(index: LexicalIndex, question: str):
    query = analyse(question)
    assert 0 < index.search(query).chunks.max() < index.worth(query)


def test_what_stands_twice_in_a_question_is_worth_twice(index: LexicalIndex):
    once, twice = analyse("挂号"), analyse("挂号，挂号")
    assert index.worth(twice) == pytest.approx(2 * index.worth(once))
