from dataclasses import fields

import pytest

from rag.assistant import Assistant
from rag.corpus.article import ArticleKind
from rag.errors import Language
from rag.retrieval.facets import Facets
from rag.retrieval.filters import FilterNotUnderstood, Filters
from ui.filtering import (
    CHOSEN,
    MOST_VALUES,
    NOTHING_WANTED,
    Wanted,
    choices,
    described,
    facets_now,
    hints,
    panel,
)

FACETS = Facets(
    newspapers=(("青湾日报", 2), ("江岸周刊", 1)),
    columns=(),
    authors=tuple((f"林{number}", 1) for number in range(MOST_VALUES + 5)),
    affiliations=(),
    kinds=((ArticleKind.ARTICLE, 3), (ArticleKind.NOTICE, 1)),
    dates=("2024-11-05", "2025"),
)


def test_what_a_browser_sends_is_read_field_by_field():
    sent = [" 青湾日报 ", "", None, ["林远"], "notice", "渡口", "2025年3月", 7]
    wanted = Wanted.of(sent)
    assert wanted == Wanted("青湾日报", kind="notice", title="渡口", since="2025年3月")
    assert wanted.filters == Filters("青湾日报", title="渡口", since="2025-03", kind=ArticleKind.NOTICE)
    assert wanted.words == ("青湾日报", "", "", "", "notice", "渡口", "2025年3月", "")


def test_an_empty_panel_asks_for_nothing():
    assert not NOTHING_WANTED.filters


def test_a_date_that_is_none_is_not_understood():
    with pytest.raises(FilterNotUnderstood):
        _ = Wanted(since="去年").filters


def test_what_the_index_has_is_offered_the_most_frequent_first():
    offered = choices(FACETS, "zh")
    assert offered["newspaper"] == [("不限", ""), ("青湾日报 (2)", "青湾日报"), ("江岸周刊 (1)", "江岸周刊")]
    assert offered["column"] == [("不限", "")]
    assert len(offered["author"]) == MOST_VALUES + 1
    assert choices(FACETS, "en")["kind"] == [
        ("Any", ""),
        ("Article (3)", "article"),
        ("Notice (1)", "notice"),
    ]
    assert set(offered) == set(CHOSEN) <= {one.name for one in fields(Wanted)}


def test_the_range_of_dates_is_hinted_at():
    assert hints(FACETS) == {"since": "2024-11-05", "until": "2025"}


@pytest.mark.parametrize(
    ("wanted", "language", "heading", "state"),
    [
        (NOTHING_WANTED, "zh", "筛选", ""),
        (Wanted(author="赵永川"), "zh", "筛选 · 2 篇中有 1 篇符合", "2 篇中有 1 篇符合"),
        (Wanted(author="无名氏"), "en", "Filters · 0 of 2 articles pass", "0 of 2 articles pass"),
        (Wanted(since="去年"), "zh", "筛选", "看不懂筛选的日期"),
    ],
)
def test_the_panel_says_how_many_articles_pass(
    assistant: Assistant, wanted: Wanted, language: Language, heading: str, state: str
):
    said = panel(assistant, wanted, language)
    assert said.heading == heading
    assert state in said.state
    assert bool(said.state) is bool(state)


def test_without_an_index_there_is_nothing_to_choose(tmp_path_factory: pytest.TempPathFactory):
    nowhere = Assistant(tmp_path_factory.mktemp("空"))
    assert facets_now(nowhere) == Facets((), (), (), (), (), None)
    assert panel(nowhere, NOTHING_WANTED, "zh").state == ""


def test_filters_are_described_in_a_line():
    filters = Filters("青湾日报", since="2025-01", kind=ArticleKind.NOTICE)
    assert described(filters, "zh") == "报刊 青湾日报 · 起 2025-01 · 类别 启事"
    assert described(Filters(), "zh") == ""
