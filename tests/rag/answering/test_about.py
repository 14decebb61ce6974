from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rag.answering.about import about
from rag.answering.about_table import FIELDS, FieldRow
from rag.answering.asked import Asked
from rag.answering.corpus_view import card_of
from rag.answering.settings import AnswerSettings
from rag.assistant import Assistant
from rag.corpus.article import Article
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest
from rag.text.normalise import fold

if TYPE_CHECKING:
    from tests.rag.conftest import AskedOf


def said(asked: Asked) -> list[str] | None:
    answer = about(asked)
    return [item.quote.text for item in answer.items] if answer else None


@pytest.mark.parametrize("row", FIELDS, ids=lambda row: row.example)
def test_the_example_of_a_field_asks_for_it_alone(row: FieldRow):
    assert [r.field for r in FIELDS if r.pattern.search(fold(row.example))] == [row.field]


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        # by the author
        ("沈渡是哪个单位的?", ["青湾航运公司"]),
        ("程野写过什么文章?", ["巡线工的四季背包"]),
        # by the title
        ("《把安全写在渡口上》的作者是谁?", ["沈渡"]),
        ("夜班食堂办起来以后是谁写的?", ["罗小满"]),
        # by the unit, with or without 公司
        ("青湾航运的文章题目是什么?", ["把安全写在渡口上"]),
        ("北岭供电所有谁写过文章?", ["程野"]),
        # by what it is about
        ("讲渡口安全的文章是谁写的?", ["沈渡"]),
        ("有没有讲夜班食堂的文章?", ["夜班食堂办起来以后"]),
        # two fields at once
        ("讲渡口安全的那篇,题目和作者分别是什么?", ["把安全写在渡口上", "沈渡"]),
    ],
)
def test_labels_of_the_article_meant_are_quoted(asked_of: AskedOf, question: str, labels: list[str]):
    assert said(asked_of(question)) == labels


def test_one_character_of_a_longer_name_may_be_mistyped(asked_of: AskedOf):
    assert said(asked_of("罗小蛮是哪个单位的?")) == ["白石机床厂"]


def test_several_articles_are_named_where_several_are_asked_for(asked_of: AskedOf):
    assert set(said(asked_of("哪几篇文章讲渡口安全?")) or ()) >= {"把安全写在渡口上"}


def test_the_article_spoken_of_is_meant_where_none_is_named(asked_of: AskedOf, by_name: dict[str, Article]):
    focus = by_name["食堂"].article_id
    assert said(asked_of("这篇文章的作者是谁?", focus=focus)) == ["罗小满"]
    assert said(asked_of("这个案例谁写的?", focus=focus)) == ["罗小满"]


def test_a_named_article_is_meant_whatever_was_spoken_of(asked_of: AskedOf, by_name: dict[str, Article]):
    focus = by_name["食堂"].article_id
    assert said(asked_of("《把安全写在渡口上》的作者是谁?", focus=focus)) == ["沈渡"]


def test_a_subject_below_the_threshold_names_no_article(asked_of: AskedOf):
    strict = AnswerSettings(about_threshold=2.0)
    assert said(asked_of("讲火星发射场的文章是谁写的?", strict)) is None


def without_author(asked: Asked, file: str) -> Asked:
    cards = [
        card_of(replace(card.article, author=None)) if card.article.file == file else card
        for card in asked.corpus.cards
    ]
    library = type(asked.corpus)(asked.corpus.snapshot)
    library.__dict__["cards"] = tuple(cards)
    return replace(asked, corpus=library)


@pytest.mark.parametrize(
    "question", ["讲火星发射场的文章是谁写的?", "有没有讲量子计算的文章?", "王大锤是哪个单位的?"]
)
def test_a_subject_that_no_article_has_names_none(asked_of: AskedOf, question: str):
    assert about(asked_of(question)) is None


def test_what_the_page_does_not_give_is_said(asked_of: AskedOf):
    asked = without_author(asked_of("《把安全写在渡口上》的作者是谁?"), "渡口.md")
    answer = about(asked)
    assert answer is not None
    assert answer.note is not None
    assert answer.note.zh == "原文没有给出作者姓名"
    assert [item.quote.text for item in answer.items] == ["青湾航运公司"]


def test_a_date_that_no_page_gives_is_said(asked_of: AskedOf):
    answer = about(asked_of("讲夜班食堂那篇是什么时候发表的?"))
    assert answer is not None
    assert answer.note is not None
    assert answer.note.zh == "原文没有给出日期"


def test_what_the_page_gives_needs_no_note(asked_of: AskedOf):
    answer = about(asked_of("沈渡是哪个单位的?"))
    assert answer is not None
    assert answer.note is None


def test_the_date_is_quoted_from_the_page(tmp_path: Path):
    page = "# 夜班食堂开张\n\n■白石机床厂 罗小满\n\n发布时间：2024-05-06 09:30\n\n夜班食堂每晚供应热饭三百六十份。\n"
    (tmp_path / "食堂.md").write_text(page, "utf-8")
    refresh(RefreshRequest((tmp_path / "食堂.md",), tmp_path / "索引"))
    answer = Assistant(tmp_path / "索引").ask("讲夜班食堂那篇是什么时候发表的?").answer
    (item,) = answer.items
    assert item.quote.text == "2024-05-06 09:30"
    assert [piece.slice(page) for piece in item.quote.pieces] == ["2024-05-06 09:30"]


def test_a_name_nearly_said_is_told_to_be_another(asked_of: AskedOf):
    answer = about(asked_of("罗小蛮写过什么文章?"))
    assert answer is not None
    assert answer.note is not None
    assert answer.note.zh == "没有署名“罗小蛮”的文章，相近的署名是“罗小满”"
    assert [item.quote.text for item in answer.items] == ["夜班食堂办起来以后"]


def test_what_the_question_says_itself_is_not_repeated(asked_of: AskedOf):
    assert said(asked_of("罗小满署名的是哪几篇?")) == ["夜班食堂办起来以后"]


def test_articles_that_mention_something_are_quoted_where_they_do(asked_of: AskedOf):
    answer = about(asked_of("有几篇文章提到了抛绳器?"))
    assert answer is not None
    assert answer.note is not None
    assert answer.note.zh == "共找到 1 篇"
    title, sentence = (item.quote.text for item in answer.items)
    assert title == "把安全写在渡口上"
    assert "二是添置抛绳器,每船两具;" in sentence


@pytest.mark.parametrize("question", ["哪几篇文章提到了垃圾分类?", "有几篇文章讲到量子计算?"])
def test_articles_that_only_come_near_mention_nothing(asked_of: AskedOf, question: str):
    assert about(asked_of(question)) is None


def test_the_newspaper_and_its_page_are_quoted_from_the_record(tmp_path: Path):
    record = {
        "id": "1",
        "title": "夜班食堂开张",
        "text": "夜班食堂每晚供应热饭三百六十份。",
        "newspaper": "江岸周报",
        "edition": "第3版",
    }
    (tmp_path / "报.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")
    refresh(RefreshRequest((tmp_path / "报.jsonl",), tmp_path / "索引"))
    answer = Assistant(tmp_path / "索引").ask("讲夜班食堂那篇登在哪家报纸、第几版?").answer
    assert [item.quote.text for item in answer.items] == ["江岸周报", "第3版"]
