from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rag.corpus.article import SourceText
from rag.corpus.page import SourceFile
from rag.index.contents import CutArticle, CutPage
from rag.index.manifest import SourceEntry
from rag.index.plan import ArticleChanges, FileState, article_changes, file_state, plan_files

MakePage = Callable[..., CutPage]

GAS = "每班开工之前必须检查瓦斯浓度，超过百分之一的立即停电撤人。"
FOOD = "食堂每日供应三餐，夜班工人另有一顿热饭。"
SCHOOL = "技工学校今年培训新工人三百名，考核合格后上岗。"


def state(name: str, digest: str) -> FileState:
    return FileState(SourceFile(Path("/库") / name, name), digest, 1)


def entry(name: str, digest: str) -> SourceEntry:
    return SourceEntry(name, digest, 1, 1, ())


def test_files_are_told_apart_by_name_and_contents():
    plan = plan_files(
        [state("a", "1"), state("b", "新"), state("d", "4")],
        [entry("a", "1"), entry("b", "旧"), entry("c", "3")],
        read_all=False,
    )
    assert plan.read == {"b", "d"}
    assert plan.removed == ("c",)
    assert not plan.nothing_to_do


def test_the_same_files_leave_nothing_to_do():
    plan = plan_files([state("a", "1"), state("b", "2")], [entry("a", "1"), entry("b", "2")], read_all=False)
    assert plan.nothing_to_do


def test_another_order_of_the_same_files_is_something_to_do():
    plan = plan_files([state("b", "2"), state("a", "1")], [entry("a", "1"), entry("b", "2")], read_all=False)
    assert plan.read == frozenset()
    assert plan.reordered
    assert not plan.nothing_to_do


def test_a_file_that_cannot_be_opened_is_read_again_every_time():
    plan = plan_files([state("a", "")], [entry("a", "")], read_all=False)
    assert plan.read == {"a"}


def test_a_full_refresh_reads_everything():
    assert plan_files([state("a", "1")], [entry("a", "1")], read_all=True).read == {"a"}


def test_a_state_is_the_digest_of_the_bytes(tmp_path: Path):
    path = tmp_path / "文.txt"
    path.write_bytes(b"abc")
    found = file_state(SourceFile(path, "文.txt"))
    assert found.digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert found.size_bytes == 3
    assert file_state(SourceFile(tmp_path / "没有", "没有")).digest == ""


def test_an_unknown_file_brings_new_articles(make_page: MakePage):
    assert article_changes([], [make_page("a", GAS, FOOD)]) == ArticleChanges(added=2, changed=0, removed=0)


def test_a_removed_file_takes_its_articles(make_page: MakePage):
    assert article_changes([make_page("a", GAS, FOOD)], []) == ArticleChanges(added=0, changed=0, removed=2)


def test_an_article_put_in_front_changes_no_other(make_page: MakePage):
    changes = article_changes([make_page("a", GAS, FOOD)], [make_page("a", SCHOOL, GAS, FOOD)])
    assert changes == ArticleChanges(added=1, changed=0, removed=0)


def test_an_article_under_the_same_title_is_the_same_article_changed(make_page: MakePage):
    changes = article_changes([make_page("a", GAS, title="要闻")], [make_page("a", FOOD, title="要闻")])
    assert changes == ArticleChanges(added=0, changed=1, removed=0)


def test_an_untitled_article_is_known_by_half_of_its_words(make_page: MakePage):
    edited = "各队" + GAS.replace("停电撤人", "停电、撤人并上报")
    assert article_changes([make_page("a", GAS)], [make_page("a", edited)]) == ArticleChanges(0, 1, 0)
    assert article_changes([make_page("a", GAS)], [make_page("a", SCHOOL)]) == ArticleChanges(1, 0, 1)


def test_a_new_title_alone_is_a_change(make_page: MakePage):
    before = make_page("a", GAS, title="要闻")
    cut = before.articles[0]
    retitled = replace(cut.article, title=SourceText("安全第一", ()))
    after = replace(before, articles=(CutArticle(retitled, cut.chunks),))
    assert article_changes([before], [after]) == ArticleChanges(added=0, changed=1, removed=0)


def test_a_record_is_known_by_its_id_alone(make_page: MakePage):
    before = [make_page("库.jsonl", GAS, record="1"), make_page("库.jsonl", FOOD, title="同题", record="2")]
    after = [
        make_page("库.jsonl", SCHOOL, record="1"),
        make_page("库.jsonl", FOOD[:-1], title="同题", record="3"),
    ]
    assert article_changes(before, after) == ArticleChanges(added=1, changed=1, removed=1)


def test_a_renamed_file_is_removed_and_added(make_page: MakePage):
    assert article_changes([make_page("a", GAS)], [make_page("b", GAS)]) == ArticleChanges(1, 0, 1)
