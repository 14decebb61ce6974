import pytest

from rag.corpus.article import Article, ArticleKind
from rag.corpus.articles import articles_of
from rag.corpus.page import Page
from rag.retrieval.filters import EVERYTHING, FilterNotUnderstood, Filters

FERRY = """青湾日报 2025年3月12日 第3版 安全论坛

渡口怎样管

■青湾航运公司 沈渡 罗小满

青湾航运公司管着沿江十一个渡口，公司把渡口当作安全管理的前沿。
"""
BARE = "# 巡线\n\n巡线工的背包里有望远镜、测温枪、绝缘手套和干粮。\n"


@pytest.fixture(scope="module")
def ferry() -> Article:
    (article,) = articles_of(Page("报纸/2025/渡口.txt", None, FERRY))
    return article


@pytest.fixture(scope="module")
def bare() -> Article:
    (article,) = articles_of(Page("巡线.md", None, BARE))
    return article


@pytest.mark.parametrize(
    "words",
    [
        {"newspaper": "青湾日报"},
        {"newspaper": "《青灣日報》"},
        {"author": "沈渡"},
        {"author": "罗小满"},
        {"affiliation": "航运公司"},
        {"title": "渡口"},
        {"file": "渡口.*"},
        {"file": "报纸/*"},
        {"column": "安全论坛"},
        {"since": "2025-03", "until": "2025年3月12日"},
        {"since": "2025-03-12"},
        {"kind": "article"},
        {"newspaper": " ", "title": ""},
    ],
    ids=str,
)
def test_an_article_passes_what_it_says(ferry: Article, words: dict[str, str]):
    assert Filters(**words).passes(ferry)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    [
        {"newspaper": "日报"},
        {"author": "沈"},
        {"affiliation": "机床厂"},
        {"title": "食堂"},
        {"file": "2025/*"},
        {"file": "渡"},
        {"column": "安全"},
        {"since": "2025-03-13"},
        {"until": "2025-02"},
        {"kind": "notice"},
        {"newspaper": "青湾日报", "title": "食堂"},
    ],
    ids=str,
)
def test_an_article_does_not_pass_what_it_does_not_say(ferry: Article, words: dict[str, str]):
    assert not Filters(**words).passes(ferry)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["newspaper", "author", "affiliation", "column", "since"])
def test_what_an_article_leaves_open_fits_no_filter(bare: Article, name: str):
    assert not Filters(**{name: "2025"}).passes(bare)
    assert EVERYTHING.passes(bare)


def test_only_what_asks_for_something_is_given():
    assert Filters(newspaper=" 青湾日报 ", title=" ", since="2025年3月").given == {
        "newspaper": "青湾日报",
        "since": "2025-03",
    }
    assert Filters(kind=ArticleKind.NOTICE).given == {"kind": "notice"}
    assert Filters(title="  ") == EVERYTHING
    assert not Filters(title="  ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"since": "去年"}, "看不懂筛选的日期（since）：去年。请写成 2025、2025-03 或 2025-03-12"),
        (
            {"until": "2025-02-30"},
            "看不懂筛选的日期（until）：2025-02-30。请写成 2025、2025-03 或 2025-03-12",
        ),
        (
            {"since": "2025-06", "until": "2025-03"},
            "筛选的起始日期晚于截止日期：2025-06 – 2025-03。请调换两个日期",
        ),
        ({"kind": "诗"}, "没有这一类文章：诗。可以写 article、notice"),
    ],
    ids=str,
)
def test_a_filter_that_cannot_be_is_told(words: dict[str, str], said: str):
    with pytest.raises(FilterNotUnderstood) as caught:
        Filters(**words)  # type: ignore[arg-type]
    assert caught.value.say("zh") == said
