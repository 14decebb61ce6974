from __future__ import annotations

from importlib.util import find_spec

import pytest

from eval.benchmarks.retrieval.asking import tables
from eval.benchmarks.retrieval.outside import BASELINES, Baseline, Documents, Outside, rank_bm25
from eval.benchmarks.retrieval.questions import Collection
from rag.errors import Words


def test_a_baseline_that_is_not_installed_says_so():
    absent = Baseline(Words("没有的", "absent"), "no_such_package_at_all", "no-such", rank_bm25)
    assert absent.missing == ("没有安装 no_such_package_at_all", "no_such_package_at_all is not installed")
    assert Baseline(Words("有的", "there"), "json", "json", rank_bm25).missing is None


def test_the_documents_are_whole_articles_with_their_titles(found: Collection, article_of: dict[str, str]):
    documents = Documents.of(found)
    texts = dict(zip(documents.ids, documents.texts, strict=True))
    assert len(texts) == 7
    assert texts[article_of["r1"]].startswith("渡口夜校\n渡口开了夜校。")
    assert texts[article_of["n2"]].startswith("果园开镰收梨。")


@pytest.mark.parametrize("baseline", BASELINES, ids=lambda one: one.name.en)
def test_a_baseline_finds_the_passage_that_says_it(
    baseline: Baseline, found: Collection, article_of: dict[str, str]
):
    if not find_spec(baseline.package):
        pytest.skip(f"{baseline.package} is not installed: pip install 'wenju[baselines]'")
    outside = Outside(baseline.name, baseline.build(Documents.of(found)), found)
    assert outside.ranked("图书馆周末开到几点?")[0] == article_of["n3"]


def test_every_system_has_a_row_whether_it_is_installed_or_not(found: Collection):
    rows = tables(found, (), slow_questions=1)["river"].rows
    assert sorted(row.name.en for row in rows[12:]) == sorted(one.name.en for one in BASELINES)
    asked = {row.name.en: len(row.found) for row in rows}
    assert set(list(asked.values())[:12]) == {3}
    for one in BASELINES:
        assert asked[one.name.en] == (0 if one.missing else 1 if one.slow else 3)
