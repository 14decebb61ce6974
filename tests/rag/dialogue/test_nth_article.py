from __future__ import annotations

import pytest

from rag.assistant import Assistant
from rag.dialogue.conversation import Conversation, understand
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest

PAGES = {
    "食堂": "# 夜班食堂开张以后\n\n■白石机床厂 罗小满\n\n夜班食堂每晚供应热饭三百六十份。\n\n掌勺的是段师傅。\n",
    "锅炉": "# 老锅炉房改建记\n\n■白石机床厂 罗小满\n\n老锅炉房改成了读书室。\n\n读书室有藏书四千册。\n",
}
ASKED = "罗小满写了哪些文章?"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("两篇")
    for name, page in PAGES.items():
        (folder / f"{name}.md").write_text(page, encoding="utf-8")
    index = folder / "索引"
    refresh(RefreshRequest((folder,), index))
    return Assistant(index)


@pytest.fixture(scope="module")
def told(library: Assistant) -> Conversation:
    return Conversation((library.ask(ASKED),))


@pytest.fixture(scope="module")
def titles(told: Conversation) -> list[str]:
    return [item.quote.text for item in told.replies[0].answer.items]


@pytest.mark.parametrize(
    ("turn", "place", "asked"),
    [
        ("第二篇", 1, "讲了什么?"),
        ("那第一篇呢?", 0, "讲了什么?"),
        ("最后一篇讲了什么", 1, "讲了什么"),
        ("第二篇文章什么时候写的？", 1, "什么时候写的？"),
    ],
)
def test_an_article_is_named_by_its_place_among_those_shown(
    told: Conversation, titles: list[str], turn: str, place: int, asked: str
):
    found = understand(turn, told)
    assert found.text == f"《{titles[place]}》这篇{asked}"
    assert found.focus == told.replies[0].answer.items[place].quote.article_id


def test_the_next_is_asked_what_the_one_before_was_asked(
    library: Assistant, told: Conversation, titles: list[str]
):
    later = told.after(library.ask("第一篇是谁写的?", told))
    assert understand("第二篇呢", later).text == f"《{titles[1]}》这篇是谁写的?"


@pytest.mark.parametrize("turn", ["第九篇呢?", "第一责任人是谁?", "一篇文章多长?"])
def test_no_article_is_named_by_a_place_that_none_has(told: Conversation, turn: str):
    assert "《" not in understand(turn, told).text


def test_one_article_alone_is_not_counted(library: Assistant):
    told = Conversation((library.ask("《老锅炉房改建记》是谁写的?"),))
    assert "《" not in understand("第一篇讲了什么?", told).text
