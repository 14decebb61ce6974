"""The score of a segmentation as a person reads it."""

from __future__ import annotations

from eval.article_scores import ArticleScores, FalseArticle
from eval.articles import score_articles
from eval.found_articles import FoundArticles
from eval.gold_articles import gold_article
from ui.terminal.segmentation import segmentation_lines


def scores(*mess: str) -> ArticleScores:
    gold = gold_article({"id": "甲-1", "file": "甲.txt", "spans": [[0, 3]], "mess": list(mess)})
    return score_articles([gold], FoundArticles((), {("甲.txt", None): "测风。"}))


def test_each_measure_has_a_line_with_the_articles_that_fall_short():
    lines = list(segmentation_lines(scores(), "zh"))
    assert lines[0].startswith("标注文章 1 篇，多切出 0 篇")
    assert lines[2:4] == [
        "text_P       0.0000  正文精度  甲-1 0.000",
        "text_R       0.0000  正文召回  甲-1 0.000",
    ]
    assert list(segmentation_lines(scores(), "en"))[2] == "text_P       0.0000  body precision  甲-1 0.000"


def test_kinds_of_mess_have_lines_where_the_gold_names_them():
    assert list(segmentation_lines(scores("crlf"), "zh"))[-1].endswith("–             0  crlf (1)")


def test_false_articles_are_counted_by_file():
    found = ArticleScores((), (FalseArticle("a1", "甲.txt"), FalseArticle("a2", "甲.txt")))
    assert list(segmentation_lines(found, "zh"))[-1] == "surplus      2       多切出  甲.txt 2"
