from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rag.corpus.article import Article, ArticleKind, Chunk, Imprint, Section, SourceText
from rag.index.article_codec import pack, pack_article, pack_chunk, unpack, unpack_article, unpack_chunk
from rag.text.spans import SourceMap, Span

SOURCE = "# 要闻\n\n产假九十八天，\n难产增加十五天。\n\n【 李 林 】\n另有通知𠮷一则。\r\n" * 2


FEW = settings(max_examples=30, deadline=None)
"""Each example is many small draws; the shapes are few."""


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Articles of any slices of the source, in any order, as columns and pages would cut them."""
    places = st.integers(0, len(SOURCE))
    kept = draw(st.lists(st.tuples(places, places).map(sorted), max_size=6))
    text = "".join(SOURCE[start:end] for start, end in kept)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda pair: Span(*sorted(pair))
    )
    words = st.none() | st.builds(SourceText, st.text(max_size=4), st.lists(spans, max_size=2).map(tuple))
    paths = st.lists(st.text(max_size=4), max_size=3).map(tuple)
    section = st.builds(
        Section, level=st.integers(1, 6), heading=spans, body=spans, path=paths, run_in=st.booleans()
    )
    return Article(
        article_id="a1",
        kind=draw(st.sampled_from(ArticleKind)),
        file="一月.txt",
        record=draw(st.none() | st.text(max_size=3)),
        title=draw(words),
        author=draw(words),
        affiliation=draw(words),
        text=text,
        source_map=SourceMap.of(kept, SOURCE),
        sections=draw(st.lists(section, max_size=3).map(tuple)),
        body=draw(spans),
        imprint=draw(st.builds(Imprint, words, words, words, words)),
    )


@FEW
@given(articles())
def test_any_article_comes_back_from_its_places_and_the_source(article: Article):
    place = (article.file, article.record)
    assert unpack_article(pack_article(article), article.article_id, place, SOURCE) == article


@FEW
@given(articles(), st.data())
def test_any_chunk_comes_back_from_its_article(article: Article, data: st.DataObject):
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(article.text))] * 2)))
    span = Span(start, end)
    chunk = Chunk(
        "c1", article.article_id, span, "标题", "李林 某矿", ("一、", "（一）"), span.slice(article.text)
    )
    assert unpack_chunk(pack_chunk(chunk), article) == chunk


@FEW
@given(st.text(st.characters(), max_size=20))
def test_any_text_survives_packing(text: str):
    assert unpack(pack(text)) == text


def test_half_a_surrogate_pair_survives_packing():
    assert unpack(pack(["\ud800", None])) == ["\ud800", None]
