"""A library of three articles of our own, indexed once, and what asks it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rag.answering.asked import Asked
from rag.answering.corpus_view import CorpusView
from rag.answering.overlap import QuestionTerms
from rag.answering.question import analyse
from rag.answering.settings import AnswerSettings
from rag.assistant import Assistant
from rag.corpus.article import Article
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest
from rag.retrieval import query

FERRY = """# 把安全写在渡口上

■青湾航运公司 沈渡

青湾航运公司管着沿江11个渡口、34条渡船,全年运送旅客260万人次。公司把渡口当作安全管理的前沿。

## 一、渡口安全存在的短板

(一)船员培训流于形式
老船工多,课堂上念文件,下了船就忘,抽考合格率只有61%。

(二)救生设备年久失修
有的救生圈挂了八年,绳子一拉就断。

(三)夜间值守无人负责
夜航归谁管,船队和渡口互相推诿。

## 二、加强渡口安全的路径

(一)推行“红旗渡”评比
“红旗渡”是指连续三年没有发生险情、旅客投诉为零的渡口。评比每季度进行一次,由安全科科长梁守江负责。

(二)办好码头夜校
2023年春天起,公司每周二晚上开课,全年培训船员412名。夜校讲授航道知识、消防技能、急救方法等内容。由于白天船期太紧,课程只能放在晚上。

(三)补齐救生设备
一是更换救生衣,全部换成新式;二是添置抛绳器,每船两具;三是安装求助按钮,直通值班室。

结语:渡口平安,江上才平安。
"""

CANTEEN = """夜班食堂办起来以后

●白石机床厂 罗小满

夜班工人过去只能啃冷馒头。去年冬天,工会在二号车间旁边办
起了夜班食堂,每晚供应热饭360份,价格不超过8元。

一、选好师傅

食堂的掌勺师傅是全厂投票选出来的,得票最多的是老工人段有
粮。

二、管好账目

伙食账目每月公布一次,由职工代表轮流审核。食堂不得向夜班
工人收取加工费。
"""

PATROL = {
    "id": "巡-7",
    "title": "巡线工的四季背包",
    "author": "程野",
    "affiliation": "北岭供电所",
    "text": "巡线工的背包里有望远镜、测温枪、绝缘手套和干粮。\n春季巡线要防鸟害,夏季巡线要防雷击,冬季巡线要防覆冰。"
    "全所管线1840公里,每月步行巡视两遍。",
}


@pytest.fixture(scope="session")
def river(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the articles: Markdown, wrapped plain text, and a record."""
    folder = tmp_path_factory.mktemp("江岸")
    (folder / "渡口.md").write_text(FERRY, "utf-8")
    (folder / "食堂.txt").write_text(CANTEEN, "utf-8")
    (folder / "巡线.jsonl").write_text(json.dumps(PATROL, ensure_ascii=False) + "\n", "utf-8")
    return folder


@pytest.fixture(scope="session")
def river_index(river: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its index."""
    index = tmp_path_factory.mktemp("江岸索引")
    report = refresh(RefreshRequest((river,), index))
    assert (report.articles, report.skipped) == (3, ())
    return index


@pytest.fixture(scope="session")
def assistant(river_index: Path) -> Assistant:
    """Answers from it."""
    return Assistant(river_index)


@pytest.fixture(scope="session")
def by_name(assistant: Assistant) -> dict[str, Article]:
    """Its articles by the names of their files."""
    return {article.file.split(".")[0]: article for article in assistant.snapshot().articles()}


AskedOf = Callable[..., Asked]


@pytest.fixture(scope="session")
def asked_of(assistant: Assistant) -> AskedOf:
    """Makes what an extractor sees of a question: what was retrieved for it, with settings as given."""
    snapshot = assistant.snapshot()
    library = CorpusView(snapshot)
    articles = {article.article_id: article for article in library.snapshot.articles()}

    def make(text: str, settings: AnswerSettings = AnswerSettings(), focus: str | None = None) -> Asked:
        retriever = snapshot.retriever_with(snapshot.encoder)
        hits = retriever.search(query.analyse(text), k=settings.passages_read)
        found = tuple((hit, articles[hit.chunk.article_id]) for hit in hits)
        return Asked(analyse(text), QuestionTerms.of(text, library.idf), found, library, settings, focus)

    return make
