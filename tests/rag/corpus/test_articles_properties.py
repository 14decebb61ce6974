"""Whatever a page says, its articles are true to it."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rag.corpus.article import Article
from rag.corpus.articles import articles_of
from rag.corpus.chunks import ChunkSettings, chunks_of
from rag.corpus.page import Page
from rag.text.spans import without_layout

FRAGMENTS = (
    *(
        "安全生产",
        "一、强化思想引领",
        "（一）完善机制",
        "1.组织优势。",
        "首先，",
        "二、",
        "(二)",
        "①",
        "第一，",
    ),
    *(
        "□ 李 林",
        "■某某集团公司 樊光茹",
        "姻天昊公司 张继绪",
        "(作者单位:某矿)",
        "（作者：田亮 单位：某局）",
        "文/张三",
    ),
    *(
        "# 标题",
        "## 二、方法",
        "**重点。**",
        "**",
        "***",
        "_来源：某报_",
        "作者简介：",
        "注销公告",
        "2025年12月31日",
        "煤海周刊 2025年3月12日 第3版",
        "来源：青湾日报 发布时间：2021-03-04",
        "责任编辑：林 远",
    ),
    *(
        "。",
        "！",
        "，",
        "：",
        "“",
        "”",
        "（",
        "）",
        "(",
        ")",
        "《",
        " ",
        "\u3000",
        "\xa0",
        "\t",
        "|",
        "-",
        "#",
    ),
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\f",
        "\u2028",
        "\x00",
        "a",
        "http://a.cn/",
        "98.6%",
        "党建工作是根和魂",
        "😀",
    ),
)
PAGES = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("\n".join),
    st.lists(st.text(alphabet="党建引领安全生产，。", min_size=18, max_size=22), max_size=20).map("\n".join),
)


def read(text: str) -> tuple[Article, ...]:
    return articles_of(Page("报纸.txt", None, text))


@settings(max_examples=50, deadline=None)
@given(PAGES)
def test_every_character_of_an_article_stands_at_its_place_in_the_page(text: str):
    for article in read(text):
        places = [article.source_map.place(i) for i in range(len(article.text))]
        assert [text[place] for place in places] == list(article.text)
        assert article.source_map.length == len(article.text)
        printed = article.imprint
        labels = (
            *(article.title, article.author, article.affiliation),
            *(printed.newspaper, printed.date, printed.edition, printed.column),
        )
        for label in filter(None, labels):
            said = "".join(piece.slice(text) for piece in label.pieces)
            assert without_layout(label.text) == without_layout(said)


@settings(max_examples=50, deadline=None)
@given(PAGES)
def test_no_character_of_the_page_is_in_two_articles(text: str):
    seen: set[int] = set()
    for article in read(text):
        places = {p for i in range(len(article.text)) if text[p := article.source_map.place(i)] != "\n"}
        assert not places & seen
        seen |= places


@settings(max_examples=50, deadline=None)
@given(PAGES)
def test_sections_stand_in_order_inside_the_body(text: str):
    for article in read(text):
        at = 0
        for section in article.sections:
            assert at <= section.heading.start < section.heading.end <= section.body.start <= section.body.end
            assert section.body.end <= article.body.end
            assert section.path[-1] == section.heading.slice(article.text)
            assert section.level >= 1
            at = max(section.heading.end, section.body.end)


@settings(max_examples=50, deadline=None)
@given(PAGES, st.sampled_from([5, 30, 300]))
@example(text="0000000000000000000。\r00000", max_chars=5)
def test_every_word_lies_in_one_chunk_or_in_headings(text: str, max_chars: int):
    for article in read(text):
        chunks = chunks_of(article, ChunkSettings(max_chars=max_chars))
        assert len({chunk.chunk_id for chunk in chunks}) == len(chunks)
        covered = [0] * len(article.text)
        for section in article.sections:
            for at in range(section.heading.start, max(section.heading.end, section.body.start)):
                covered[at] = 1
        for chunk in chunks:
            assert chunk.text == chunk.span.slice(article.text)
            assert chunk.text.strip()
            for at in range(*chunk.span):
                covered[at] += 1
        words = [n for n, c in zip(covered, article.text, strict=True) if not c.isspace()]
        assert all(n >= 1 for n in words)


@settings(max_examples=30, deadline=None)
@given(PAGES)
def test_reading_again_gives_the_same_articles_each_with_its_own_name(text: str):
    first, second = read(text), read(text)
    assert first == second
    assert len({article.article_id for article in first}) == len(first)


@settings(max_examples=30, deadline=None)
@given(PAGES)
def test_a_record_is_one_article_at_most(text: str):
    articles = articles_of(Page("库.jsonl", "7", text, title="标题", author="李林"))
    assert len(articles) <= 1
    for article in articles:
        assert article.title is not None
        assert article.title.text == "标题"
