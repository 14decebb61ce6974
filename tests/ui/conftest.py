"""Two small articles as the page gets them, the replies about them, and a library on disk."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rag.answering.answer import Answer, AnswerItem, QuestionKind
from rag.answering.citation import Citation
from rag.answering.quote import Quote, quote_body
from rag.assistant import Assistant
from rag.corpus.article import Article, ArticleKind, Chunk, Section, SourceText
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest
from rag.reply import Passage, Reply
from rag.retrieval.hits import Hit, LegScores
from rag.text.spans import Run, SourceMap, Span

LINES = (
    "白石沟煤矿把班组作为安全管理的落脚点。",
    "一、班组安全管理存在的问题",
    "现场交接不细，培训内容陈旧。",
    "二、加强班组安全管理的措施",
    "（一）推行三交三查制度",
    "2023年全矿发现并消除隐患846条，整改率百分之百。",
    "（二）开办井口课堂 每天班前用十五分钟讲一个案例。",
    "作者简介：赵永川，工程师。",
)
HEADINGS = ((1, LINES[1]), (1, LINES[3]), (2, LINES[4]), (2, "（二）开办井口课堂"))


def _label(text: str | None) -> SourceText | None:
    return SourceText(text, (Span(0, len(text)),)) if text else None


def _sections(text: str, end: int) -> tuple[Section, ...]:
    starts = [text.index(heading) for _, heading in HEADINGS]
    path: tuple[str, ...] = ()
    sections = []
    for (level, heading), start, stop in zip(HEADINGS, starts, [*starts[1:], end], strict=True):
        path = (*path[: level - 1], heading)
        after = start + len(heading)
        run_in = text[after : after + 1] != "\n"
        sections.append(Section(level, Span(start, after), Span(after, stop), path, run_in))
    return tuple(sections)


@pytest.fixture(scope="session")
def mine() -> Article:
    """Sections of two levels, one heading run in, a biography; it begins at offset 30 of its file."""
    text = "\n".join(LINES)
    body = Span(0, len(text) - len(LINES[-1]))
    return Article(
        article_id="a1b2c3",
        kind=ArticleKind.ARTICLE,
        file="矿工报/第07版.txt",
        record=None,
        title=_label("抓实班组安全管理的实践"),
        author=_label("赵永川"),
        affiliation=_label("白石沟煤矿安全监察部"),
        text=text,
        source_map=SourceMap((Run(0, 30, len(text), False),)),
        sections=_sections(text, body.end),
        body=body,
    )


@pytest.fixture(scope="session")
def notice() -> Article:
    """No title, no author, no section, and words that would act if they could."""
    text = '<img src=x onerror="alert(1)"> *重要* [点我](http://evil.example) ${alert(1)}'
    return Article(
        article_id="d4e5f6",
        kind=ArticleKind.NOTICE,
        file="矿工报/第08版.txt",
        record=None,
        title=None,
        author=None,
        affiliation=None,
        text=text,
        source_map=SourceMap((Run(0, 0, len(text), False),)),
        sections=(),
        body=Span(0, len(text)),
    )


def quote_of(article: Article, words: str) -> Quote:
    """The quotation of these words of the article."""
    start = article.text.index(words)
    return quote_body(article, Span(start, start + len(words)))


@pytest.fixture(scope="session")
def quote() -> Callable[[Article, str], Quote]:
    """``quote_of``, for test modules."""
    return quote_of


MakeReply = Callable[..., Reply]


@pytest.fixture(scope="session")
def reply(mine: Article) -> MakeReply:
    """A reply with the answer given, citing each of its items at its own place in ``mine``."""

    def make(
        answer: Answer, article: Article = mine, understood_as: str = "", passages: bool = False
    ) -> Reply:
        quotes = [item.quote for item in answer.items]
        citations = tuple(
            Citation(number, article, article.path_at(quote.span.start) if quote.span else (), quote)
            for number, quote in enumerate(quotes, start=1)
        )
        return Reply(
            question="问题？",
            understood_as=understood_as or "问题？",
            kind=QuestionKind.HOW,
            answer=answer,
            citations=citations,
            passages=_passages(article) if passages else (),
            generation="000001",
            seconds=0.0123,
        )

    return make


def _passages(article: Article) -> tuple[Passage, ...]:
    passages = []
    for rank, line in enumerate(article.text.split("\n"), start=1):
        start = article.text.index(line)
        span = Span(start, start + len(line))
        title = article.title.text if article.title else ""
        chunk = Chunk(f"c{rank}", article.article_id, span, title, "", article.path_at(start), line)
        passages.append(Passage(Hit(rank, chunk, 10.0 - rank, LegScores(9.0 - rank, 1.0)), article))
    return tuple(passages)


@pytest.fixture(scope="session")
def items() -> Callable[..., tuple[AnswerItem, ...]]:
    """Answer items of these quotations, each with its own number."""

    def make(*quotes: Quote) -> tuple[AnswerItem, ...]:
        return tuple(AnswerItem(quote, number, 1.0) for number, quote in enumerate(quotes, start=1))

    return make


COAL = """# 抓实班组安全管理的实践

赵永川

（作者单位：白石沟煤矿安全监察部）

白石沟煤矿把班组作为安全管理的落脚点，全年未发生轻伤以上事故。

一、班组安全管理存在的问题

现场交接不细，培训内容陈旧，考核偏重结果。

二、加强班组安全管理的措施

（一）推行三交三查制度

2023年全矿共发现并消除隐患846条，整改率达到百分之百。

（二）开办井口课堂

每天班前用十五分钟讲一个案例，由班组长轮流主讲。

（三）建立积分奖励办法

积分最高的班组给予三千元奖励。
"""

PAYLOADS = """# 门诊改革<img src=x onerror="window.struck=1">纪实

李秀英

（作者单位：临河县人民医院）

县医院门诊平均等候时间缩短到十九分钟<script>window.struck=2</script>，群众满意。

![图](http://evil.example/x.png) [点我](javascript:window.struck=3) ${window.struck=4} {{window.struck=5}}，挂号窗口增加到十二个。
"""


@pytest.fixture(scope="session")
def articles_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, one of which tries to act."""
    folder = tmp_path_factory.mktemp("文章")
    (folder / "煤矿.md").write_text(COAL, encoding="utf-8")
    (folder / "医院.md").write_text(PAYLOADS, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def library(articles_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their index."""
    index = tmp_path_factory.mktemp("库") / "索引"
    refresh(RefreshRequest((articles_folder,), index))
    return index


@pytest.fixture(scope="session")
def assistant(library: Path) -> Assistant:
    """The assistant over that index, opened once."""
    return Assistant(library)
