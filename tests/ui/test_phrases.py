from dataclasses import replace
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.corpus.article import Article
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest
from rag.text.spans import Span
from rag.wording.candidates import Candidate
from ui import phrases
from ui.phrases import Outcome, first_of_each, phrase_list, shown, spread, state, waiting, write

TEAM = "# 渡口的班组\n\n班组做到“三必到”，船到人到。\n\n家属也夸“三必到”，乘客放心。\n"


@pytest.fixture
def crew(tmp_path: Path) -> Assistant:
    """An assistant over one article, with a dictionary of its own."""
    (tmp_path / "渡口.md").write_text(TEAM, encoding="utf-8")
    refresh(RefreshRequest((tmp_path / "渡口.md",), tmp_path / "索引"))
    return Assistant(tmp_path / "索引")


@pytest.fixture
def nowhere(tmp_path: Path) -> Assistant:
    """An assistant without an index."""
    return Assistant(tmp_path / "没有")


def candidate(entry: str, kind: str = "quoted", count: int = 3) -> Candidate:
    return Candidate(entry, kind, count, "a1b2", "渡口.md", f"说“{entry}”。", Span(4, 11))  # type: ignore[arg-type]


def test_a_candidate_is_a_box_to_tick_and_a_place_to_open():
    html = shown(
        [candidate("三必到", "numbered", 2), candidate("职代会 = 职工代表大会", "numbered", 2)], "zh"
    )
    assert html.count("<h3>数字</h3>") == 1
    assert (
        '<li><label><input type="checkbox" value="三必到"></input><span lang="zh-CN">三必到</span></label>'
        '<a class="cite wj-place" href="#cite=a1b2.1.4-11" title="说“三必到”。">2 次</a></li>'
    ) in html
    assert 'value="职代会 = 职工代表大会"' in html


def test_text_of_the_articles_cannot_act_in_the_list():
    html = shown([candidate('<b onclick="x">')], "zh")
    assert "<b" not in html
    assert "&#60;b onclick&#61;" in html


def test_kinds_stand_in_their_order_and_none_crowds_out_another():
    found = [candidate(f"提法{n}") for n in range(3)] + [candidate("渡管委 = 渡口管委会", "short", 1)]
    assert [one.entry for one in first_of_each(found, 2)] == ["渡管委 = 渡口管委会", "提法0", "提法1"]


def test_of_many_articles_some_are_looked_through_evenly(mine: Article):
    length = len(mine.text)
    articles = [replace(mine, article_id=str(number)) for number in range(10)]
    assert spread(articles, 10 * length) == articles
    assert [one.article_id for one in spread(articles, 4 * length)] == ["0", "3", "6", "9"]
    assert spread([], 100) == []


def test_that_only_some_were_looked_through_is_told(crew: Assistant, monkeypatch: pytest.MonkeyPatch):
    articles = 2 * list(crew.snapshot().articles())
    monkeypatch.setattr(phrases, "MOST_CHARACTERS", len(articles[0].text))
    monkeypatch.setattr(crew.snapshot(), "articles", lambda: iter(articles))
    assert "这里只看了 1 篇（共 2 篇）" in phrase_list(crew, "zh")


def test_what_is_written_is_in_force_and_offered_no_more(crew: Assistant):
    assert 'value="三必到"' in phrase_list(crew, "zh")
    assert "自己的 0 条" in state(crew, "zh")
    assert write(crew, "三必到\n\n 船老大媳妇 ~ 家属 \n", "zh") == Outcome(
        "已写入 2 条，下一个问题就用上", written=True
    )
    assert "三必到" not in phrase_list(crew, "zh")
    assert "自己的 2 条" in state(crew, "zh")
    (item,) = crew.ask("乘客为什么放心，船老大媳妇夸什么？").answer.items
    assert item.quote.text == "家属也夸“三必到”，乘客放心。"


def test_what_stands_there_is_not_written_again(crew: Assistant):
    write(crew, "三必到", "zh")
    before = crew.dictionary.path.read_bytes()
    assert write(crew, "三必到", "en") == Outcome(
        "In the dictionary already; nothing was written", written=True
    )
    assert crew.dictionary.path.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  \n", "请先勾选，或写一条自己的"),
        ("三必到\n职代会 =", "“职代会 =”没有写入：= 或 ~ 的一边没有词语：补上，或删去记号"),
        ("会", "“会”没有写入：“会”至少要有两个字"),
        ("三必到\n" * 2000, "一次最多写入 5000 字"),
    ],
)
def test_of_what_cannot_be_read_nothing_is_written(crew: Assistant, text: str, said: str):
    assert write(crew, text, "zh") == Outcome(said, written=False)
    assert not crew.dictionary.path.exists()


def test_a_dictionary_that_cannot_be_read_is_told(crew: Assistant):
    crew.dictionary.path.write_text("三必到 =\n", encoding="utf-8")
    assert "第 1 行：" in state(crew, "zh")
    assert "读不懂" in phrase_list(crew, "zh")
    outcome = write(crew, "三必到", "zh")
    assert not outcome.written
    assert "读不懂" in outcome.words


def test_news_stand_before_the_count(crew: Assistant):
    told = state(crew, "en", Outcome("no", written=False))
    assert told == '<p class="wj-warning">no</p><p>4716 bundled entries&#44; 0 of your own</p>'


def test_a_folder_that_cannot_be_written_is_told(crew: Assistant):
    crew.dictionary.path.mkdir()
    assert write(crew, "三必到", "zh") == Outcome("词典没能写入，请检查文件夹的权限", written=False)
    assert state(crew, "zh") == '<p class="wj-warning">词典文件打不开</p>'


def test_without_an_index_the_panel_says_so(nowhere: Assistant):
    assert "wj-warning" in phrase_list(nowhere, "zh")


def test_nothing_is_looked_through_before_the_panel_is_opened():
    assert waiting("en") == '<p class="wj-phrases-note">Looking through the articles …</p>'
