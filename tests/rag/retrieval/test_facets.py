from rag.corpus.article import ArticleKind
from rag.corpus.articles import articles_of
from rag.corpus.page import Page
from rag.retrieval.facets import Facets, facets_of

BODY = "渡口的规矩有三条，船员上船以前都要念一遍。"


def record(number: int, **fields: str) -> Page:
    return Page("库.jsonl", str(number), f"{BODY}第{number}篇。", title=f"第{number}篇", **fields)


def test_each_value_is_counted_once_the_most_frequent_first():
    pages = (
        record(1, newspaper="江岸周刊", author="沈渡", date="2025-03-12"),
        record(2, newspaper="《青湾日报》", author="罗小满、沈渡", affiliation="青湾航运公司", date="2024年"),
        record(3, newspaper="青湾日报", column="安全论坛", date="二〇二五年六月"),
    )
    articles = [article for page in pages for article in articles_of(page)]
    assert facets_of(articles) == Facets(
        newspapers=(("青湾日报", 2), ("江岸周刊", 1)),
        columns=(("安全论坛", 1),),
        authors=(("沈渡", 2), ("罗小满", 1)),
        affiliations=(("青湾航运公司", 1),),
        kinds=((ArticleKind.ARTICLE, 3),),
        dates=("2024", "2025-06"),
    )


def test_an_empty_library_has_no_values():
    assert facets_of([]) == Facets((), (), (), (), (), None)
