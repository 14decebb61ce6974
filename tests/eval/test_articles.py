"""A segmentation against gold articles."""

from dataclasses import replace

import pytest

from eval.article_scores import ArticleScores
from eval.articles import score_articles
from eval.found_articles import FoundArticles
from eval.gold_articles import gold_article
from rag.corpus.article import Article, ArticleKind, Section, SourceText
from rag.text.spans import SourceMap, Span

SOURCE = "# 测风三问\n■王一鸣\n\n一、谁来测\n\n由通风区\n\n测。\n\n另一篇的话。"
GOLD = {
    "id": "甲-1",
    "file": "甲.txt",
    "kind": "article",
    "title": "测风三问",
    "author": "王一鸣",
    "affiliation": None,
    "spans": [[13, 28]],
    "intrusions": [],
    "headings": [{"level": 1, "text": "一、谁来测", "start": 13}],
    "paragraphs": [{"pieces": [[13, 18]]}, {"pieces": [[20, 24], [26, 28]]}],
}


def article(*kept: tuple[int, int], level: int = 1, title: str | None = "测风三问") -> Article:
    text = "".join(SOURCE[start:end] for start, end in kept)
    heading = Span(0, 5)
    return Article(
        article_id="found",
        kind=ArticleKind.ARTICLE,
        file="甲.txt",
        record=None,
        title=SourceText(title, (Span(2, 6),)) if title else None,
        author=SourceText("王 一鸣", ()),
        affiliation=None,
        text=text,
        source_map=SourceMap.of(kept, SOURCE),
        sections=(Section(level, heading, Span(6, len(text)), ("一、谁来测",), run_in=False),),
        body=Span(0, len(text)),
    )


def scores_of(*found: Article, **changed: object) -> ArticleScores:
    gold = gold_article({name: value for name, value in {**GOLD, **changed}.items() if value is not ...})
    return score_articles([gold], FoundArticles(found, {("甲.txt", None): SOURCE}))


def test_an_article_found_as_the_gold_has_it_is_right_in_every_measure():
    scores = scores_of(article((13, 19), (20, 24), (26, 28)))
    assert set(scores.articles[0].measures.values()) == {1.0}
    assert scores.surplus == ()


def test_foreign_text_wrong_level_and_no_title_are_each_seen():
    found = article((13, 19), (20, 24), (26, 28), (30, 36), level=2, title=None)
    measures = scores_of(found).articles[0].measures
    assert measures["text_R"] == 1.0
    assert measures["text_P"] == pytest.approx(11 / 17)
    assert (measures["whole"], measures["title"]) == (0.0, 0.0)
    assert (measures["heading_F1"], measures["leveled_F1"]) == (1.0, 0.0)


def test_a_hard_wrap_that_was_not_closed_breaks_the_paragraph():
    found = article((13, 19), (20, 25), (26, 28))
    measures = scores_of(found).articles[0].measures
    assert measures["text_F1"] == 1.0
    assert measures["paragraph_F1"] == pytest.approx(2 * 1 / 5)


def test_columns_read_in_the_wrong_order_are_seen():
    found = article((13, 19), (26, 28), (20, 24))
    assert scores_of(found).articles[0].measures["in_order"] == 0.0


def test_a_text_that_no_gold_article_owns_is_surplus_and_a_lost_one_counts_as_nothing():
    assert scores_of().articles[0].measures["text_F1"] == 0.0
    twice = [article((13, 19), (20, 24), (26, 28)), replace(article((30, 36)), article_id="surplus")]
    told = scores_of(*twice).to_object()
    assert (told["surplus"], told["false_articles"]) == (["surplus"], 1)


def test_what_the_gold_does_not_give_is_not_measured():
    found = article((13, 19), (20, 24), (26, 28))
    bare = scores_of(found, paragraphs=..., headings=..., intrusions=...).articles[0].measures
    assert not {"paragraph_F1", "heading_F1", "leveled_F1"} & set(bare)
    assert set(bare.values()) == {1.0}
    unleveled = scores_of(found, headings=[{"start": 13}]).articles[0].measures
    assert unleveled["heading_F1"] == 1.0
    assert "leveled_F1" not in unleveled


def test_foreign_text_counts_for_neither_side():
    found = article((13, 19), (26, 28))
    assert scores_of(found, intrusions=[{"span": [20, 24]}]).articles[0].measures["text_F1"] == 1.0


def test_several_authors_may_be_parted_in_any_way():
    found = replace(article((13, 28)), author=SourceText("王一鸣 李敏", ()))
    assert scores_of(found, author="王一鸣、李敏").articles[0].measures["author"] == 1.0
    assert scores_of(found, author="王一鸣").articles[0].measures["author"] == 0.0


def test_another_reading_of_a_label_may_be_accepted():
    found = replace(article((13, 28)), affiliation=SourceText("红岭矿业公司", ()))
    told = {"affiliation": "红岭矿业公司工会主席", "accepted": {"affiliation": ["红岭矿业公司"]}}
    assert scores_of(found, **told).articles[0].measures["affiliation"] == 1.0


def test_the_means_are_told_by_kind_of_mess():
    surplus = replace(article((30, 36)), article_id="surplus")
    told = scores_of(article((13, 28)), surplus, mess=["byline-square"]).to_object()["by_mess"]
    assert set(told) == {"byline-square"}
    part = told["byline-square"]
    assert (part["articles"], part["false_articles"], part["title"]) == (1, 1, 1.0)
