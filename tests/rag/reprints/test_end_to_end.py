"""A little library in which one article stands in three files, from refresh to answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.dialogue.conversation import Conversation
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest
from rag.index.snapshot import open_snapshot
from rag.reply_json import reply_object
from tests.rag.reprints.conftest import OTHER, PARAGRAPHS

HEADINGS = (
    "一、班组安全的家底",
    "二、班前会上的毛病",
    "三、立下三讲三问的规矩",
    "四、办起井口夜校",
    "五、下一步的打算",
)


def page(title: str, author: str, date: str, *parts: int) -> str:
    said = "\n\n".join(f"{HEADINGS[part]}\n\n{PARAGRAPHS[part]}" for part in parts)
    return f"# {title}\n\n作者：{author}\n\n发布时间：{date}\n\n{said}\n"


FILES = {
    "矿工报/三月一日.md": page("把习惯一个班一个班地养起来", "赵永川", "2024-03-01", 0, 1, 2, 3, 4),
    "文摘/第五期.md": page("井口夜校", "赵永川", "2024-05-20", 0, 1, 2, 3, 4)
    .replace("，", ", ")
    .replace("1260", "１２６０"),
    "晚报/四版.md": page("白石沟煤矿的班前会", "何晓", "2024-02-28", 0, 1, 2),
}
RECORD = {"id": "院-1", "title": "让病历当日归档", "author": "孙宁", "text": OTHER}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "医院.jsonl").write_text(json.dumps(RECORD, ensure_ascii=False) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("三处刊载")
    write(folder / "文章", FILES)
    refresh(RefreshRequest((folder / "文章",), folder / "索引"))
    return folder / "索引"


@pytest.fixture(scope="module")
def assistant(index: Path) -> Assistant:
    return Assistant(index)


def cited(assistant: Assistant, question: str) -> dict[str, object]:
    (citation,) = reply_object(assistant.ask(question))["citations"]
    return citation


def test_two_files_are_known_as_reprints_of_the_third(index: Path):
    snapshot = open_snapshot(index)
    files = {article.article_id: article.file for article in snapshot.articles()}
    told = {files[one.article_id]: files[one.cited] for one in snapshot.printings.reprints}
    assert told == {"文摘/第五期.md": "矿工报/三月一日.md", "晚报/四版.md": "矿工报/三月一日.md"}


def test_one_answer_cites_the_fullest_and_tells_of_the_others(assistant: Assistant):
    citation = cited(assistant, "白石沟煤矿的井口夜校已有多少人次听课？")
    assert citation["file"] == "矿工报/三月一日.md"
    assert citation["reprints"] == 2
    assert [one["file"] for one in citation["reprinted_in"]] == ["文摘/第五期.md", "晚报/四版.md"]
    assert list(citation["reprinted_in"][0])[:4] == ["article_id", "file", "record", "title"]
    assert (citation["reprinted_in"][0]["title"], citation["reprinted_in"][0]["date"]) == (
        "井口夜校",
        "2024-05-20",
    )


def test_an_article_printed_once_has_no_reprints(assistant: Assistant):
    citation = cited(assistant, "河湾医院的当日归档率上升到多少？")
    assert (citation["file"], citation["reprints"], citation["reprinted_in"]) == ("医院.jsonl", 0, [])


def test_the_passages_give_each_passage_once(assistant: Assistant):
    passages = assistant.ask("班前会从平均几分钟延长到几分钟？").passages
    assert {passage.article.file for passage in passages} == {"矿工报/三月一日.md", "医院.jsonl"}
    texts = ["".join(passage.hit.chunk.text.split()) for passage in passages]
    assert len(texts) == len(set(texts))
    assert [passage.hit.rank for passage in passages] == list(range(1, len(passages) + 1))


def test_a_question_that_names_the_title_of_a_reprint_is_answered(assistant: Assistant):
    about = assistant.ask("《白石沟煤矿的班前会》是谁写的？")
    assert [item.quote.text for item in about.answer.items] == ["何晓"]
    assert reply_object(about)["citations"][0]["file"] == "晚报/四版.md"
    assert reply_object(about)["citations"][0]["reprints"] == 2
    text = assistant.ask("《白石沟煤矿的班前会》里说，每月违章减少到多少起？")
    assert "19起" in text.answer.items[0].quote.text


def test_articles_of_one_author_are_counted_once(assistant: Assistant):
    titles = [item.quote.text for item in assistant.ask("赵永川写过哪些文章？").answer.items]
    assert titles == ["把习惯一个班一个班地养起来"]


def test_a_list_of_articles_on_a_subject_counts_it_once(assistant: Assistant):
    answer = assistant.ask("有哪几篇文章谈白石沟煤矿？").answer
    assert [item.quote.file for item in answer.items] == ["矿工报/三月一日.md"]


def test_the_places_offered_with_a_refusal_are_of_different_articles(assistant: Assistant):
    refusal = assistant.ask("白石沟煤矿买了几架直升机？").answer
    assert [quote.file for quote in refusal.nearest] == ["矿工报/三月一日.md", "医院.jsonl"]


def test_an_outline_of_a_reprint_is_that_of_the_article_that_is_cited(assistant: Assistant):
    outline = assistant.ask("《井口夜校》这篇文章分几部分？").answer
    assert [item.quote.text for item in outline.items] == [heading[2:] for heading in HEADINGS]
    assert {item.quote.file for item in outline.items} == {"矿工报/三月一日.md"}


def test_a_follow_up_after_a_reprint_goes_on_in_the_article_that_is_cited(assistant: Assistant):
    first = assistant.ask("《井口夜校》是谁写的？")
    second = assistant.ask("它说每月增发多少岗位津贴？", Conversation((first,)))
    assert "80元" in second.answer.items[0].quote.text
    assert second.citations[0].article.file == "矿工报/三月一日.md"


def test_a_passage_that_only_the_reprint_has_is_found_there(tmp_path: Path):
    late = FILES["晚报/四版.md"] + "\n\n本报记者在井口遇见绞车司机何满仓，他说如今交班要当面试铃三遍。\n"
    write(tmp_path / "文章", FILES | {"晚报/四版.md": late})
    refresh(RefreshRequest((tmp_path / "文章",), tmp_path / "索引"))
    assistant = Assistant(tmp_path / "索引")
    assert len(assistant.snapshot().printings) == 2
    assert cited(assistant, "绞车司机何满仓说交班要怎样？")["file"] == "晚报/四版.md"


def test_a_search_within_a_reprint_finds_its_own_passages(assistant: Assistant):
    from rag.retrieval.query import analyse

    snapshot = assistant.snapshot()
    (reprint,) = (one.article_id for one in snapshot.articles() if one.file == "文摘/第五期.md")
    hits = snapshot.retriever.search(analyse("井口夜校的岗位津贴"), within={reprint})
    assert {hit.chunk.article_id for hit in hits} == {reprint}
    assert "80元" in hits[0].chunk.text
