import logging
from pathlib import Path
from typing import cast

import pytest

from rag.assistant import Assistant
from rag.corpus.article import ArticleKind
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest
from ui.welcome import brand, welcome


def test_an_empty_chat_tells_how_much_there_is_and_what_could_be_asked(assistant: Assistant):
    shown = welcome(assistant, "zh")
    assert "库中现有 2 篇文章" in shown.html
    assert "班组安全管理存在的问题有哪些？" in shown.examples


def test_it_counts_notices_as_the_status_does(tmp_path: Path):
    (tmp_path / "第3版.txt").write_text(
        "档案数字化初探\n□ 顾 岚\n扫描之前先修补破损的纸页。\n\n注销公告\n北沟矿职工食堂拟注销,请债权人于45日内申报债权。\n",
        encoding="utf-8",
    )
    refresh(RefreshRequest((tmp_path / "第3版.txt",), tmp_path / "索引"))
    assistant = Assistant(tmp_path / "索引")
    assert [article.kind for article in assistant.snapshot().articles()] == [
        ArticleKind.ARTICLE,
        ArticleKind.NOTICE,
    ]
    assert "库中现有 2 篇文章" in welcome(assistant, "zh").html


def test_without_an_index_the_page_says_how_to_make_one(tmp_path: Path):
    shown = welcome(Assistant(tmp_path), "zh")
    assert "wenju refresh" in shown.html
    assert shown.examples == ()


def test_the_brand_carries_the_language_of_the_page():
    assert 'lang="zh-CN"' in brand("zh")
    assert 'lang="en"' in brand("en")


def test_a_fault_of_ours_leaves_a_page_without_examples(caplog: pytest.LogCaptureFixture):
    broken = cast("Assistant", object())
    with caplog.at_level(logging.ERROR):
        assert "可以直接提问" in welcome(broken, "zh").html
    assert "snapshot" in caplog.text
