"""The article object of the contract."""

from rag.article_json import article_object
from rag.corpus.article import Article, ArticleKind, Imprint, Section, SourceText
from rag.text.spans import SourceMap, Span

SOURCE = "# 谈安全检查\n\n一、制度\n\n检查每月进\n行两次。\n"
HEADING, FIRST, SECOND = SOURCE.index("一、"), SOURCE.index("检查每月"), SOURCE.index("行两次")


def article(title: SourceText | None, record: str | None = None) -> Article:
    source_map = SourceMap.of([(HEADING, HEADING + 5), (FIRST, FIRST + 5), (SECOND, SECOND + 4)], SOURCE)
    text = "一、制度\n检查每月进行两次。"
    section = Section(1, Span(0, 4), Span(5, len(text)), ("一、制度",), run_in=False)
    return Article(
        article_id="a1",
        kind=ArticleKind.ARTICLE,
        file="煤矿.md",
        record=record,
        title=title,
        author=None,
        affiliation=None,
        text=text,
        source_map=source_map,
        sections=(section,),
        body=Span(0, len(text)),
        imprint=Imprint(*(SourceText(words, ()) for words in ("青湾日报", "2025年3月12日", "第3版"))),
    )


def test_every_place_counts_in_the_file() -> None:
    value = article_object(article(SourceText("谈安全检查", (Span(2, 7),))), chunks=3)
    assert value == {
        "article_id": "a1",
        "title": "谈安全检查",
        "author": None,
        "affiliation": None,
        "kind": "article",
        "file": "煤矿.md",
        "record": None,
        "pieces": [[HEADING, SECOND + 4]],
        "title_span": [2, 7],
        "sections": [{"level": 1, "heading": "一、制度", "start": HEADING, "path": ["一、制度"]}],
        "chunks": 3,
        "newspaper": "青湾日报",
        "date": "2025年3月12日",
        "edition": "第3版",
        "column": None,
        "reprint_of": None,
    }


def test_a_title_that_is_a_field_of_a_record_has_no_span() -> None:
    value = article_object(article(SourceText("谈安全检查", ()), record="7"), chunks=1)
    assert (value["title"], value["title_span"], value["record"]) == ("谈安全检查", None, "7")


def test_a_page_without_a_title_gives_null() -> None:
    value = article_object(article(None), chunks=1)
    assert (value["title"], value["title_span"]) == (None, None)
