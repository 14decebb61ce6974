from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.corpus.article import Chunk
from rag.retrieval.contents import LexicalContents, contents_of
from rag.retrieval.postings import Postings
from rag.text.spans import Span

TEXTS = ("停机以后先挂牌再上锁", "病历当日归档", "工会经费由会费组成", "")


@st.composite
def libraries(draw: st.DrawFn) -> list[Chunk]:
    """A few articles of a few chunks, in any order, many of them alike."""
    rows = draw(st.lists(st.tuples(st.sampled_from("甲乙丙"), st.sampled_from(TEXTS)), max_size=6))
    titles = draw(st.fixed_dictionaries({article: st.sampled_from(("", "检修")) for article in "甲乙丙"}))
    return [
        Chunk(f"{article}{row}", article, Span(0, len(text)), titles[article], "", ("一、要求",), text)
        for row, (article, text) in enumerate(rows)
    ]


def same_postings(one: Postings, other: Postings) -> bool:
    parts = ("hashes", "starts", "rows", "counts", "lengths")
    return all(np.array_equal(getattr(one, part), getattr(other, part)) for part in parts)


def same(one: LexicalContents, other: LexicalContents) -> bool:
    return (
        one.article_ids == other.article_ids
        and np.array_equal(one.article_of, other.article_of)
        and all(same_postings(one.chunks[name], other.chunks[name]) for name in one.chunks)
        and all(same_postings(one.articles[name], other.articles[name]) for name in one.articles)
    )


@settings(deadline=None, max_examples=50)
@given(libraries(), libraries())
def test_what_is_taken_over_is_what_would_be_counted(old: list[Chunk], new: list[Chunk]):
    before = contents_of(old)
    assert same(contents_of(new, before=before), contents_of(new))


def test_an_article_with_another_title_is_counted_anew(chunks: list[Chunk]):
    renamed = [replace(chunk, title="检修日记") if chunk.article_id == "矿" else chunk for chunk in chunks]
    again = contents_of(renamed, before=contents_of(chunks))
    assert again.chunks["words"].count("日记", 0) == 1
    assert again.chunks["words"].count("三道", 0) == 0


def test_a_removed_article_leaves_nothing(chunks: list[Chunk]):
    left = [chunk for chunk in chunks if chunk.article_id != "院"]
    again = contents_of(left, before=contents_of(chunks))
    assert again.article_ids == ("矿", "会")
    assert again.chunks["words"].frequency("病历") == 0
    assert again.articles["words"].frequency("病历") == 0


def test_progress_goes_on_over_what_is_taken_over(chunks: list[Chunk]):
    told: list[int] = []
    contents_of(chunks, told.append, contents_of(chunks))
    assert told == [2, 4, 5]
